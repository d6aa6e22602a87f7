#pragma once

#include "board/state.hpp"
#include "wire/zip.hpp"

#include <string>
#include <string_view>
#include <vector>

// A board as files that programs, spreadsheets and people read: the roadmap, tables, anonymous
// ballots, and what they mean. The same board at the same position gives the same bytes.
namespace koudmen::wire {

// What anybody may have: only what the room was shown.
std::vector<ArchiveFile> public_files(board::Board const& board);

// What was decided as one table for spreadsheets: what the archive holds as actions.fr.csv.
std::string roadmap_table(board::Board const& board);

// The files with their manifest, which tells the size and the hash of each.
std::string archive(board::Board const& board, std::vector<ArchiveFile> files,
                    std::string_view kind);

} // namespace koudmen::wire
