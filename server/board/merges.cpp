#include "board/merges.hpp"

#include "board/ballots.hpp"
#include "board/methods.hpp"

#include <algorithm>

namespace koudmen::board {

namespace {

using Said = std::optional<Cast>;

Said own(Voter const& voter, ProposalId const& proposal)
{
    if (auto const aside = voter.aside.find(proposal); aside != voter.aside.end()) {
        return aside->second;
    }
    if (auto const cast = voter.casts.find(proposal); cast != voter.casts.end()) {
        return cast->second;
    }
    return std::nullopt;
}

bool has_left(Ballot const& ballot, ProposalId const& part, ParticipantNumber person)
{
    auto const left = ballot.left.find(part);
    return left != ballot.left.end() &&
           std::find(left->second.begin(), left->second.end(), person) != left->second.end();
}

// One choice of several, by the ballot's method. They are not empty.
Cast combined(Ballot const& ballot, std::vector<Cast> const& said)
{
    auto whole =
        *std::max_element(said.begin(), said.end(),
                          [](Cast const& one, Cast const& other) { return one.said < other.said; });
    switch (ballot.method) {
    case Method::Opinion:
        if (std::any_of(said.begin(), said.end(),
                        [&](Cast const& one) { return one.choice != said.front().choice; })) {
            whole.choice.reset();
        }
        break;
    case Method::Dots: {
        std::uint64_t sum = 0;
        for (auto const& one : said) sum += dots(*one.choice);
        auto const scale = scale_of(Method::Dots);
        auto const cap = ballot.terms.cap.value_or(scale.size);
        whole.choice = scale.at(static_cast<std::size_t>(std::min(sum, cap)) - 1);
        break;
    }
    case Method::Approval:
    case Method::Grades: break; // The last one.
    }
    return whole;
}

// What counts for a proposal of what one person said of it and of its joined parts.
Said effective(Board const& board, Ballot const& ballot, Voter const& voter,
               ParticipantNumber person, ProposalId const& proposal)
{
    auto const mine = own(voter, proposal);
    std::vector<Cast> said;
    if (mine && mine->choice) said.push_back(*mine);
    for (auto const& part : board.proposals.at(proposal).parts) {
        if (!is_joined(ballot, part) || has_left(ballot, part, person)) continue;
        // Said after the merging, it stands alone.
        if (mine && mine->said > board.proposals.at(part).merged->at) continue;
        auto const theirs = effective(board, ballot, voter, person, part);
        if (theirs && theirs->choice) said.push_back(*theirs);
    }
    if (said.empty()) return mine;
    return combined(ballot, said);
}

std::vector<ProposalId> joined_parts_of(Board const& board, Ballot const& ballot,
                                        ProposalId const& proposal)
{
    if (ballot.joined.empty()) return {}; // As in most ballots.
    auto parts = parts_of(board, proposal);
    std::erase_if(parts, [&](ProposalId const& part) { return !is_joined(ballot, part); });
    return parts;
}

// Makes a choice the one that counts, and remembers when it was said.
void set(Ballot& ballot, ProposalId const& proposal, Participant const& person, Cast const& to,
         Position at)
{
    auto& casts = ballot.voters[person.number].casts;
    auto const before = casts.find(proposal);
    bool const known = before != casts.end();
    if (known ? before->second.choice != to.choice : to.choice.has_value()) {
        set_choice(ballot, proposal, person, to.choice, at, to.channel);
    }
    if (auto const cast = casts.find(proposal); cast != casts.end()) {
        cast->second.said = to.said;
        cast->second.channel = to.channel;
    }
}

// Makes the choices that count for a proposal, of what one person said of it and its joined parts.
void recount(Board const& board, Ballot& ballot, ProposalId const& proposal,
             ParticipantNumber number, Position at)
{
    auto const& person = board.participants.at(number);
    auto& voter = ballot.voters.at(number);
    auto const parts = joined_parts_of(board, ballot, proposal);
    if (parts.empty()) {
        // It is only what was said of it.
        auto const aside = voter.aside.find(proposal);
        if (aside == voter.aside.end()) return;
        set(ballot, proposal, person, aside->second, at);
        voter.aside.erase(aside);
        return;
    }
    bool speaks = false;
    auto const put_aside = [&](ProposalId const& one) {
        if (auto const cast = voter.casts.find(one);
            cast != voter.casts.end() && !voter.aside.contains(one)) {
            voter.aside.emplace(one, cast->second);
        }
        speaks = speaks || voter.aside.contains(one);
    };
    put_aside(proposal);
    for (auto const& part : parts) put_aside(part);
    if (!speaks) return;
    voter.aside.try_emplace(proposal, Cast{}); // Nothing was said of it, and so it will be again.
    auto const whole = effective(board, ballot, voter, number, proposal);
    for (auto const& part : parts) {
        if (voter.casts.contains(part)) set(ballot, part, person, {}, at);
    }
    set(ballot, proposal, person, whole.value_or(Cast{}), at);
}

void recount(Board const& board, Ballot& ballot, ProposalId const& proposal, Position at)
{
    std::vector<ParticipantNumber> people;
    for (auto const& [number, voter] : ballot.voters) people.push_back(number);
    for (auto const number : people) recount(board, ballot, proposal, number, at);
    ballot.regrouped = at;
}

bool is_over_terms(Ballot const& ballot, Voter const& voter)
{
    if (ballot.terms.maximum && voter.standing > *ballot.terms.maximum) return true;
    if (!ballot.terms.budget) return false;
    std::uint64_t spent = 0;
    for (auto const& [id, cast] : voter.casts) {
        if (cast.choice) spent += dots(*cast.choice);
    }
    return spent > *ballot.terms.budget;
}

// Takes back what a person said last since a merging, until the ballot's terms give them what is left.
void keep_to_terms(Board const& board, Ballot& ballot, ParticipantNumber number, Position since,
                   Position at)
{
    auto& voter = ballot.voters.at(number);
    while (is_over_terms(ballot, voter)) {
        auto last = voter.casts.end();
        for (auto cast = voter.casts.begin(); cast != voter.casts.end(); ++cast) {
            if (!cast->second.choice || cast->second.said <= since) continue;
            if (last == voter.casts.end() || cast->second.said > last->second.said) last = cast;
        }
        if (last == voter.casts.end()) return;
        auto const said = last->second.said;
        auto const proposal = last->first;
        if (auto const aside = voter.aside.find(proposal); aside != voter.aside.end()) {
            aside->second.choice.reset();
        }
        set(ballot, proposal, board.participants.at(number), {{}, at, said}, at);
    }
}

} // namespace

bool is_standing(ProposalStatus status)
{
    return is_public(status) && status != ProposalStatus::Merged;
}

ProposalId standing_for(Board const& board, ProposalId proposal)
{
    // Merging into what is merged is refused, so there is no circle.
    for (;;) {
        auto const& merged = board.proposals.at(proposal).merged;
        if (!merged) return proposal;
        proposal = merged->into;
    }
}

std::vector<ProposalId> parts_of(Board const& board, ProposalId const& proposal)
{
    auto parts = board.proposals.at(proposal).parts;
    // The list grows while it is walked; merged_max bounds it.
    for (std::size_t at = 0; at < parts.size(); ++at) {
        auto const& theirs = board.proposals.at(parts[at]).parts;
        parts.insert(parts.end(), theirs.begin(), theirs.end());
    }
    return parts;
}

bool is_joined(Ballot const& ballot, ProposalId const& part)
{
    return std::find(ballot.joined.begin(), ballot.joined.end(), part) != ballot.joined.end();
}

bool counts_for_whole(Board const& board, Ballot const& ballot, ProposalId const& part,
                      ParticipantNumber person)
{
    auto const voter = ballot.voters.find(person);
    if (voter == ballot.voters.end() || !is_joined(ballot, part)) return false;
    auto const theirs = own(voter->second, part);
    if (!theirs || !theirs->choice) return false;
    for (auto at = part; board.proposals.at(at).merged; at = board.proposals.at(at).merged->into) {
        auto const& merged = *board.proposals.at(at).merged;
        if (!is_joined(ballot, at) || has_left(ballot, at, person)) return false;
        auto const mine = own(voter->second, merged.into);
        if (mine && mine->said > merged.at) return false;
    }
    return true;
}

bool join(Board const& board, Ballot& ballot, ProposalId const& part, Position at)
{
    auto const& merged = board.proposals.at(part).merged;
    if (!merged || is_joined(ballot, part)) return false;
    if (!ballot.tallies.contains(part) || !ballot.tallies.contains(merged->into)) return false;
    ballot.joined.push_back(part);
    // Counted up to where the parts it covers end.
    auto whole = merged->into;
    while (is_joined(ballot, whole)) whole = board.proposals.at(whole).merged->into;
    recount(board, ballot, whole, at);
    return true;
}

bool part_again(Board const& board, Ballot& ballot, ProposalId const& part, ProposalId const& whole,
                Position merged_at, Position at)
{
    if (!is_joined(ballot, part)) return false;
    std::erase(ballot.joined, part);
    ballot.left.erase(part);
    recount(board, ballot, part, at);
    auto root = whole;
    while (is_joined(ballot, root)) root = board.proposals.at(root).merged->into;
    recount(board, ballot, root, at);
    std::vector<ParticipantNumber> people;
    for (auto const& [number, voter] : ballot.voters) people.push_back(number);
    for (auto const number : people) keep_to_terms(board, ballot, number, merged_at, at);
    return true;
}

bool leave(Board const& board, Ballot& ballot, ProposalId const& part, ParticipantNumber person,
           Position at)
{
    if (!is_joined(ballot, part) || has_left(ballot, part, person)) return false;
    ballot.left[part].push_back(person);
    auto root = part;
    while (is_joined(ballot, root)) root = board.proposals.at(root).merged->into;
    recount(board, ballot, root, person, at);
    ballot.regrouped = at;
    return true;
}

void keep_said(Board const& board, Ballot& ballot, ProposalId const& proposal,
               ParticipantNumber person)
{
    auto& voter = ballot.voters.at(person);
    if (joined_parts_of(board, ballot, proposal).empty()) return;
    voter.aside.insert_or_assign(proposal, voter.casts.at(proposal));
}

} // namespace koudmen::board
