#include "wire/frame.hpp"

#include "base/check.hpp"
#include "wire/deflate.hpp"

#include <cstdint>

namespace koudmen::wire {

namespace {

constexpr unsigned char final_text = 0x81;            // FIN and opcode 1.
constexpr unsigned char final_compressed_text = 0xC1; // With RSV1.
constexpr std::size_t short_max = 125;
constexpr std::size_t medium_max = 0xFFFF;
constexpr unsigned char medium_mark = 126;
constexpr unsigned char long_mark = 127;

void append_big_endian(std::string& out, std::uint64_t value, int bytes)
{
    for (int byte = bytes - 1; byte >= 0; --byte) {
        out.push_back(static_cast<char>((value >> (8 * byte)) & 0xFF));
    }
}

Frame framed(unsigned char begin, std::string_view payload)
{
    constexpr std::size_t header_max = 10;
    std::string bytes;
    bytes.reserve(header_max + payload.size());
    bytes.push_back(static_cast<char>(begin));
    if (payload.size() <= short_max) {
        append_big_endian(bytes, payload.size(), 1);
    } else if (payload.size() <= medium_max) {
        bytes.push_back(static_cast<char>(medium_mark));
        append_big_endian(bytes, payload.size(), 2);
    } else {
        bytes.push_back(static_cast<char>(long_mark));
        append_big_endian(bytes, payload.size(), 8);
    }
    bytes.append(payload);
    return std::make_shared<std::string const>(std::move(bytes));
}

} // namespace

Frame make_frame(std::string_view payload)
{
    return framed(final_text, payload);
}

Frame make_compressed_frame(std::string_view payload)
{
    return framed(final_compressed_text, deflated(payload));
}

std::string_view payload(Frame const& frame)
{
    check(frame && frame->size() >= 2, "a frame has a header");
    auto const length = static_cast<unsigned char>((*frame)[1]);
    std::size_t const header = length <= short_max ? 2 : length == medium_mark ? 4 : 10;
    check(frame->size() >= header, "a frame has its whole header");
    return std::string_view(*frame).substr(header);
}

} // namespace koudmen::wire
