#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "board/event.hpp"
#include "board/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The bytes on disk: keys, records, snapshots. The only place where they are spelled.
//
// A record is: version (1 byte), CRC-32C of all that follows (4 bytes, little-endian), CBOR. Old
// records are read for ever; tests/old-events keeps one of each kind. A new field is optional and
// absent in old records; a new meaning is a new word.
namespace koudmen::journal {

inline constexpr std::uint8_t record_version = 1;

// Snapshots carry their own version: one of another is ignored, never converted.
inline constexpr std::uint8_t snapshot_version = 7;

// Keys sort by board, then by position.
std::string event_key(BoardCode const& code, Position position);
std::string mark_key(BoardCode const& code);
std::string snapshot_key(BoardCode const& code);

// The prefixes under which each kind of key lies, and the end of each range.
inline constexpr std::string_view event_prefix = "e/";
inline constexpr std::string_view mark_prefix = "m/";
inline constexpr std::string_view snapshot_prefix = "s/";

// The board that a mark's key speaks of.
BoardCode code_of_mark(std::string_view key);

// A position as a value on disk.
std::string encode_position(Position position);
std::optional<Position> decode_position(std::string_view bytes);

// The reason a record could not be read is for the operator.
using Unreadable = std::string;

std::string encode(board::Recorded const& recorded);
Result<board::Recorded, Unreadable> decode_recorded(std::string_view bytes);

// The same as a text of one line.
std::string encode_line(board::Recorded const& recorded);
Result<board::Recorded, Unreadable> decode_line(std::string_view line);

std::string encode(board::Board const& board);
Result<board::Board, Unreadable> decode_board(std::string_view bytes);

// CRC-32C (Castagnoli), as of RFC 3720.
std::uint32_t crc32c(std::string_view bytes);

} // namespace koudmen::journal
