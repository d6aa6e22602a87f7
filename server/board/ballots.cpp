#include "board/ballots.hpp"

#include "base/check.hpp"
#include "board/methods.hpp"

namespace koudmen::board {

Tally empty_tally(Method method)
{
    return {Counts(scale_of(method).size), {}};
}

bool set_choice(Ballot& ballot, ProposalId const& proposal, Participant const& person,
                std::optional<Choice> choice, Position at, Channel channel)
{
    auto const scale = scale_of(ballot.method);
    check(!choice || scale.has(*choice), "a choice is of its ballot's method");
    auto const found = ballot.tallies.find(proposal);
    check(found != ballot.tallies.end(), "a ballot has choices only on what it covers");
    auto& whole = found->second.counts;
    auto& colleges = found->second.colleges;
    auto known = colleges.find(person.college);
    if (known == colleges.end()) known = colleges.emplace(person.college, Counts(scale.size)).first;
    auto& college = known->second;
    auto& voter = ballot.voters[person.number];
    auto& cast = voter.casts[proposal];
    bool const voted = voter.standing > 0;

    if (cast.choice) {
        --whole[scale.level(*cast.choice)];
        --college[scale.level(*cast.choice)];
        --voter.standing;
    }
    if (choice) {
        ++whole[scale.level(*choice)];
        ++college[scale.level(*choice)];
        ++voter.standing;
    }
    cast = {choice, at, at, channel};

    bool const votes = voter.standing > 0;
    if (votes == voted) return false;
    if (votes)
        ++ballot.turnout;
    else
        --ballot.turnout;
    return true;
}

} // namespace koudmen::board
