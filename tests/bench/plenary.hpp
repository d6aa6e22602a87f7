#pragma once

#include "board/decide.hpp"
#include "board/event.hpp"
#include "board/state.hpp"
#include "journal/rocks_journal.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace koudmen::bench {

// A board whose events are decided here and written into a store, which takes less time than asking a
// server for each: people have joined and proposed, and a ballot is open. People and proposals are those
// of people.hpp.
class Plenary {
public:
    Plenary(std::size_t people, std::size_t proposals, BoardCode of = {"K7P4X"});

    // An opinion by its level: 0 for, 1 neither, 2 against.
    void vote(std::size_t person, std::size_t proposal, std::size_t level);

    void write(std::filesystem::path const& folder) const;
    void write(journal::Journal& journal) const;

    BoardCode const code;
    board::Board board;
    std::vector<board::Recorded> history;

private:
    void ask(std::size_t person, board::Command const& command);
    void lead(board::Actor const& actor, board::Command const& command);
    void keep(board::Stamp const& by, board::Decided const& decided);

    Moment const now_{1'734'091'200'000};
    std::map<board::Actor, std::uint64_t> operations_;
};

// Who may lead it.
std::string facilitator_credential();

std::unique_ptr<journal::RocksJournal> open_journal(
    std::filesystem::path const& folder,
    journal::RocksJournal::Mode mode = journal::RocksJournal::Mode::Serve);

} // namespace koudmen::bench
