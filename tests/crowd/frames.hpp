#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// As much of RFC 6455 as the client and the baselines need: whole frames, in one piece each.
namespace koudmen::bench {

inline constexpr unsigned text_opcode = 1;
inline constexpr unsigned binary_opcode = 2;
inline constexpr unsigned close_opcode = 8;
inline constexpr unsigned ping_opcode = 9;
inline constexpr unsigned pong_opcode = 10;

struct Frame {
    unsigned opcode = 0;
    bool compressed = false;
    std::string_view payload; // Not unmasked.
    std::string_view mask;    // Four bytes, or none.
    std::size_t size = 0;     // With its header.
};

// The frame at the start of these bytes, if all of it is there.
inline std::optional<Frame> first_frame(std::string_view bytes)
{
    auto const at = [&](std::size_t index) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[index]));
    };
    if (bytes.size() < 2) return std::nullopt;
    std::size_t header = 2;
    std::uint64_t size = at(1) & 0x7FU;
    std::size_t const long_bytes = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (long_bytes > 0) {
        if (bytes.size() < header + long_bytes) return std::nullopt;
        size = 0;
        for (std::size_t index = 0; index < long_bytes; ++index) size = size << 8 | at(2 + index);
        header += long_bytes;
    }
    bool const masked = (at(1) & 0x80U) != 0;
    std::size_t const mask = masked ? 4 : 0;
    if (bytes.size() < header + mask + size) return std::nullopt;
    return Frame{static_cast<unsigned>(at(0) & 0x0FU), (at(0) & 0x40U) != 0,
                 bytes.substr(header + mask, size), bytes.substr(header, mask),
                 header + mask + size};
}

// A client masks; with a mask of zeros the bytes stay as they are.
enum class Masked { No, Yes };

inline std::string framed(std::string_view payload, unsigned opcode, Masked masked)
{
    std::string frame(1, static_cast<char>(0x80U | opcode));
    unsigned const bit = masked == Masked::Yes ? 0x80U : 0U;
    auto const put = [&](unsigned bytes) {
        while (bytes-- > 0) {
            frame.push_back(static_cast<char>(payload.size() >> (8 * bytes) & 0xFFU));
        }
    };
    if (payload.size() < 126) {
        frame.push_back(static_cast<char>(bit | payload.size()));
    } else if (payload.size() <= 0xFFFFU) {
        frame.push_back(static_cast<char>(bit | 126U));
        put(2);
    } else {
        frame.push_back(static_cast<char>(bit | 127U));
        put(8);
    }
    if (masked == Masked::Yes) frame.append(4, '\0');
    frame.append(payload);
    return frame;
}

// The answer to this key is the example of RFC 6455, section 1.3.
inline constexpr std::string_view sample_key = "dGhlIHNhbXBsZSBub25jZQ==";
inline constexpr std::string_view sample_accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

} // namespace koudmen::bench
