#include "protocol/read_json.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

namespace koudmen::protocol {

namespace {

// The longest name of an unknown member that a refusal repeats.
constexpr std::size_t name_bytes_max = 40;

constexpr form::Characters name_characters{"A-Za-z0-9_"};

bool is_plain_name(std::string_view name)
{
    return !name.empty() && name.size() <= name_bytes_max &&
           std::all_of(name.begin(), name.end(), [](char c) { return name_characters.holds(c); });
}

std::size_t code_points(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // Not a continuation byte.
    }));
}

// What can be known of a text before it is parsed, in one pass.
struct Outline {
    std::size_t depth = 0;  // The deepest that its brackets nest.
    std::size_t colons = 0; // Outside strings: as many as it has members.
    bool null_byte = false; // The parser would take it for the end.
};

Outline outline(std::string_view json)
{
    Outline found;
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        char const c = json[i];
        if (c == '\0') found.null_byte = true;
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
            continue;
        }
        if (c == '"') in_string = true;
        if (c == ':') ++found.colons;
        if (c == '[' || c == '{') found.depth = std::max(found.depth, ++depth);
        if ((c == ']' || c == '}') && depth > 0) --depth;
    }
    return found;
}

// Members of all objects in a value that is not deep.
std::size_t members(Json const& value)
{
    std::size_t count = value.is_object() ? value.size() : 0;
    for (Json const& inner : value) {
        if (inner.is_structured()) count += members(inner);
    }
    return count;
}

bool is_calendar_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    auto const number = [&](std::size_t from, std::size_t count) -> std::optional<int> {
        int value = 0;
        char const* const end = text.data() + from + count;
        auto const read = std::from_chars(text.data() + from, end, value);
        if (read.ec != std::errc{} || read.ptr != end || value < 0) return std::nullopt;
        return value;
    };
    auto const year = number(0, 4);
    auto const month = number(5, 2);
    auto const day = number(8, 2);
    if (!year || !month || !day) return false;
    return std::chrono::year_month_day{std::chrono::year{*year},
                                       std::chrono::month{static_cast<unsigned>(*month)},
                                       std::chrono::day{static_cast<unsigned>(*day)}}
        .ok();
}

// Whether a text or a list that has `size` is long enough. The usual least is one, and then the
// word is that it is required.
bool is_enough(Place const& at, std::size_t size, std::size_t min)
{
    if (size >= min) return true;
    if (min == 1) return at.refuse(RefusalWord::Required);
    return at.refuse(RefusalWord::Malformed, static_cast<std::int64_t>(min));
}

std::optional<std::int64_t> integer(Json const& value)
{
    // A number above the greatest int64 is kept as unsigned and would turn negative.
    if (value.is_number_unsigned()) {
        auto const number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    return std::nullopt;
}

} // namespace

Place Place::member(std::string_view field, Json const& inner) const
{
    return {.value = inner, .bad = bad, .parent = this, .name = field};
}

Place Place::item(std::size_t at, Json const& inner) const
{
    return {.value = inner, .bad = bad, .parent = this, .index = at};
}

bool Place::refuse(RefusalWord word, std::optional<std::int64_t> limit) const
{
    bad = {word, path(), limit};
    return false;
}

std::string Place::path() const
{
    if (parent == nullptr) return {};
    std::string before = parent->path();
    if (name.empty()) return before + '[' + std::to_string(index) + ']';
    if (!before.empty()) before += '.';
    return before.append(name);
}

bool take(Place const& at, bool& out, form::Flag)
{
    if (!at.value.is_boolean()) return at.refuse(RefusalWord::Malformed);
    out = at.value.get<bool>();
    return true;
}

bool take(Place const& at, std::int64_t& out, form::Whole form)
{
    if (!at.value.is_number_integer()) return at.refuse(RefusalWord::Malformed);
    auto const number = integer(at.value);
    if (!number || *number > form.max) return at.refuse(RefusalWord::Malformed, form.max);
    if (*number < form.min) return at.refuse(RefusalWord::Malformed, form.min);
    out = *number;
    return true;
}

