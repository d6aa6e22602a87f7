#include "app/ballots.hpp"

#include "base/sha256.hpp"
#include "board/results.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace koudmen::app {

namespace {

constexpr std::size_t pseudonym_digits = 16;

std::string pseudonym(board::Participant const& person, board::Ballot const& ballot)
{
    auto const named = person.credential.text + ":" + std::string(ballot.id.text());
    return sha256(named).substr(0, pseudonym_digits);
}

} // namespace

std::size_t write_ballots(board::Board const& board, std::ostream& out)
{
    std::size_t left_out = 0;
    out << "ballot,proposal,pseudonym,choice\r\n";
    for (auto const& [id, ballot] : board.ballots) {
        if (!board::results_shown(board, ballot)) {
            ++left_out;
            continue;
        }
        std::vector<std::string> lines;
        for (auto const& [number, voter] : ballot.voters) {
            auto const name = pseudonym(board.participants.at(number), ballot);
            for (auto const& [proposal, cast] : voter.casts) {
                if (!cast.choice) continue;
                lines.push_back(std::string(id.text()) + "," + std::string(proposal.text()) + "," +
                                name + "," + std::string(board::word(*cast.choice)) + "\r\n");
            }
        }
        std::sort(lines.begin(), lines.end());
        for (auto const& line : lines) out << line;
    }
    return left_out;
}

} // namespace koudmen::app
