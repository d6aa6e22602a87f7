#include "board/decide.hpp"

#include "base/check.hpp"
#include "board/fields.hpp"
#include "board/limits.hpp"
#include "board/permissions.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace koudmen::board {

namespace {

using Events = std::vector<Event>;

constexpr Field proposal_title{"title", title_graphemes_max, Lines::One};
constexpr Field proposal_description{"description", description_graphemes_max, Lines::Many};

Result<std::optional<std::string>, Refusal> cleaned_name(std::optional<std::string> const& name)
{
    return optional(name, {"name", name_graphemes_max, Lines::One});
}

bool has_axis(Board const& board, AxisId const& axis)
{
    return std::any_of(board.axes.begin(), board.axes.end(),
                       [&](Axis const& known) { return known.id == axis; });
}

std::vector<College> usual_colleges()
{
    return {{{"citizens"}, "Habitants"},
            {{"associations"}, "Associations"},
            {{"companies"}, "Entreprises"},
            {{"local-authorities"}, "Collectivités"},
            {{"institutions"}, "Institutions"}};
}

// The axes or colleges of a new board, with their titles cleaned and their ids known to differ.
template <class Listed>
Result<std::vector<Listed>, Refusal> cleaned_list(std::vector<Listed> const& list,
                                                  std::string_view name, std::size_t max)
{
    if (list.empty()) return unexpected(refuse(RefusalWord::Required, name));
    if (list.size() > max) return unexpected(refuse(RefusalWord::TooMany, name, max));
    std::vector<Listed> cleaned;
    std::set<std::string> ids;
    for (auto const& listed : list) {
        auto const place = std::string(name) + "[" + std::to_string(cleaned.size()) + "]";
        if (!is_slug(listed.id.text))
            return unexpected(refuse(RefusalWord::Malformed, place + ".id"));
        if (!ids.insert(listed.id.text).second) {
            return unexpected(refuse(RefusalWord::IdTaken, place + ".id"));
        }
        auto const field = place + ".title";
        auto title = filled(listed.title, {field, label_graphemes_max, Lines::One});
        if (!title) return unexpected(title.error());
        cleaned.push_back({listed.id, std::move(*title)});
    }
    return cleaned;
}

// One function for each command a member may give. Permissions were checked already.
class Deciding {
public:
    Deciding(Board const& board, Actor const& actor, Moment now)
        : board_(board), actor_(actor), now_(now)
    {}

    Decided operator()(Introduce const& command) const
    {
        auto name = cleaned_name(command.name);
        if (!name) return unexpected(name.error());
        if (me().name == *name) return Events{};
        return Events{ParticipantIntroduced{actor_.participant, std::move(*name)}};
    }

    Decided operator()(SubmitProposal const& command) const
    {
        auto text = proposal_text(command);
        if (!text) return unexpected(text.error());

        auto const known = board_.proposals.find(command.proposal);
        if (known != board_.proposals.end()) {
            // The same thing said again, after its operation was forgotten, is not an error.
            bool const same =
                known->second.author == actor_.participant && known->second.title == text->title;
            if (same) return Events{};
            return unexpected(refuse(RefusalWord::IdTaken, "proposal"));
        }
        if (board_.proposals.size() >= proposals_max) {
            return unexpected(refuse(RefusalWord::TooMany, "proposal", proposals_max));
        }
        if (standing_proposals() >= board_.settings.proposals_per_participant) {
            return unexpected(refuse(RefusalWord::TooMany, "proposal",
                                     board_.settings.proposals_per_participant));
        }
        Events events{ProposalSubmitted{command.proposal, actor_.participant,
                                        std::move(text->title), std::move(text->description),
                                        command.axis}};
        if (board_.settings.moderation == Moderation::After) {
            events.push_back(ProposalPublished{command.proposal});
        }
        return events;
    }