std::string const* text(Place const& at)
{
    if (at.value.is_string()) return at.value.get_ptr<std::string const*>();
    at.refuse(RefusalWord::Malformed);
    return nullptr;
}

bool take(Place const& at, std::string& out, form::Text form)
{
    std::string const* const found = text(at);
    if (found == nullptr) return false;
    std::size_t const length = code_points(*found);
    if (!is_enough(at, length, form.min)) return false;
    if (length > form.max) return at.refuse(RefusalWord::TooLong, form.limit);
    out = *found;
    return true;
}

bool take(Place const& at, std::string& out, form::Pattern const& form)
{
    std::string const* const found = text(at);
    if (found == nullptr) return false;
    bool const fits =
        found->size() >= form.min && found->size() <= form.max &&
        std::all_of(found->begin(), found->end(), [&](char c) { return form.characters.holds(c); });
    if (!fits) return at.refuse(RefusalWord::Malformed);
    out = *found;
    return true;
}

bool take(Place const& at, std::string& out, form::Day const& form)
{
    if (!take(at, out, form::Pattern{form.characters, form.min, form.max})) return false;
    return is_calendar_day(out) || at.refuse(RefusalWord::Malformed);
}

bool is_list(Place const& at, std::size_t min, std::size_t max)
{
    if (!at.value.is_array()) return at.refuse(RefusalWord::Malformed);
    if (!is_enough(at, at.value.size(), min)) return false;
    if (at.value.size() <= max) return true;
    return at.refuse(RefusalWord::TooMany, static_cast<std::int64_t>(max));
}

bool is_object(Place const& at)
{
    return at.value.is_object() || at.refuse(RefusalWord::Malformed);
}

bool tagged(Place const& at, std::string_view word)
{
    Json const* const value = need(at, "type");
    if (value == nullptr) return false;
    Place const tag = at.member("type", *value);
    std::string const* const found = text(tag);
    if (found == nullptr) return false;
    return *found == word || tag.refuse(RefusalWord::UnknownWord);
}

bool nothing_but(Place const& at, std::initializer_list<std::string_view> names)
{
    for (auto const& [name, value] : at.value.items()) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        // The name is a stranger's: it is only repeated where it looks like one.
        if (!is_plain_name(name)) return at.refuse(RefusalWord::Malformed);
        return at.member(name, value).refuse(RefusalWord::Malformed);
    }
    return true;
}

Json const* find(Place const& at, std::string_view name)
{
    auto const found = at.value.find(name);
    return found == at.value.end() ? nullptr : &*found;
}

Json const* need(Place const& at, std::string_view name)
{
    Json const* const value = find(at, name);
    static Json const absent;
    if (value == nullptr) at.member(name, absent).refuse(RefusalWord::Malformed);
    return value;
}

std::optional<Json> parse(std::string_view json, BadMessage& bad)
{
    bad = {};
    Outline const seen = outline(json);
    if (seen.depth > static_cast<std::size_t>(limits::depth_max)) {
        bad.limit = limits::depth_max;
        return std::nullopt;
    }
    // The parser skips a byte order mark; no message starts with one.
    if (seen.null_byte || json.starts_with("\xEF\xBB\xBF")) return std::nullopt;
    auto value = Json::parse(json.begin(), json.end(), nullptr, false);
    if (value.is_discarded()) return std::nullopt;
    // The tree keeps one member of each name, so fewer than there are colons means a name twice.
    if (members(value) != seen.colons) return std::nullopt;
    return value;
}

std::optional<std::int64_t> integer_member(std::string_view json, std::string_view name)
{
    BadMessage bad;
    auto const value = parse(json, bad);
    if (!value || !value->is_object()) return std::nullopt;
    auto const found = value->find(name);
    return found == value->end() ? std::nullopt : integer(*found);
}

} // namespace koudmen::protocol
