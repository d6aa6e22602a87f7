#include "board/deciding.hpp"

#include "board/limits.hpp"
#include "board/merges.hpp"

#include <algorithm>

namespace koudmen::board {

Decided Deciding::operator()(MergeProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    auto const* into = find(command.into);
    if (!into) return unexpected(refuse(RefusalWord::UnknownProposal, "into"));
    if (proposal->merged && proposal->merged->into == command.into) return Events{};
    bool const may =
        proposal->status == ProposalStatus::Published && !moved_on(*proposal, command.from);
    if (!may) return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    if (command.into == command.proposal || !is_standing(into->status)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "into"));
    }
    // Its parts come with it, and may not make a crowd.
    auto const parts =
        parts_of(board_, command.into).size() + 1 + parts_of(board_, command.proposal).size();
    if (parts > merged_max) return unexpected(refuse(RefusalWord::TooMany, "into", merged_max));
    // Whoever voted on it would have no say on the whole.
    auto const* ballot = open_ballot(board_);
    if (ballot && ballot->tallies.contains(command.proposal) &&
        !ballot->tallies.contains(command.into)) {
        return unexpected(refuse(RefusalWord::BallotOpen, "into"));
    }
    return Events{ProposalMerged{command.proposal, command.into}};
}

Decided Deciding::operator()(UnmergeProposal const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (proposal->status == ProposalStatus::Published) return Events{};
    if (!proposal->merged || moved_on(*proposal, command.from)) {
        return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    }
    return Events{ProposalUnmerged{command.proposal}};
}

Decided Deciding::operator()(LeaveMerge const& command) const
{
    auto const* proposal = find(command.proposal);
    if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
    if (!proposal->merged) return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
    auto const* ballot = open_ballot(board_);
    if (!ballot) return unexpected(refuse(RefusalWord::BallotNotOpen, "proposal"));
    if (!counts_for_whole(board_, *ballot, command.proposal, actor_.participant)) return Events{};
    return Events{MergeLeft{command.proposal, actor_.participant}};
}

} // namespace koudmen::board