    Decided operator()(EditProposal const& command) const
    {
        auto const* proposal = find(command.proposal);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
        if (proposal->author != actor_.participant) {
            return unexpected(refuse(RefusalWord::NotYours, "proposal"));
        }
        bool const answers = proposal->status == ProposalStatus::Returned;
        if (!answers) {
            bool const young = proposal->status == ProposalStatus::Submitted ||
                               proposal->status == ProposalStatus::Published;
            if (!young) return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
            if (now_ > proposal->submitted_at + edit_time) {
                return unexpected(refuse(RefusalWord::EditTimeOver, "proposal",
                                         static_cast<std::size_t>(edit_time.count())));
            }
            // People voted on words; those words stay.
            if (in_any_ballot(command.proposal)) {
                return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
            }
        }
        auto text = proposal_text(command);
        if (!text) return unexpected(text.error());
        bool const same = proposal->title == text->title &&
                          proposal->description == text->description &&
                          proposal->axis == command.axis;
        Events events;
        if (!same) {
            events.push_back(ProposalEdited{command.proposal, std::move(text->title),
                                            std::move(text->description), command.axis});
        }
        if (answers) events.push_back(ProposalRequeued{command.proposal});
        return events;
    }

    Decided operator()(WithdrawProposal const& command) const
    {
        auto const* proposal = find(command.proposal);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
        if (proposal->author != actor_.participant) {
            return unexpected(refuse(RefusalWord::NotYours, "proposal"));
        }
        bool const is = proposal->status == ProposalStatus::Withdrawn;
        if (is == command.withdrawn) return Events{};
        if (!command.withdrawn) {
            if (standing_proposals() >= board_.settings.proposals_per_participant) {
                return unexpected(refuse(RefusalWord::TooMany, "proposal",
                                         board_.settings.proposals_per_participant));
            }
            return Events{ProposalRequeued{command.proposal}};
        }
        bool const may = proposal->status == ProposalStatus::Submitted ||
                         proposal->status == ProposalStatus::Returned ||
                         proposal->status == ProposalStatus::Published;
        if (!may) return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        return Events{ProposalWithdrawn{command.proposal}};
    }

