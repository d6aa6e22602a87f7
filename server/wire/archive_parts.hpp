#pragma once

#include "board/state.hpp"
#include "wire/archive.hpp"

#include <string>
#include <vector>

// Inside of wire/: the parts of an archive, by topic.
namespace koudmen::wire {

// What was decided, proposed, promised and counted, as tables made of the exported roadmap alone and
// of the public log of moderation in it, so that they tell no more than it does.
std::vector<ArchiveFile> tables(std::string const& roadmap);

// Anonymous ballots in the files of Pol.is, for each ballot whose results are shown.
std::vector<ArchiveFile> polis_files(board::Board const& board);

// Anonymous ballots in files of Pabulib, for each approval and each vote of dots whose results are shown.
std::vector<ArchiveFile> pabulib_files(board::Board const& board);

// A secret made of every credential's hash, which is in no file that anybody may have. Whoever has the
// whole board could work out who a pseudonym is, and has every vote without that.
std::string secret_of(board::Board const& board);

// The voters of a ballot in an order that the secret makes: 0, 1, 2 are their pseudonyms. Another
// ballot, or the same at another position of the journal, has other ones.
std::vector<board::Voter const*> shuffled(board::Board const& board, board::Ballot const& ballot,
                                          std::string const& secret);

// What the files are and how their numbers are to be read, in French and in English.
std::vector<ArchiveFile> data_cards(board::Board const& board);

// Texts of the sources, inside the program.
std::string_view roadmap_schema_text();
std::string_view french_card_text();
std::string_view english_card_text();

// To the second, in UTC: 2024-12-13T16:31:07Z.
std::string instant(Moment at);

} // namespace koudmen::wire
