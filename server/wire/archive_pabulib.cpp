#include "wire/archive_parts.hpp"

#include "board/limits.hpp"
#include "board/methods.hpp"
#include "board/results.hpp"

#include <map>
#include <string>
#include <utility>

namespace koudmen::wire {

namespace {

// A text on one line of a file whose cells stand between semicolons, without a way to quote them.
std::string plain(std::string text)
{
    for (auto& c : text) {
        if (c == ';') c = ',';
        if (c == '\n' || c == '\r' || c == '"') c = ' ';
    }
    return text;
}

// The file of one ballot (pabulib.org/format). Every proposal costs one of a budget for all of them:
// how many are to be selected is for who reads the file to say.
class PabulibFile {
public:
    PabulibFile(board::Board const& board, board::Ballot const& ballot,
                std::vector<board::Voter const*> voters)
        : board_(board), ballot_(ballot), voters_(std::move(voters))
    {
        for (auto const& id : ballot.proposals) {
            auto const& proposal = board.proposals.at(id);
            if (board::is_public(proposal.status)) proposals_[proposal.number] = &proposal;
        }
    }

    std::string text() const
    {
        bool const dots = ballot_.method == board::Method::Dots;
        std::string out = "META\nkey;value\n";
        auto const line = [&](std::string const& key, std::string const& value) {
            out += key + ";" + value + "\n";
        };
        line("description", plain(ballot_.question));
        line("unit", plain(board_.title));
        line("instance", board_.code.text + "-" + std::to_string(ballot_.number));
        line("num_projects", std::to_string(proposals_.size()));
        line("num_votes", std::to_string(voters_.size()));
        line("budget", std::to_string(proposals_.size()));
        line("vote_type", dots ? "cumulative" : "approval");
        if (ballot_.terms.maximum) line("max_length", std::to_string(*ballot_.terms.maximum));
        if (ballot_.terms.budget) line("max_sum_points", std::to_string(*ballot_.terms.budget));
        if (ballot_.terms.cap) line("max_points", std::to_string(*ballot_.terms.cap));
        add_projects(out, dots);
        out += dots ? "VOTES\nvoter_id;vote;points\n" : "VOTES\nvoter_id;vote\n";
        for (std::size_t voter = 0; voter < voters_.size(); ++voter) {
            add_vote(out, voter, dots);
        }
        return out;
    }

private:
    void add_projects(std::string& out, bool dots) const
    {
        out += dots ? "PROJECTS\nproject_id;cost;votes;score;name\n"
                    : "PROJECTS\nproject_id;cost;votes;name\n";
        auto const scale = board::scale_of(ballot_.method);
        for (auto const& [number, proposal] : proposals_) {
            auto const& counts = ballot_.tallies.at(proposal->id).counts;
            std::uint64_t people = 0;
            std::uint64_t given = 0;
            for (std::size_t level = 0; level < counts.size(); ++level) {
                people += counts[level];
                if (dots) given += counts[level] * board::dots(scale.at(level));
            }
            out += std::to_string(number) + ";1;" + std::to_string(people) + ";";
            if (dots) out += std::to_string(given) + ";";
            out += plain(proposal->title) + "\n";
        }
    }

    void add_vote(std::string& out, std::size_t voter, bool dots) const
    {
        std::string chosen;
        std::string points;
        for (auto const& [number, proposal] : proposals_) {
            auto const cast = voters_[voter]->casts.find(proposal->id);
            if (cast == voters_[voter]->casts.end() || !cast->second.choice) continue;
            auto const between = chosen.empty() ? "" : ",";
            chosen += between + std::to_string(number);
            if (dots) points += between + std::to_string(board::dots(*cast->second.choice));
        }
        out += std::to_string(voter) + ";" + chosen;
        if (dots) out += ";" + points;
        out += "\n";
    }

    board::Board const& board_;
    board::Ballot const& ballot_;
    std::vector<board::Voter const*> voters_;
    std::map<std::uint64_t, board::Proposal const*> proposals_; // By number.
};

} // namespace

std::vector<ArchiveFile> pabulib_files(board::Board const& board)
{
    std::map<std::uint64_t, board::Ballot const*> ballots;
    for (auto const& [id, ballot] : board.ballots) {
        bool const fits =
            ballot.method == board::Method::Approval || ballot.method == board::Method::Dots;
        // While people vote, what changed between two archives would be somebody's whole ballot.
        bool const over = ballot.state != board::BallotState::Open;
        if (fits && over && board::results_shown(board, ballot)) ballots[ballot.number] = &ballot;
    }
    std::vector<ArchiveFile> files;
    if (ballots.empty()) return files;
    auto const secret = secret_of(board);
    for (auto const& [number, ballot] : ballots) {
        auto voters = shuffled(board, *ballot, secret);
        if (voters.size() < board::small_cell_min) continue;
        files.push_back({"pabulib/ballot-" + std::to_string(number) + ".pb",
                         PabulibFile(board, *ballot, std::move(voters)).text()});
    }
    return files;
}

} // namespace koudmen::wire
