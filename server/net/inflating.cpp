#include "net/inflating.hpp"

#include "wire/deflate.hpp"

#include <algorithm>
#include <utility>

namespace koudmen::net {

namespace {

constexpr unsigned final_bit = 0x80;
constexpr unsigned compressed_bit = 0x40;
constexpr unsigned other_reserved_bits = 0x30;
constexpr unsigned opcode_bits = 0x0F;
constexpr unsigned control_opcodes = 0x08;
constexpr unsigned mask_bit = 0x80;
constexpr unsigned length_bits = 0x7F;
constexpr unsigned medium_mark = 126;
constexpr unsigned long_mark = 127;
constexpr std::size_t mask_bytes = 4;

std::uint64_t at(std::string_view bytes, std::size_t index)
{
    return static_cast<unsigned char>(bytes[index]);
}

} // namespace

Inflating::Header Inflating::header(std::string_view bytes)
{
    Header found;
    if (bytes.size() < 2) return found;
    found.first = static_cast<unsigned>(at(bytes, 0));
    found.masked = (at(bytes, 1) & mask_bit) != 0;
    auto const length = at(bytes, 1) & length_bits;
    std::size_t const more = length == medium_mark ? 2 : length == long_mark ? 8 : 0;
    std::size_t const size = 2 + more + (found.masked ? mask_bytes : 0);
    if (bytes.size() < size) return found;
    found.size = size;
    found.payload = more > 0 ? 0 : length;
    for (std::size_t index = 0; index < more; ++index) {
        found.payload = found.payload << 8 | at(bytes, 2 + index);
    }
    return found;
}

void Inflating::take(std::string_view bytes)
{
    if (given_ == ready_.size()) {
        ready_.clear();
        given_ = 0;
    }
    if (refused_) {
        ready_.append(bytes);
        return;
    }
    held_.append(bytes);
    while (take_frame()) {}
    // Once for all frames: there may be thousands.
    held_.erase(0, std::exchange(taken_, 0));
    if (held_.empty()) std::string().swap(held_);
}

std::string_view Inflating::give(std::size_t most)
{
    auto const given = std::string_view(ready_).substr(given_, most);
    given_ += given.size();
    return given;
}

bool Inflating::take_frame()
{
    auto const rest = std::string_view(held_).substr(taken_);
    if (rest.empty()) return false;
    if (passing_ > 0 || refused_) {
        auto const size = refused_ ? rest.size() : std::min<std::uint64_t>(passing_, rest.size());
        ready_.append(rest, 0, size);
        taken_ += size;
        passing_ -= refused_ ? 0 : size;
        return true;
    }
    auto const next = header(rest);
    if (next.size == 0) return false;
    unsigned const opcode = next.first & opcode_bits;
    bool const control = (opcode & control_opcodes) != 0;
    bool const marked = (next.first & compressed_bit) != 0;
    bool const begins = marked && (opcode == 1 || opcode == 2) && !compressed_;
    bool const goes_on = compressed_ && opcode == 0 && !marked;
    if (control ? !marked : !marked && !compressed_) {
        ready_.append(rest, 0, next.size);
        taken_ += next.size;
        passing_ = next.payload;
        return true;
    }
    bool const sound =
        (begins || goes_on) && next.masked && (next.first & other_reserved_bits) == 0;
    if (!sound) {
        // Whatever it is, as it stands it might be taken for something else.
        put_header(final_bit | compressed_bit | 1U, 0);
        refused_ = true;
        return true;
    }
    if (next.payload > message_bytes_max_ || message_.size() + next.payload > message_bytes_max_) {
        put_header(final_bit | (begins ? opcode : opcode_), message_bytes_max_ + 1);
        refused_ = true;
        return true;
    }
    if (rest.size() < next.size + next.payload) return false;
    if (begins) {
        compressed_ = true;
        opcode_ = opcode;
    }
    take_part(next);
    if ((next.first & final_bit) != 0) finish_message();
    return true;
}

void Inflating::take_part(Header const& header)
{
    auto const rest = std::string_view(held_).substr(taken_);
    auto const mask = header.size - mask_bytes;
    for (std::size_t index = 0; index < header.payload; ++index) {
        message_.push_back(
            static_cast<char>(rest[header.size + index] ^ rest[mask + index % mask_bytes]));
    }
    taken_ += header.size + static_cast<std::size_t>(header.payload);
}

void Inflating::finish_message()
{
    auto const text = wire::inflated(message_, message_bytes_max_);
    std::string().swap(message_);
    compressed_ = false;
    // The reader knows what to do with one that it was not asked to understand.
    unsigned const first = final_bit | opcode_ | (text ? 0U : compressed_bit);
    put_header(first, text ? text->size() : 0);
    refused_ = !text || text->size() > message_bytes_max_;
    if (text) ready_ += *text;
}

// Of a frame that is masked with zeros.
void Inflating::put_header(unsigned first, std::uint64_t length)
{
    constexpr std::size_t short_max = 125;
    constexpr std::size_t medium_max = 0xFFFF;
    ready_ += static_cast<char>(first);
    unsigned const bytes = length <= short_max ? 0 : length <= medium_max ? 2 : 8;
    auto const told = bytes == 0   ? static_cast<unsigned>(length)
                      : bytes == 2 ? medium_mark
                                   : long_mark;
    ready_ += static_cast<char>(mask_bit | told);
    for (unsigned left = bytes; left-- > 0;) {
        ready_ += static_cast<char>(length >> (8 * left) & 0xFFU);
    }
    ready_.append(mask_bytes, '\0');
}

} // namespace koudmen::net
