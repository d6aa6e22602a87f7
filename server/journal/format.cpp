#include "journal/format.hpp"

#include "journal/layout.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace koudmen::journal {

namespace {

using nlohmann::json;

// Thrown and caught in this file only: a record that does not say what it must.
struct Malformed {
    std::string what;
};

[[noreturn]] void malformed(std::string what)
{
    throw Malformed{std::move(what)};
}

template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <template <class...> class Template, class... Args>
inline constexpr bool is_a<Template<Args...>, Template> = true;

template <class T>
concept Listed = requires
{
    Layout<T>::fields;
};

template <class T>
concept Worded = std::is_enum_v<T> &&(board::words<T>.size() > 0);

template <class Tag>
void put(json& out, Minted<Tag> const& id);
template <class Tag>
void take(json const& in, Minted<Tag>& id);

// --- writing

void put(json& out, std::string const& text)
{
    out = text;
}
void put(json& out, bool flag)
{
    out = flag;
}
void put(json& out, std::uint64_t number)
{
    out = number;
}
void put(json& out, Moment at)
{
    out = at.milliseconds;
}
template <class Tag>
void put(json& out, Minted<Tag> const& id)
{
    out = id.named() ? std::string(id.text()) : std::string{};
}
template <class Tag>
void put(json& out, Slug<Tag> const& slug)
{
    out = slug.text;
}
template <class Tag>
void put(json& out, Number<Tag> const& number)
{
    out = number.value;
}
template <Worded Enum>
void put(json& out, Enum value)
{
    out = std::string(board::word(value));
}
void put(json& out, board::Part part)
{
    out = static_cast<std::uint64_t>(part);
}
template <Listed T>
void put(json& out, T const& value);
template <class T>
void put(json& out, std::vector<T> const& list);
template <class T, std::size_t size>
void put(json& out, std::array<T, size> const& list);
template <class Key, class T>
void put(json& out, std::map<Key, T> const& map);
void put(json& out, board::Changes const& changes);
void put(json& out, std::shared_ptr<board::Board const> const& board);

template <Listed T>
void put(json& out, T const& value)
{
    out = json::object();
    auto const one = [&](auto const& field) {
        auto const& member = value.*field.member;
        if constexpr (is_a<std::decay_t<decltype(member)>, std::optional>) {
            if (member) put(out[std::string(field.word)], *member);
        } else {
            if (field.may_lack && member == T{}.*field.member) return;
            put(out[std::string(field.word)], member);
        }
    };
    std::apply([&](auto const&... fields) { (one(fields), ...); }, Layout<T>::fields);
}
template <class T>
void put(json& out, std::vector<T> const& list)
{
    out = json::array();
    for (auto const& value : list) put(out.emplace_back(), value);
}
template <class T, std::size_t size>
void put(json& out, std::array<T, size> const& list)
{
    out = json::array();
    for (auto const& value : list) put(out.emplace_back(), value);
}
// Pairs, flat: key, value, key, value. Keys are not all text.
template <class Key, class T>
void put(json& out, std::map<Key, T> const& map)
{
    out = json::array();
    for (auto const& [key, value] : map) {
        put(out.emplace_back(), key);
        put(out.emplace_back(), value);
    }
}
void put(json& out, board::Changes const& changes)
{
    out = json::array();
    for (auto const& [position, thing] : changes.order()) {
        put(out.emplace_back(), position);
        put(out.emplace_back(), thing);
    }
}

void put(json& out, std::shared_ptr<board::Board const> const& board)
{
    put(out, *board);
}

// --- reading

std::uint64_t whole(json const& in)
{
    if (!in.is_number_integer()) malformed("a number is expected");
    if (!in.is_number_unsigned() && in.get<std::int64_t>() < 0) malformed("a number is negative");
    return in.get<std::uint64_t>();
}

std::string const& text(json const& in)
{
    if (!in.is_string()) malformed("a text is expected");
    return in.get_ref<std::string const&>();
}

void take(json const& in, std::string& out)
{
    out = text(in);
}
void take(json const& in, bool& out)
{
    if (!in.is_boolean()) malformed("true or false is expected");
    out = in.get<bool>();
}
void take(json const& in, std::uint64_t& out)
{
    out = whole(in);
}
void take(json const& in, Moment& out)
{
    if (!in.is_number_integer()) malformed("a moment is expected");
    out.milliseconds = in.get<std::int64_t>();
}
template <class Tag>
void take(json const& in, Minted<Tag>& out)
{
    if (text(in).empty()) return;
    auto const id = Minted<Tag>::from(text(in));
    if (!id) malformed("an id is not one");
    out = *id;
}
template <class Tag>
void take(json const& in, Slug<Tag>& out)
{
    out.text = text(in);
}
template <class Tag>
void take(json const& in, Number<Tag>& out)
{
    out.value = whole(in);
}
template <Worded Enum>
void take(json const& in, Enum& out)
{
    auto const& said = text(in);
    for (std::size_t value = 0; value < board::words<Enum>.size(); ++value) {
        if (board::words<Enum>[value] != said) continue;
        out = static_cast<Enum>(value);
        return;
    }
    malformed("the word " + said + " is unknown");
}
void take(json const& in, board::Part& out)
{
    auto const value = whole(in);
    if (value > static_cast<std::uint64_t>(board::Part::Commitment)) malformed("a part is unknown");
    out = static_cast<board::Part>(value);
}
template <Listed T>
void take(json const& in, T& out);
template <class T>
void take(json const& in, std::vector<T>& out);
template <class T, std::size_t size>
void take(json const& in, std::array<T, size>& out);
template <class Key, class T>
void take(json const& in, std::map<Key, T>& out);
void take(json const& in, board::Changes& out);
void take(json const& in, std::shared_ptr<board::Board const>& out);

template <Listed T>
void take(json const& in, T& out)
{
    if (!in.is_object()) malformed("an object is expected");
    std::size_t known = 0;
    auto const one = [&](auto const& field) {
        auto const found = in.find(field.word);
        auto& member = out.*field.member;
        using Member = std::decay_t<decltype(member)>;
        if (found == in.end()) {
            if (!is_a<Member, std::optional> && !field.may_lack) {
                malformed("the field " + std::string(field.word) + " is missing");
            }
            return;
        }
        ++known;
        if constexpr (is_a<Member, std::optional>)
            take(*found, member.emplace());
        else
            take(*found, member);
    };
    std::apply([&](auto const&... fields) { (one(fields), ...); }, Layout<T>::fields);
    if (known != in.size()) malformed("a field is unknown");
}
template <class T>
void take(json const& in, std::vector<T>& out)
{
    if (!in.is_array()) malformed("a list is expected");
    out.reserve(in.size());
    for (auto const& value : in) take(value, out.emplace_back());
}
template <class T, std::size_t size>
void take(json const& in, std::array<T, size>& out)
{
    if (!in.is_array() || in.size() != size) malformed("a list of another length is expected");
    for (std::size_t index = 0; index < size; ++index) take(in[index], out[index]);
}
template <class Each>
void pairs(json const& in, Each&& each)
{
    if (!in.is_array() || in.size() % 2 != 0) malformed("pairs are expected");
    for (std::size_t index = 0; index < in.size(); index += 2) each(in[index], in[index + 1]);
}
template <class Key, class T>
void take(json const& in, std::map<Key, T>& out)
{
    out.clear();
    pairs(in, [&](json const& key, json const& value) {
        Key read_key;
        take(key, read_key);
        T read_value;
        take(value, read_value);
        out.emplace_hint(out.end(), std::move(read_key), std::move(read_value));
    });
}
void take(json const& in, board::Changes& out)
{
    pairs(in, [&](json const& at, json const& value) {
        Position position;
        take(at, position);
        board::Thing thing;
        take(value, thing);
        out.touch(thing, position);
    });
}

void take(json const& in, std::shared_ptr<board::Board const>& out)
{
    auto board = std::make_shared<board::Board>();
    take(in, *board);
    out = std::move(board);
}

template <std::size_t index = 0>
board::Event take_event(std::string const& word, json const& in)
{
    if constexpr (index == std::variant_size_v<board::Event>) {
        malformed("the event " + word + " is unknown");
    } else {
        using Candidate = std::variant_alternative_t<index, board::Event>;
        if (Layout<Candidate>::word != word) return take_event<index + 1>(word, in);
        Candidate event;
        take(in, event);
        return event;
    }
}

// --- the envelope

constexpr std::size_t checksum_bytes = 4;

std::string sealed(std::uint8_t version, json const& content)
{
    auto const body = json::to_cbor(content);
    std::string bytes;
    bytes.reserve(1 + checksum_bytes + body.size());
    bytes.push_back(static_cast<char>(version));
    std::string_view const view(reinterpret_cast<char const*>(body.data()), body.size());
    auto const checksum = crc32c(view);
    for (std::size_t byte = 0; byte < checksum_bytes; ++byte) {
        bytes.push_back(static_cast<char>((checksum >> (8 * byte)) & 0xFF));
    }
    bytes.append(view);
    return bytes;
}

json unsealed(std::uint8_t version, std::string_view bytes)
{
    if (bytes.size() < 1 + checksum_bytes) malformed("the record is cut short");
    auto const written = static_cast<std::uint8_t>(bytes[0]);
    if (written != version) {
        malformed("it has the format of version " + std::to_string(written) +
                  ", and this program reads version " + std::to_string(version));
    }
    std::uint32_t checksum = 0;
    for (std::size_t byte = 0; byte < checksum_bytes; ++byte) {
        checksum |= std::uint32_t{static_cast<std::uint8_t>(bytes[1 + byte])} << (8 * byte);
    }
    auto const body = bytes.substr(1 + checksum_bytes);
    if (crc32c(body) != checksum) malformed("the checksum does not match");
    auto content = json::from_cbor(body, true, false);
    if (content.is_discarded()) malformed("the content is not CBOR");
    return content;
}

// --- an event, whole

json content_of(board::Recorded const& recorded)
{
    json content = json::object();
    put(content["n"], recorded.position);
    put(content["t"], recorded.at);
    put(content["b"], recorded.by);
    std::visit(
        [&](auto const& event) {
            content["k"] = std::string(Layout<std::decay_t<decltype(event)>>::word);
            put(content["e"], event);
        },
        recorded.event);
    return content;
}

board::Recorded take_recorded(json const& content)
{
    if (!content.is_object() || content.size() != 5) malformed("five fields are expected");
    for (auto const* word : {"n", "t", "b", "k", "e"}) {
        if (!content.contains(word)) malformed(std::string("the field ") + word + " is missing");
    }
    board::Recorded recorded;
    take(content["n"], recorded.position);
    take(content["t"], recorded.at);
    take(content["b"], recorded.by);
    recorded.event = take_event(text(content["k"]), content["e"]);
    return recorded;
}

// How deep a JSON text nests, before anything recursive looks at it.
constexpr std::size_t depth_max = 16;
std::size_t depth(std::string_view text)
{
    std::size_t now = 0;
    std::size_t deepest = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (quoted) {
            if (c == '\\') ++at;
            if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++now);
        } else if ((c == '}' || c == ']') && now > 0) {
            --now;
        }
    }
    return deepest;
}

