#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace koudmen::net {

// What a client sends, with compressed messages (RFC 7692) made plain ones, so that whoever reads needs to
// know of nothing. Control frames stay where they are, between frames too.
//
// What is not as it should be becomes a frame with a reserved bit, which the reader refuses; a message that
// is too long says so in its header.
class Inflating {
public:
    // Longer messages are not made.
    explicit Inflating(std::size_t message_bytes_max) : message_bytes_max_(message_bytes_max) {}

    void take(std::string_view bytes);

    // Up to so many bytes of what is made of it; empty when there is none yet.
    bool empty() const { return given_ == ready_.size(); }
    std::string_view give(std::size_t most);

    // Nothing is left of anything: another could go on from here.
    bool idle() const
    {
        return empty() && held_.empty() && passing_ == 0 && !compressed_ && !refused_;
    }

private:
    struct Header {
        unsigned first = 0; // Its first byte: flags and opcode.
        bool masked = false;
        std::uint64_t payload = 0;
        std::size_t size = 0; // Of the header itself; 0 when not all of it is there.
    };
    static Header header(std::string_view bytes);

    // False when more must come first.
    bool take_frame();
    void take_part(Header const& header);
    void finish_message();
    void put_header(unsigned first, std::uint64_t length);

    std::size_t const message_bytes_max_;
    std::string held_;          // Of a frame that is not whole.
    std::size_t taken_ = 0;     // Of what is held, while it is taken.
    std::uint64_t passing_ = 0; // Bytes of a frame that are passed on as they are.
    bool compressed_ = false;   // Inside such a message.
    bool refused_ = false;      // All that comes is passed on: the reader will end it.
    unsigned opcode_ = 0;       // Of that message.
    std::string message_;       // What came of it, compressed.
    std::string ready_;
    std::size_t given_ = 0; // Of what is ready.
};

} // namespace koudmen::net
