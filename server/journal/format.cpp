#include "journal/format.hpp"

#include "journal/cbor.hpp"
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
void take(Cbor& in, Minted<Tag>& id);

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

void take(Cbor& in, std::string& out)
{
    out = in.text();
}
void take(Cbor& in, bool& out)
{
    out = in.boolean();
}
void take(Cbor& in, std::uint64_t& out)
{
    out = in.whole();
}
void take(Cbor& in, Moment& out)
{
    out.milliseconds = in.integer();
}
template <class Tag>
void take(Cbor& in, Minted<Tag>& out)
{
    auto const text = in.text();
    if (text.empty()) return;
    auto const id = Minted<Tag>::from(text);
    if (!id) malformed("an id is not one");
    out = *id;
}
template <class Tag>
void take(Cbor& in, Slug<Tag>& out)
{
    out.text = in.text();
}
template <class Tag>
void take(Cbor& in, Number<Tag>& out)
{
    out.value = in.whole();
}
template <Worded Enum>
void take(Cbor& in, Enum& out)
{
    auto const said = in.text();
    for (std::size_t value = 0; value < board::words<Enum>.size(); ++value) {
        if (board::words<Enum>[value] != said) continue;
        out = static_cast<Enum>(value);
        return;
    }
    malformed("the word " + std::string(said) + " is unknown");
}
void take(Cbor& in, board::Part& out)
{
    auto const value = in.whole();
    if (value > static_cast<std::uint64_t>(board::Part::Commitment)) malformed("a part is unknown");
    out = static_cast<board::Part>(value);
}
template <Listed T>
void take(Cbor& in, T& out);
template <class T>
void take(Cbor& in, std::vector<T>& out);
template <class T, std::size_t size>
void take(Cbor& in, std::array<T, size>& out);
template <class Key, class T>
void take(Cbor& in, std::map<Key, T>& out);
void take(Cbor& in, board::Changes& out);
void take(Cbor& in, std::shared_ptr<board::Board const>& out);

// A field that is there; false when it is another one.
template <class T, class Field>
bool take_field(Cbor& in, T& out, Field const& field, std::string_view word)
{
    if (field.word != word) return false;
    auto& member = out.*field.member;
    if constexpr (is_a<std::decay_t<decltype(member)>, std::optional>)
        take(in, member.emplace());
    else
        take(in, member);
    return true;
}

template <Listed T>
void take(Cbor& in, T& out)
{
    constexpr auto count = std::tuple_size_v<std::decay_t<decltype(Layout<T>::fields)>>;
    std::array<bool, count + 1> there{};
    for (auto left = in.map(); left > 0; --left) {
        auto const word = in.text();
        std::size_t index = 0;
        bool const known = std::apply(
            [&](auto const&... fields) {
                return ((take_field(in, out, fields, word) || (++index, false)) || ...);
            },
            Layout<T>::fields);
        if (!known || there[index]) malformed("a field is unknown");
        there[index] = true;
    }
    std::size_t index = 0;
    auto const one = [&](auto const& field) {
        using Member = std::decay_t<decltype(out.*field.member)>;
        if (there[index++] || is_a<Member, std::optional> || field.may_lack) return;
        malformed("the field " + std::string(field.word) + " is missing");
    };
    std::apply([&](auto const&... fields) { (one(fields), ...); }, Layout<T>::fields);
}
template <class T>
void take(Cbor& in, std::vector<T>& out)
{
    auto left = in.list();
    out.reserve(left);
    for (; left > 0; --left) take(in, out.emplace_back());
}
template <class T, std::size_t size>
void take(Cbor& in, std::array<T, size>& out)
{
    if (in.list() != size) malformed("a list of another length is expected");
    for (auto& value : out) take(in, value);
}
// Flat: key, value, key, value. How many pairs.
std::size_t pairs(Cbor& in)
{
    auto const values = in.list();
    if (values % 2 != 0) malformed("pairs are expected");
    return values / 2;
}
template <class Key, class T>
void take(Cbor& in, std::map<Key, T>& out)
{
    out.clear();
    for (auto left = pairs(in); left > 0; --left) {
        Key key;
        take(in, key);
        T value;
        take(in, value);
        out.emplace_hint(out.end(), std::move(key), std::move(value));
    }
}
void take(Cbor& in, board::Changes& out)
{
    for (auto left = pairs(in); left > 0; --left) {
        Position position;
        take(in, position);
        board::Thing thing;
        take(in, thing);
        out.touch(thing, position);
    }
}