    Decided operator()(CastChoice const& command) const
    {
        auto const* ballot = find(command.ballot);
        if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
        if (ballot->state != BallotState::Open) {
            return unexpected(refuse(RefusalWord::BallotNotOpen, "ballot"));
        }
        if (!ballot->tallies.contains(command.proposal)) {
            return unexpected(refuse(RefusalWord::NotInBallot, "proposal"));
        }
        auto const* proposal = find(command.proposal);
        if (!proposal || !is_public(proposal->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
        if (standing_choice(*ballot, command.proposal) == command.choice) return Events{};
        return Events{
            ChoiceCast{command.ballot, command.proposal, actor_.participant, command.choice}};
    }

    Decided operator()(SubmitComment const& command) const
    {
        auto text = filled(command.text, {"text", comment_graphemes_max, Lines::Many});
        if (!text) return unexpected(text.error());
        auto const known = board_.comments.find(command.comment);
        if (known != board_.comments.end()) {
            bool const same =
                known->second.author == actor_.participant && known->second.text == *text;
            if (same) return Events{};
            return unexpected(refuse(RefusalWord::IdTaken, "comment"));
        }
        auto const* proposal = find(command.proposal);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
        if (!is_public(proposal->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
        if (proposal->comments.size() >= comments_per_proposal_max) {
            return unexpected(refuse(RefusalWord::TooMany, "comment", comments_per_proposal_max));
        }
        if (me().comments.size() >= comments_per_participant_max) {
            return unexpected(
                refuse(RefusalWord::TooMany, "comment", comments_per_participant_max));
        }
        return Events{CommentSubmitted{command.comment, command.proposal, actor_.participant,
                                       command.stance, std::move(*text)}};
    }

    Decided operator()(PublishProposal const& command) const
    {
        auto const* proposal = find(command.proposal);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
        if (is_public(proposal->status)) return Events{};
        if (proposal->status == ProposalStatus::Withdrawn) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
        return Events{ProposalPublished{command.proposal}};
    }

    Decided operator()(ReturnProposal const& command) const
    {
        auto question = filled(command.question, {"question", remark_graphemes_max, Lines::Many});
        if (!question) return unexpected(question.error());
        auto const* proposal = find(command.proposal);
        if (auto refusal = not_moderable(proposal)) return unexpected(*refusal);
        if (proposal->status == ProposalStatus::Returned && proposal->question == *question) {
            return Events{};
        }
        return Events{ProposalReturned{command.proposal, std::move(*question)}};
    }

    Decided operator()(DeclineProposal const& command) const
    {
        auto said = optional(command.words, {"words", remark_graphemes_max, Lines::Many});
        if (!said) return unexpected(said.error());
        if (command.reason == DeclineReason::Other && !*said) {
            return unexpected(refuse(RefusalWord::Required, "words"));
        }
        auto const* proposal = find(command.proposal);
        if (auto refusal = not_moderable(proposal)) return unexpected(*refusal);
        if (proposal->status == ProposalStatus::Declined && proposal->reason == command.reason &&
            proposal->words == *said) {
            return Events{};
        }
        return Events{ProposalDeclined{command.proposal, command.reason, std::move(*said)}};
    }

    Decided operator()(RequeueProposal const& command) const
    {
        auto const* proposal = find(command.proposal);
        if (auto refusal = not_moderable(proposal)) return unexpected(*refusal);
        if (proposal->status == ProposalStatus::Submitted) return Events{};
        return Events{ProposalRequeued{command.proposal}};
    }

    Decided operator()(HideComment const& command) const
    {
        auto const comment = board_.comments.find(command.comment);
        if (comment == board_.comments.end()) {
            return unexpected(refuse(RefusalWord::UnknownComment, "comment"));
        }
        if (comment->second.hidden == command.hidden) return Events{};
        return Events{CommentHidden{command.comment, command.hidden}};
    }

    Decided operator()(OpenPhase const& command) const
    {
        if (board_.phase == command.phase) return Events{};
        return Events{PhaseOpened{command.phase}};
    }

    Decided operator()(ConfigurePhase const& command) const
    {
        auto const& switches = board_.switches[static_cast<std::size_t>(command.phase)];
        if (switches == command.switches) return Events{};
        return Events{PhaseConfigured{command.phase, command.switches}};
    }

    Decided operator()(OpenBallot const& command) const
    {
        auto question = filled(command.question, {"question", question_graphemes_max, Lines::One});
        if (!question) return unexpected(question.error());
        if (auto const* known = find(command.ballot)) {
            bool const same = known->state == BallotState::Open && known->question == *question;
            if (same) return Events{};
            return unexpected(refuse(RefusalWord::IdTaken, "ballot"));
        }
        if (open_ballot(board_)) return unexpected(refuse(RefusalWord::BallotOpen));
        if (board_.ballots.size() >= ballots_max) {
            return unexpected(refuse(RefusalWord::TooMany, "ballot", ballots_max));
        }
        auto covered = command.proposals ? listed(*command.proposals) : all_published();
        if (!covered) return unexpected(covered.error());
        return Events{BallotOpened{command.ballot, std::move(*question), command.method,
                                   command.results, std::move(*covered)}};
    }

    Decided operator()(CloseBallot const& command) const
    {
        auto const* ballot = find(command.ballot);
        if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
        if (ballot->state != BallotState::Open) return Events{};
        return Events{BallotClosed{command.ballot}};
    }

    Decided operator()(ReopenBallot const& command) const
    {
        auto const* ballot = find(command.ballot);
        if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
        if (ballot->state == BallotState::Open) return Events{};
        if (open_ballot(board_)) return unexpected(refuse(RefusalWord::BallotOpen));
        return Events{BallotReopened{command.ballot}};
    }

    Decided operator()(RevealBallot const& command) const
    {
        auto const* ballot = find(command.ballot);
        if (!ballot) return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
        if (ballot->state == BallotState::Revealed) return Events{};
        if (ballot->state != BallotState::Closed) {
            return unexpected(refuse(RefusalWord::BallotNotClosed, "ballot"));
        }
        return Events{BallotRevealed{command.ballot}};
    }

    Decided operator()(Show const& command) const
    {
        Screen shown{command.view, {}, {}};
        if (command.view == View::Proposal) {
            if (!command.proposal) return unexpected(refuse(RefusalWord::Required, "proposal"));
            auto const* proposal = find(*command.proposal);
            if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
            if (!is_public(proposal->status)) {
                return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
            }
            shown.proposal = command.proposal;
        }
        if (command.view == View::Results) {
            if (!command.ballot) return unexpected(refuse(RefusalWord::Required, "ballot"));
            if (!find(*command.ballot)) {
                return unexpected(refuse(RefusalWord::UnknownBallot, "ballot"));
            }
            shown.ballot = command.ballot;
        }
        if (board_.screen == shown) return Events{};
        return Events{ScreenShown{shown.view, shown.proposal, shown.ballot}};
    }

    Decided operator()(StartTimer const& command) const
    {
        if (command.seconds < 1 || command.seconds > timer_max.count()) {
            return unexpected(refuse(RefusalWord::Malformed, "seconds",
                                     static_cast<std::size_t>(timer_max.count())));
        }
        return Events{TimerStarted{now_ + std::chrono::seconds{command.seconds}}};
    }

    Decided operator()(StopTimer const&) const
    {
        if (!board_.timer_ends_at) return Events{};
        return Events{TimerStopped{}};
    }

    Decided operator()(DecideProposal const& command) const
    {
        auto const* proposal = find(command.proposal);
        if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposal"));
        if (!is_public(proposal->status)) {
            return unexpected(refuse(RefusalWord::WrongStatus, "proposal"));
        }
        if (!command.decision) {
            if (!proposal->verdict) return Events{};
            return Events{DecisionUndone{command.proposal}};
        }
        auto decided = verdict(command);
        if (!decided) return unexpected(decided.error());
        if (proposal->verdict) {
            auto same = *proposal->verdict;
            same.at = decided->at;
            if (same == *decided) return Events{};
        }
        return Events{ProposalDecided{command.proposal, decided->decision, decided->words,
                                      decided->lead, decided->partners, decided->start,
                                      decided->end}};
    }

private:
    struct ProposalText {
        std::string title;
        std::string description;
    };

    template <class Written>
    Result<ProposalText, Refusal> proposal_text(Written const& command) const
    {
        auto title = filled(command.title, proposal_title);
        if (!title) return unexpected(title.error());
        auto description = maybe_empty(command.description, proposal_description);
        if (!description) return unexpected(description.error());
        if (!has_axis(board_, command.axis)) {
            return unexpected(refuse(RefusalWord::UnknownAxis, "axis"));
        }
        return ProposalText{std::move(*title), std::move(*description)};
    }

    Result<Verdict, Refusal> verdict(DecideProposal const& command) const
    {
        auto said = optional(command.words, {"words", remark_graphemes_max, Lines::Many});
        if (!said) return unexpected(said.error());
        auto lead = optional(command.lead, {"lead", organisation_graphemes_max, Lines::One});
        if (!lead) return unexpected(lead.error());
        if (command.partners.size() > partners_max) {
            return unexpected(refuse(RefusalWord::TooMany, "partners", partners_max));
        }
        std::vector<std::string> partners;
        for (auto const& partner : command.partners) {
            auto const name = "partners[" + std::to_string(partners.size()) + "]";
            auto cleaned = filled(partner, {name, organisation_graphemes_max, Lines::One});
            if (!cleaned) return unexpected(cleaned.error());
            partners.push_back(std::move(*cleaned));
        }
        if (command.start && !is_day(*command.start)) {
            return unexpected(refuse(RefusalWord::Malformed, "start"));
        }
        if (command.end && !is_day(*command.end)) {
            return unexpected(refuse(RefusalWord::Malformed, "end"));
        }
        // Days written year first compare as text.
        if (command.start && command.end && *command.end < *command.start) {
            return unexpected(refuse(RefusalWord::BadDates, "end"));
        }
        return Verdict{*command.decision,   now_,          std::move(*said), std::move(*lead),
                       std::move(partners), command.start, command.end};
    }

    // The proposals a facilitator listed, each public and named once.
    Result<std::vector<ProposalId>, Refusal> listed(std::vector<ProposalId> const& proposals) const
    {
        if (proposals.empty()) {
            return unexpected(refuse(RefusalWord::NothingToVoteOn, "proposals"));
        }
        if (proposals.size() > proposals_max) {
            return unexpected(refuse(RefusalWord::TooMany, "proposals", proposals_max));
        }
        std::set<ProposalId> seen;
        for (auto const& id : proposals) {
            auto const* proposal = find(id);
            if (!proposal) return unexpected(refuse(RefusalWord::UnknownProposal, "proposals"));
            if (!is_public(proposal->status)) {
                return unexpected(refuse(RefusalWord::WrongStatus, "proposals"));
            }
            if (!seen.insert(id).second) {
                return unexpected(refuse(RefusalWord::IdTaken, "proposals"));
            }
        }
        return proposals;
    }

    // All that are published and not yet decided, in order of submission.
    Result<std::vector<ProposalId>, Refusal> all_published() const
    {
        std::vector<Proposal const*> published;
        for (auto const& [id, proposal] : board_.proposals) {
            if (proposal.status == ProposalStatus::Published) published.push_back(&proposal);
        }
        if (published.empty()) {
            return unexpected(refuse(RefusalWord::NothingToVoteOn, "proposals"));
        }
        std::sort(published.begin(), published.end(),
                  [](auto const* one, auto const* other) { return one->number < other->number; });
        std::vector<ProposalId> ids;
        ids.reserve(published.size());
        for (auto const* proposal : published) ids.push_back(proposal->id);
        return ids;
    }

    // Why moderators cannot act on this proposal, if they cannot. What the room decided on or its
    // author took back is theirs no more.
    std::optional<Refusal> not_moderable(Proposal const* proposal) const
    {
        if (!proposal) return refuse(RefusalWord::UnknownProposal, "proposal");
        switch (proposal->status) {
        case ProposalStatus::Submitted:
        case ProposalStatus::Returned:
        case ProposalStatus::Declined:
        case ProposalStatus::Published: return std::nullopt;
        case ProposalStatus::Withdrawn:
        case ProposalStatus::Adopted:
        case ProposalStatus::AdoptedWithChanges:
        case ProposalStatus::ToStudy:
        case ProposalStatus::NotRetained: break;
        }
        return refuse(RefusalWord::WrongStatus, "proposal");
    }

    Participant const& me() const
    {
        auto const found = board_.participants.find(actor_.participant);
        check(found != board_.participants.end(), "a participant who acts has joined");
        return found->second;
    }

    // Own proposals that count against the limit: those not taken back.
    std::size_t standing_proposals() const
    {
        auto const& own = me().proposals;
        return static_cast<std::size_t>(
            std::count_if(own.begin(), own.end(), [&](ProposalId const& id) {
                return find(id)->status != ProposalStatus::Withdrawn;
            }));
    }

    std::optional<Choice> standing_choice(Ballot const& ballot, ProposalId const& proposal) const
    {
        auto const voter = ballot.voters.find(actor_.participant);
        if (voter == ballot.voters.end()) return std::nullopt;
        auto const cast = voter->second.casts.find(proposal);
        return cast == voter->second.casts.end() ? std::nullopt : cast->second.choice;
    }

    bool in_any_ballot(ProposalId const& proposal) const
    {
        return std::any_of(board_.ballots.begin(), board_.ballots.end(), [&](auto const& entry) {
            return entry.second.tallies.contains(proposal);
        });
    }

    Proposal const* find(ProposalId const& id) const
    {
        auto const found = board_.proposals.find(id);
        return found == board_.proposals.end() ? nullptr : &found->second;
    }

    Ballot const* find(BallotId const& id) const
    {
        auto const found = board_.ballots.find(id);
        return found == board_.ballots.end() ? nullptr : &found->second;
    }

    Board const& board_;
    Actor actor_;
    Moment now_;
};

std::size_t devices_of(Board const& board, Actor const& actor)
{
    std::size_t count = 0;
    for (auto device = board.devices.lower_bound({actor, DeviceId{}});
         device != board.devices.end() && device->first.actor == actor; ++device) {
        ++count;
    }
    return count;
}

} // namespace

Decided decide(Board const& board, CreateBoard const& command)
{
    if (board.position.value > 0) return unexpected(refuse(RefusalWord::IdTaken, "code"));
    auto title = filled(command.title, {"title", board_title_graphemes_max, Lines::One});
    if (!title) return unexpected(title.error());
    auto axes = cleaned_list(command.axes, "axes", axes_max);
    if (!axes) return unexpected(axes.error());
    auto colleges = cleaned_list(command.colleges.empty() ? usual_colleges() : command.colleges,
                                 "colleges", colleges_max);
    if (!colleges) return unexpected(colleges.error());
    auto const proposals = command.settings.proposals_per_participant;
    if (proposals < 1 || proposals > proposals_per_participant_max) {
        return unexpected(refuse(RefusalWord::Malformed, "settings.proposalsPerParticipant",
                                 proposals_per_participant_max));
    }
    return Events{BoardCreated{command.code, std::move(*title), command.language, std::move(*axes),
                               std::move(*colleges), command.settings, command.facilitator,
                               command.moderator, command.screen}};
}

Decided decide(Board const& board, JoinBoard const& command)
{
    if (board.position.value == 0) return unexpected(refuse(RefusalWord::UnknownBoard));
    if (auto const known = member(board, command.credential)) {
        if (known->role != Role::Participant) {
            return unexpected(refuse(RefusalWord::NotAllowed, "credential"));
        }
        return Events{};
    }
    if (board.phase == Phase::Closed) return unexpected(refuse(RefusalWord::BoardClosed));
    bool const has_college =
        std::any_of(board.colleges.begin(), board.colleges.end(),
                    [&](College const& college) { return college.id == command.college; });
    if (!has_college) return unexpected(refuse(RefusalWord::UnknownCollege, "college"));
    if (board.participants.size() >= participants_max) {
        return unexpected(refuse(RefusalWord::TooMany, "participant", participants_max));
    }
    auto name = cleaned_name(command.name);
    if (!name) return unexpected(name.error());
    return Events{ParticipantJoined{
        {board.participants.size() + 1}, command.credential, command.college, std::move(*name)}};
}

Decided decide(Board const& board, Actor const& actor, Moment now, Command const& command)
{
    if (auto refusal = forbidden(board, actor.role, command)) return unexpected(*refusal);
    return std::visit(Deciding{board, actor, now}, command);
}

Decided consider(Board const& board, Stamp const& by, Moment now, Command const& command)
{
    auto const device = board.devices.find({by.actor, by.device});
    if (device == board.devices.end()) {
        if (devices_of(board, by.actor) >= devices_per_member_max) {
            return unexpected(
                refuse(RefusalWord::TooManyDevices, "device", devices_per_member_max));
        }
    } else {
        if (device->second.has(by.operation)) return Events{};
        if (by.operation < device->second.highest) {
            return unexpected(refuse(RefusalWord::Superseded, "operation"));
        }
    }
    auto decided = decide(board, by.actor, now, command);
    if (decided && decided->empty()) decided->push_back(Noted{});
    return decided;
}

} // namespace koudmen::board
