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

// Ten of the same characters: log2(30^10) = 49 random bits.
std::string mint_badge();

// What is kept of a badge. The board's code goes in with it, so that one table does not serve for
// trying out the badges of all boards.
BadgeHash hash_of_badge(BoardCode const& board, std::string_view code);

// A name for a proposal that no device names.
ProposalId mint_proposal();

// What is kept of a credential.
CredentialHash hash_of(std::string_view credential);

// Compares in a time that does not tell where two secrets differ.
bool same_secret(std::string_view one, std::string_view other);

} // namespace koudmen::net
