#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace koudmen::journal {

// Thrown and caught inside the journal only: bytes that do not say what they must.
struct Malformed {
    std::string what;
};

[[noreturn]] void malformed(std::string what);

// Reads CBOR (RFC 8949) as records are written in: whole numbers, texts, booleans, lists and maps of a
// known length. It builds nothing: what it reads goes where it belongs at once, which is what lets a
// million events be read in a second.
class Cbor {
public:
    explicit Cbor(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t whole();
    std::int64_t integer();
    bool boolean();
    std::string_view text();
    std::size_t list(); // So many values follow.
    std::size_t map();  // So many pairs follow: a text, and a value.

    // Past the next value, whatever it is; that value's bytes.
    std::string_view skip();

    bool at_end() const { return rest_.empty(); }

private:
    enum class Major : std::uint8_t { Whole, Negative, Bytes, Text, List, Map, Tag, Simple };
    struct Head {
        Major major;
        std::uint64_t value;
    };
    Head head();
    std::size_t length(Major major, char const* otherwise);

    std::string_view rest_;
};

} // namespace koudmen::journal
