#pragma once

#include "base/ids.hpp"

#include <string>
#include <string_view>

// Secrets and names that the server makes, from the operating system's randomness.
namespace koudmen::net {

// 128 random bits as 26 characters of Crockford's base32, lower case.
std::string mint_credential();

// Five characters without look-alikes. Not a secret; whoever uses it checks that it is free.
BoardCode mint_code();

// What is kept of a credential.
CredentialHash hash_of(std::string_view credential);

// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view bytes);

// Compares in a time that does not tell where two secrets differ.
bool same_secret(std::string_view one, std::string_view other);

} // namespace koudmen::net
