#include "journal/cbor.hpp"

#include <limits>
#include <utility>

namespace koudmen::journal {

namespace {

constexpr std::uint64_t simple_false = 20;
constexpr std::uint64_t simple_true = 21;

} // namespace

void malformed(std::string what)
{
    throw Malformed{std::move(what)};
}

Cbor::Head Cbor::head()
{
    if (rest_.empty()) malformed("the content is not CBOR");
    auto const first = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    auto const major = static_cast<Major>(first >> 5U);
    std::uint64_t const low = first & 0x1FU;
    constexpr std::uint64_t in_one_byte = 24;
    constexpr std::uint64_t in_eight_bytes = 27;
    if (low < in_one_byte) return {major, low};
    if (low > in_eight_bytes) malformed("the content is not CBOR");
    auto const bytes = std::size_t{1} << (low - in_one_byte);
    if (rest_.size() < bytes) malformed("the content is not CBOR");
    std::uint64_t value = 0;
    for (std::size_t at = 0; at < bytes; ++at) {
        value = value << 8U | static_cast<std::uint8_t>(rest_[at]);
    }
    rest_.remove_prefix(bytes);
    return {major, value};
}

std::uint64_t Cbor::whole()
{
    auto const [major, value] = head();
    if (major == Major::Negative) malformed("a number is negative");
    if (major != Major::Whole) malformed("a number is expected");
    return value;
}

std::int64_t Cbor::integer()
{
    auto const [major, value] = head();
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if ((major != Major::Whole && major != Major::Negative) || value > most) {
        malformed("a moment is expected");
    }
    auto const number = static_cast<std::int64_t>(value);
    return major == Major::Whole ? number : -1 - number;
}

bool Cbor::boolean()
{
    auto const [major, value] = head();
    if (major != Major::Simple || (value != simple_false && value != simple_true)) {
        malformed("true or false is expected");
    }
    return value == simple_true;
}

std::size_t Cbor::length(Major major, char const* otherwise)
{
    auto const head = this->head();
    // Each thing takes a byte at least.
    if (head.major != major || head.value > rest_.size()) malformed(otherwise);
    return static_cast<std::size_t>(head.value);
}

std::string_view Cbor::text()
{
    auto const size = length(Major::Text, "a text is expected");
    auto const text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
}

std::size_t Cbor::list()
{
    return length(Major::List, "a list is expected");
}

std::size_t Cbor::map()
{
    return length(Major::Map, "an object is expected");
}

std::string_view Cbor::skip()
{
    auto const from = rest_;
    for (std::uint64_t left = 1; left > 0; --left) {
        auto const [major, value] = head();
        switch (major) {
        case Major::Whole:
        case Major::Negative:
        case Major::Simple: break;
        case Major::Bytes:
        case Major::Text:
            if (value > rest_.size()) malformed("the content is not CBOR");
            rest_.remove_prefix(static_cast<std::size_t>(value));
            break;
        case Major::List:
        case Major::Map:
            if (value > rest_.size()) malformed("the content is not CBOR");
            left += major == Major::List ? value : 2 * value;
            break;
        case Major::Tag: malformed("the content is not CBOR");
        }
    }
    return from.substr(0, from.size() - rest_.size());
}

} // namespace koudmen::journal
