#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <map>
#include <string>

// The last known position of every board, in a small file outside the database, so that a database
// that forgets acknowledged events cannot do so unnoticed.
namespace koudmen::journal {

using Marks = std::map<BoardCode, Position>;

// Nothing known where there is no file; one that cannot be read is an error, never nothing known. The
// reason is for the operator.
Result<Marks, std::string> read_marks(std::filesystem::path const& file);

// Replaces the file in one step, on disk when this returns. False when it could not.
bool write_marks(std::filesystem::path const& file, Marks const& marks);

// What a folder names is on disk only once the folder is. False when it could not be synced.
bool sync_folder(std::filesystem::path const& folder);

} // namespace koudmen::journal
