#include "base/sha256.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace koudmen {

namespace {

constexpr std::size_t block_bytes = 64;
constexpr std::size_t length_bytes = 8;

// Fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// Of the square roots of the first eight.
constexpr std::array<std::uint32_t, 8> start{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

void take_block(std::array<std::uint32_t, 8>& state, std::string_view block)
{
    std::array<std::uint32_t, 64> words{};
    for (std::size_t byte = 0; byte < block_bytes; ++byte) {
        auto& word = words[byte / 4];
        word = (word << 8) | static_cast<std::uint8_t>(block[byte]);
    }
    for (std::size_t at = 16; at < words.size(); ++at) {
        auto const early = words[at - 15];
        auto const late = words[at - 2];
        auto const mixed_early = std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3);
        auto const mixed_late = std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10);
        words[at] = words[at - 16] + mixed_early + words[at - 7] + mixed_late;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto const mixed_e = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        auto const chosen = (e & f) ^ (~e & g);
        auto const first = h + mixed_e + chosen + constants[at] + words[at];
        auto const mixed_a = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        auto const majority = (a & b) ^ (a & c) ^ (b & c);
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + mixed_a + majority;
    }
    std::array const round{a, b, c, d, e, f, g, h};
    for (std::size_t at = 0; at < state.size(); ++at) state[at] += round[at];
}

} // namespace

std::string sha256(std::string_view bytes)
{
    std::string padded(bytes);
    padded += '\x80';
    while (padded.size() % block_bytes != block_bytes - length_bytes) padded += '\0';
    auto const bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t byte = 0; byte < length_bytes; ++byte) {
        padded += static_cast<char>((bits >> (8 * (length_bytes - 1 - byte))) & 0xFF);
    }
    auto state = start;
    for (std::size_t at = 0; at < padded.size(); at += block_bytes) {
        take_block(state, std::string_view(padded).substr(at, block_bytes));
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (auto const word : state) {
        for (int shift = 28; shift >= 0; shift -= 4) text += digits[(word >> shift) & 0xF];
    }
    return text;
}

} // namespace koudmen
