#include "net/secrets.hpp"

#include "base/check.hpp"
#include "base/sha256.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>

namespace koudmen::net {

namespace {

constexpr std::string_view crockford = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view code_letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t credential_length = 26;
constexpr std::size_t code_length = 5;
constexpr std::size_t badge_length = 10;

unsigned char random_byte()
{
    unsigned char byte = 0;
    check(RAND_bytes(&byte, 1) == 1, "the system has randomness");
    return byte;
}

std::string mint_letters(std::size_t length)
{
    // Bytes past the last whole multiple would make some letters likelier.
    constexpr auto fair = 256 - 256 % code_letters.size();
    std::string text;
    while (text.size() < length) {
        auto const byte = random_byte();
        if (byte < fair) text.push_back(code_letters[byte % code_letters.size()]);
    }
    return text;
}

} // namespace

std::string mint_credential()
{
    std::array<unsigned char, 16> bits{};
    check(RAND_bytes(bits.data(), static_cast<int>(bits.size())) == 1, "the system has randomness");
    std::string text;
    unsigned buffer = 0;
    int held = 0;
    for (auto const byte : bits) {
        buffer = (buffer << 8) | byte;
        held += 8;
        while (held >= 5) {
            held -= 5;
            text.push_back(crockford[(buffer >> held) & 31]);
        }
    }
    text.push_back(crockford[(buffer << (5 - held)) & 31]);
    check(text.size() == credential_length, "a credential has its length");
    return text;
}

BoardCode mint_code()
{
    return {mint_letters(code_length)};
}

std::string mint_badge()
{
    return mint_letters(badge_length);
}

BadgeHash hash_of_badge(BoardCode const& board, std::string_view code)
{
    return {sha256("badge " + board.text + " " + std::string(code))};
}

ProposalId mint_proposal()
{
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    while (text.size() < ProposalId::length)
        text.push_back(letters[random_byte() % letters.size()]);
    return *ProposalId::from(text);
}

CredentialHash hash_of(std::string_view credential)
{
    return {sha256(credential)};
}

bool same_secret(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace koudmen::net
