#pragma once

#include "board/decide.hpp"
#include "board/limits.hpp"
#include "support/catch.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace koudmen::board {

// So that a failing test says which refusal it met.
inline std::ostream& operator<<(std::ostream& out, Refusal const& refusal)
{
    out << word(refusal.word) << ' ' << refusal.field;
    if (refusal.limit) out << " (" << *refusal.limit << ')';
    return out;
}

} // namespace koudmen::board

namespace koudmen::tests {

// A minted id that can be read in a test.
template <class Id>
Id id(std::string text)
{
    text.resize(Id::length, '_');
    return *Id::from(text);
}

inline board::Actor const facilitator{board::Role::Facilitator, {}};
inline board::Actor const moderator{board::Role::Moderator, {}};

// A text that a reader counts as so many characters. Each is two code points as it is typed here.
inline std::string letters(std::size_t count)
{
    std::string text;
    for (std::size_t at = 0; at < count; ++at) text += "e\u0301";
    return text;
}

inline board::Refusal refusal(board::RefusalWord word, std::string field = {},
                              std::optional<std::int64_t> limit = {})
{
    return {word, std::move(field), limit};
}

inline board::CreateBoard usual_board()
{
    board::CreateBoard create;
    create.code = {"K7P4X"};
    create.title = "Feuille de route";
    create.axes = {{{"inclusion"}, "Inclusion"}, {{"school"}, "École"}};
    create.settings.proposals_per_participant = 5;
    create.facilitator = {"facilitator"};
    create.moderator = {"moderator"};
    create.screen = {"screen"};
    return create;
}

// A board that grows by commands, with a clock that the test moves. Each actor has one device,
// whose operations count by themselves.
class BoardMaker {
public:
    explicit BoardMaker(board::CreateBoard const& create = usual_board())
    {
        auto const decided = board::decide(board, create);
        REQUIRE(decided.has_value());
        for (auto const& event : *decided) record({}, event);
    }

    board::Actor join(std::string const& college = "citizens",
                      std::optional<std::string> const& name = {})
    {
        auto const number = board.participants.size() + 1;
        auto const decided = board::decide(
            board, board::JoinBoard{{"person " + std::to_string(number)}, {college}, name});
        REQUIRE(decided.has_value());
        for (auto const& event : *decided) record({}, event);
        return {board::Role::Participant, {number}};
    }

    // An institution with this name, as the facilitator of the usual board invites it.
    board::Actor invite(std::string const& name)
    {
        auto const number = board.institutions.size() + 1;
        auto const decided = board::decide(
            board, board::InviteInstitution{
                       facilitator_secret(), {"institution " + std::to_string(number)}, name});
        if (!decided) FAIL("refused: " << decided.error());
        for (auto const& event : *decided) record({}, event);
        return {board::Role::Institution, {}, InstitutionNumber{number}};
    }

    // What the command makes happen, which has then happened, or why not.
    board::Decided ask(board::Actor const& actor, board::Command const& command)
    {
        auto& operation = operations_[actor];
        board::Stamp const by{actor, id<DeviceId>("phone"), {operation + 1}};
        auto decided = board::consider(board, by, now, command);
        if (!decided) return decided;
        ++operation;
        for (auto const& event : *decided) record(by, event);
        return decided;
    }

    // As ask(), for a command that must be accepted.
    std::vector<board::Event> done(board::Actor const& actor, board::Command const& command)
    {
        auto decided = ask(actor, command);
        if (!decided) FAIL("refused: " << decided.error());
        return std::move(*decided);
    }

    // The refusal of a command that must be refused.
    board::Refusal refused(board::Actor const& actor, board::Command const& command)
    {
        auto const decided = ask(actor, command);
        if (decided) FAIL("accepted, with " << decided->size() << " events");
        return decided.error();
    }

    // Whether the command is accepted and nothing but the operation is remembered.
    bool without_effect(board::Actor const& actor, board::Command const& command)
    {
        return done(actor, command) == std::vector<board::Event>{board::Noted{}};
    }

    // A proposal in the queue, or on the boards that moderate after, a public one.
    ProposalId submit(board::Actor const& author, std::string const& name)
    {
        auto const proposal = id<ProposalId>(name);
        done(author, board::SubmitProposal{proposal, name, "", {"inclusion"}});
        return proposal;
    }

    ProposalId publish(board::Actor const& author, std::string const& name)
    {
        auto const proposal = submit(author, name);
        done(moderator, board::PublishProposal{proposal});
        return proposal;
    }

    // A ballot on all that is published, in the phase that votes.
    BallotId open_ballot(std::string const& name,
                         board::ResultsRule results = board::ResultsRule::Live)
    {
        auto const ballot = id<BallotId>(name);
        done(facilitator, board::OpenPhase{board::Phase::Vote, "Un autre vote"});
        done(facilitator,
             board::OpenBallot{ballot, "Que retenir ?", board::Method::Opinion, results, {}});
        return ballot;
    }

    void record(board::Stamp const& by, board::Event const& event)
    {
        history.push_back({{board.position.value + 1}, now, by, event});
        board::apply(board, history.back());
    }

    board::Proposal const& proposal(ProposalId const& of) const { return board.proposals.at(of); }
    board::Ballot const& ballot(BallotId const& of) const { return board.ballots.at(of); }

    void pass(std::chrono::milliseconds time) { now = now + time; }

    board::Board board;
    Moment now{1'734'091'200'000};
    std::vector<board::Recorded> history;

private:
    CredentialHash facilitator_secret() const
    {
        for (auto const& [credential, actor] : board.members) {
            if (actor.role == board::Role::Facilitator) return credential;
        }
        FAIL("a board has a facilitator");
        return {};
    }

    std::map<board::Actor, std::uint64_t> operations_;
};

} // namespace koudmen::tests