template <class Read>
auto guarded(Read&& read) -> Result<decltype(read()), Unreadable>
{
    try {
        return read();
    } catch (Malformed const& fault) {
        return unexpected(fault.what);
    }
}

} // namespace

std::uint32_t crc32c(std::string_view bytes)
{
    static constexpr auto table = [] {
        constexpr std::uint32_t polynomial = 0x82F63B78; // Reversed.
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t index = 0; index < made.size(); ++index) {
            auto value = index;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            }
            made[index] = value;
        }
        return made;
    }();
    std::uint32_t value = 0xFFFFFFFF;
    for (char const byte : bytes) {
        value = table[(value ^ static_cast<std::uint8_t>(byte)) & 0xFF] ^ (value >> 8);
    }
    return ~value;
}

std::string encode_position(Position position)
{
    std::string bytes;
    for (int byte = 7; byte >= 0; --byte) {
        bytes.push_back(static_cast<char>((position.value >> (8 * byte)) & 0xFF));
    }
    return bytes;
}

std::optional<Position> decode_position(std::string_view bytes)
{
    if (bytes.size() != 8) return std::nullopt;
    Position position;
    for (char const byte : bytes) {
        position.value = (position.value << 8) | static_cast<std::uint8_t>(byte);
    }
    return position;
}

