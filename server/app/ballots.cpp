#include "app/ballots.hpp"

#include "net/secrets.hpp"

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
    return net::sha256(named).substr(0, pseudonym_digits);
}

} // namespace

void write_ballots(board::Board const& board, std::ostream& out)
{
    out << "ballot,proposal,pseudonym,choice\r\n";
    for (auto const& [id, ballot] : board.ballots) {
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
}

} // namespace koudmen::app
