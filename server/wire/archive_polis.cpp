#include "wire/archive_parts.hpp"

#include "base/sha256.hpp"
#include "board/limits.hpp"
#include "board/results.hpp"
#include "wire/csv.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace koudmen::wire {

namespace {

// Pol.is writes 1 for agreeing, 0 for passing, -1 for disagreeing in its exports.
std::int64_t sign_of(board::Choice choice)
{
    if (choice == board::Choice::Support) return 1;
    return choice == board::Choice::Oppose ? -1 : 0;
}

} // namespace

std::string secret_of(board::Board const& board)
{
    std::string hashes = "koudmen pseudonyms";
    for (auto const& [number, person] : board.participants) hashes += ":" + person.credential.text;
    for (auto const& [credential, actor] : board.members) hashes += ":" + credential.text;
    return sha256(hashes);
}

std::vector<board::Voter const*> shuffled(board::Board const& board, board::Ballot const& ballot,
                                          std::string const& secret)
{
    std::vector<std::pair<std::string, board::Voter const*>> drawn;
    for (auto const& [number, voter] : ballot.voters) {
        if (voter.standing == 0) continue;
        drawn.emplace_back(sha256(secret + ":" + std::to_string(board.position.value) + ":" +
                                  std::string(ballot.id.text()) + ":" +
                                  std::to_string(number.value)),
                           &voter);
    }
    std::sort(drawn.begin(), drawn.end());
    std::vector<board::Voter const*> voters;
    voters.reserve(drawn.size());
    for (auto const& [key, voter] : drawn) voters.push_back(voter);
    return voters;
}

namespace {

// The files of one ballot.
class PolisSet {
public:
    PolisSet(board::Board const& board, board::Ballot const& ballot,
             std::vector<board::Voter const*> voters)
        : board_(board), ballot_(ballot), voters_(std::move(voters))
    {
        for (auto const& id : ballot.proposals) {
            auto const& proposal = board.proposals.at(id);
            // What the room sees no more is left out, with the votes on it.
            if (board::is_public(proposal.status)) proposals_[proposal.number] = &proposal;
        }
    }

    std::vector<ArchiveFile> files() const
    {
        auto const folder = "polis/ballot-" + std::to_string(ballot_.number) + "/";
        return {{folder + "comments.csv", csv(comments())},
                {folder + "participants-votes.csv", csv(participants_votes())},
                {folder + "summary.csv", summary()},
                {folder + "votes.csv", csv(votes())}};
    }

private:
    // The file has no line of names: each line is a name and its value.
    std::string summary() const
    {
        std::set<ParticipantNumber> authors;
        for (auto const& [number, proposal] : proposals_) {
            bool const by_a_table = board::table_of(board_, proposal->author) != nullptr;
            if (!proposal->imported && !by_a_table) authors.insert(proposal->author);
        }
        Table table{{"topic", Cell(board_.title).text()}, {}};
        auto const count = static_cast<std::uint64_t>(voters_.size());
        table.rows = {{"voters", count},
                      {"voters-in-conv", count},
                      {"commenters", static_cast<std::uint64_t>(authors.size())},
                      {"comments", static_cast<std::uint64_t>(proposals_.size())},
                      {"conversation-description", ballot_.question}};
        return csv(table);
    }

    // Without the authors: they are known by name or number in the room, voters are not.
    Table comments() const
    {
        Table table{{"timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees",
                     "moderated", "comment-body"},
                    {}};
        for (auto const& [number, proposal] : proposals_) {
            auto const& counts = ballot_.tallies.at(proposal->id).counts;
            auto body = proposal->title;
            if (!proposal->description.empty()) body += "\n" + proposal->description;
            table.rows.push_back(
                {proposal->submitted_at.milliseconds, instant(proposal->submitted_at), number,
                 Cell{}, counts[static_cast<std::size_t>(board::Choice::Support)],
                 counts[static_cast<std::size_t>(board::Choice::Oppose)], std::uint64_t{1}, body});
        }
        return table;
    }

    // When somebody voted is not told: every line has the moment at which the ballot was opened.
    Table votes() const
    {
        Table table{{"timestamp", "datetime", "comment-id", "voter-id", "vote"}, {}};
        for (std::uint64_t voter = 0; voter < voters_.size(); ++voter) {
            each_vote(*voters_[voter], [&](std::uint64_t number, board::Choice choice) {
                table.rows.push_back({ballot_.opened_at.milliseconds, instant(ballot_.opened_at),
                                      number, voter, sign_of(choice)});
            });
        }
        return table;
    }

    Table participants_votes() const
    {
        Table table{{"participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"},
                    {}};
        std::map<std::uint64_t, std::size_t> columns;
        for (auto const& [number, proposal] : proposals_) {
            columns[number] = table.columns.size();
            table.columns.push_back(std::to_string(number));
        }
        for (std::uint64_t voter = 0; voter < voters_.size(); ++voter) {
            Row row(table.columns.size());
            std::uint64_t agree = 0;
            std::uint64_t disagree = 0;
            std::uint64_t all = 0;
            each_vote(*voters_[voter], [&](std::uint64_t number, board::Choice choice) {
                row[columns.at(number)] = sign_of(choice);
                ++all;
                if (choice == board::Choice::Support) ++agree;
                if (choice == board::Choice::Oppose) ++disagree;
            });
            row[0] = voter;
            row[3] = all;
            row[4] = agree;
            row[5] = disagree;
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    // Every standing choice on what the room sees, by number of the proposal.
    template <class Each>
    void each_vote(board::Voter const& voter, Each&& each) const
    {
        for (auto const& [number, proposal] : proposals_) {
            auto const cast = voter.casts.find(proposal->id);
            if (cast != voter.casts.end() && cast->second.choice) {
                each(number, *cast->second.choice);
            }
        }
    }

    board::Board const& board_;
    board::Ballot const& ballot_;
    std::vector<board::Voter const*> voters_;
    std::map<std::uint64_t, board::Proposal const*> proposals_; // By number.
};

} // namespace

std::vector<ArchiveFile> polis_files(board::Board const& board)
{
    std::map<std::uint64_t, board::Ballot const*> ballots;
    for (auto const& [id, ballot] : board.ballots) {
        bool const fits = ballot.method == board::Method::Opinion;
        // While people vote, what changed between two archives would be somebody's whole ballot.
        bool const over = ballot.state != board::BallotState::Open;
        if (fits && over && board::results_shown(board, ballot)) ballots[ballot.number] = &ballot;
    }
    std::vector<ArchiveFile> files;
    if (ballots.empty()) return files;
    auto const secret = secret_of(board);
    for (auto const& [number, ballot] : ballots) {
        auto voters = shuffled(board, *ballot, secret);
        // Of very few, even what nobody signed could be told.
        if (voters.size() < board::small_cell_min) continue;
        for (auto& file : PolisSet(board, *ballot, std::move(voters)).files()) {
            files.push_back(std::move(file));
        }
    }
    return files;
}

} // namespace koudmen::wire