std::string event_key(BoardCode const& code, Position position)
{
    return std::string(event_prefix) + code.text + "/" + encode_position(position);
}

std::string mark_key(BoardCode const& code)
{
    return std::string(mark_prefix) + code.text;
}

std::string snapshot_key(BoardCode const& code)
{
    return std::string(snapshot_prefix) + code.text;
}

BoardCode code_of_mark(std::string_view key)
{
    return {std::string(key.substr(mark_prefix.size()))};
}

std::string encode(board::Recorded const& recorded)
{
    return sealed(record_version, content_of(recorded));
}

Result<board::Recorded, Unreadable> decode_recorded(std::string_view bytes)
{
    return guarded([&] { return take_recorded(unsealed(record_version, bytes)); });
}

std::string encode_line(board::Recorded const& recorded)
{
    return content_of(recorded).dump();
}

Result<board::Recorded, Unreadable> decode_line(std::string_view line)
{
    return guarded([&] {
        if (depth(line) > depth_max) malformed("it nests too deep");
        auto const content = json::parse(line, nullptr, false);
        if (content.is_discarded()) malformed("it is not JSON");
        return take_recorded(content);
    });
}

std::string encode(board::Board const& board)
{
    json content;
    put(content, board);
    return sealed(snapshot_version, content);
}

Result<board::Board, Unreadable> decode_board(std::string_view bytes)
{
    return guarded([&] {
        board::Board board;
        take(unsealed(snapshot_version, bytes), board);
        return board;
    });
}

} // namespace koudmen::journal