void take(Cbor& in, std::shared_ptr<board::Board const>& out)
{
    auto board = std::make_shared<board::Board>();
    take(in, *board);
    out = std::move(board);
}

template <std::size_t index = 0>
board::Event take_event(std::string_view word, Cbor& in)
{
    if constexpr (index == std::variant_size_v<board::Event>) {
        malformed("the event " + std::string(word) + " is unknown");
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

Cbor unsealed(std::uint8_t version, std::string_view bytes)
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
    return Cbor(body);
}

void end(Cbor const& in)
{
    if (!in.at_end()) malformed("there is more after the content");
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

// The event stands before the word that says which it is.
board::Recorded take_recorded(Cbor in)
{
    constexpr std::array<std::string_view, 5> names{"n", "t", "b", "k", "e"};
    if (in.map() != names.size()) malformed("five fields are expected");
    board::Recorded recorded;
    std::string_view word;
    std::string_view event;
    std::array<bool, names.size()> there{};
    for (std::size_t left = names.size(); left > 0; --left) {
        auto const name = in.text();
        auto const index =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        if (index == names.size() || there[index]) malformed("a field is unknown");
        there[index] = true;
        switch (index) {
        case 0: take(in, recorded.position); break;
        case 1: take(in, recorded.at); break;
        case 2: take(in, recorded.by); break;
        case 3: word = in.text(); break;
        default: event = in.skip(); break;
        }
    }
    end(in);
    Cbor inside(event);
    recorded.event = take_event(word, inside);
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

// Eight bytes at a time: a table for each place that a byte may have among them.
std::uint32_t crc32c(std::string_view bytes)
{
    constexpr std::size_t width = 8;
    constexpr std::size_t values = 256;
    static constexpr auto tables = [] {
        constexpr std::uint32_t polynomial = 0x82F63B78; // Reversed.
        std::array<std::array<std::uint32_t, values>, width> made{};
        for (std::uint32_t index = 0; index < values; ++index) {
            auto value = index;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            }
            made[0][index] = value;
        }
        for (std::size_t place = 1; place < width; ++place) {
            for (std::size_t index = 0; index < values; ++index) {
                auto const before = made[place - 1][index];
                made[place][index] = made[0][before & 0xFF] ^ (before >> 8);
            }
        }
        return made;
    }();
    std::uint32_t value = 0xFFFFFFFF;
    auto const four = [&](std::size_t at) {
        auto const byte = [&](std::size_t place) {
            return std::uint32_t{static_cast<std::uint8_t>(bytes[at + place])};
        };
        return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
    };
    for (; bytes.size() >= width; bytes.remove_prefix(width)) {
        auto const low = value ^ four(0);
        auto const high = four(4);
        value = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^
                tables[5][(low >> 16) & 0xFF] ^ tables[4][low >> 24] ^ tables[3][high & 0xFF] ^
                tables[2][(high >> 8) & 0xFF] ^ tables[1][(high >> 16) & 0xFF] ^
                tables[0][high >> 24];
    }
    for (char const byte : bytes) {
        value = tables[0][(value ^ static_cast<std::uint8_t>(byte)) & 0xFF] ^ (value >> 8);
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
        auto const bytes = json::to_cbor(content);
        return take_recorded(Cbor({reinterpret_cast<char const*>(bytes.data()), bytes.size()}));
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
        auto in = unsealed(snapshot_version, bytes);
        take(in, board);
        end(in);
        return board;
    });
}

} // namespace koudmen::journal
