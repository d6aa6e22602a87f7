#pragma once

#include "board/decide.hpp"
#include "board/fields.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Inside of decide(): the rules of each command, by topic in decide_proposals.cpp,
// decide_moderation.cpp, decide_merges.cpp, decide_votes.cpp, decide_paper.cpp,
// decide_board.cpp, decide_afternoon.cpp, decide_agenda.cpp, decide_tables.cpp and
// decide_commitments.cpp. Who comes in is decided in decide_admission.cpp.
namespace koudmen::board {

using Events = std::vector<Event>;

// A new participant, whose right to join was looked at before; decide_admission.cpp.
Decided joined(Board const& board, JoinBoard const& command, BadgeNumber badge);

// One function for each command a member may give. Permissions were checked already.
class Deciding {
public:
    Deciding(Board const& board, Actor const& actor, Moment now)
        : board_(board), actor_(actor), now_(now)
    {}

    // decide_proposals.cpp
    Decided operator()(SubmitProposal const& command) const;
    Decided operator()(EditProposal const& command) const;
    Decided operator()(WithdrawProposal const& command) const;
    Decided operator()(PublishProposal const& command) const;
    Decided operator()(ReturnProposal const& command) const;
    Decided operator()(DeclineProposal const& command) const;
    Decided operator()(RequeueProposal const& command) const;
    Decided operator()(DecideProposal const& command) const;
    std::optional<Refusal> cannot_propose() const;
    std::optional<Refusal> cannot_correct(ProposalId const& id) const;
    bool stands(SubmitProposal const& command) const;
    bool stands(EditProposal const& command) const;
    bool stands(WithdrawProposal const& command) const;

    // decide_moderation.cpp
    Decided operator()(RewordProposal const& command) const;
    Decided operator()(RestoreProposal const& command) const;
    Decided operator()(ConfigureModeration const& command) const;
    Decided operator()(TrustParticipant const& command) const;
    Decided operator()(MuteParticipant const& command) const;

    // decide_merges.cpp
    Decided operator()(MergeProposal const& command) const;
    Decided operator()(UnmergeProposal const& command) const;
    Decided operator()(LeaveMerge const& command) const;

    // decide_votes.cpp
    Decided operator()(CastChoice const& command) const;
    bool stands(CastChoice const& command) const;
    Decided operator()(OpenBallot const& command) const;
    Decided operator()(CloseBallot const& command) const;
    Decided operator()(ReopenBallot const& command) const;
    Decided operator()(RevealBallot const& command) const;

    // decide_paper.cpp
    Decided operator()(RecordPaper const& command) const;

    // decide_board.cpp
    Decided operator()(Introduce const& command) const;
    Decided operator()(SubmitComment const& command) const;
    Decided operator()(HideComment const& command) const;
    Decided operator()(ConfigurePhase const& command) const;
    Decided operator()(StartTimer const& command) const;
    Decided operator()(StopTimer const& command) const;

    // decide_afternoon.cpp
    Decided operator()(OpenPhase const& command) const;
    Decided operator()(SendMessage const& command) const;
    Decided operator()(Show const& command) const;
    Decided operator()(ArrangeScreens const& command) const;
    Decided operator()(SendUp const& command) const;
    Decided operator()(StartRehearsal const& command) const;
    Decided operator()(PurgeRehearsal const& command) const;

    // decide_agenda.cpp
    Decided operator()(SetAgenda const& command) const;
    Decided operator()(PlayStep const& command) const;
    Decided operator()(PauseStep const& command) const;
    Decided operator()(EndStep const& command) const;
    Decided operator()(SkipStep const& command) const;

    // decide_commitments.cpp
    Decided operator()(RevokeInstitution const& command) const;
    Decided operator()(OfferCommitment const& command) const;
    Decided operator()(ConfirmCommitment const& command) const;
    Decided operator()(ReportProgress const& command) const;

private:
    struct ProposalText {
        std::string title;
        std::string description;
    };

    Result<ProposalText, Refusal> proposal_text(std::string_view title,
                                                std::string_view description,
                                                AxisId const& axis) const;
    // What is kept of the language of someone's words: nothing where it is the board's own.
    std::optional<Language> foreign(std::optional<Language> language) const;
    Result<Verdict, Refusal> verdict(DecideProposal const& command) const;

    // What a sheet says, by proposal, where it keeps to the ballot and its terms.
    Result<std::map<ProposalId, Choice>, Refusal> marked(Ballot const& ballot,
                                                         RecordPaper const& command) const;

    // Why moderators cannot act on this proposal, if they cannot. What the room decided on or its
    // author took back is theirs no more.
    std::optional<Refusal> not_moderable(Proposal const* proposal,
                                         std::optional<ProposalStatus> from) const;

    // Why a proposal cannot go where the room does not see it, if others stand in it.
    static std::optional<Refusal> has_parts(Proposal const* proposal);

    // Why nothing is taken from the participant who acts, if moderators said so.
    std::optional<Refusal> muted() const;

    // Whether anything told with `from` has another status by now.
    static bool moved_on(Proposal const& proposal, std::optional<ProposalStatus> from);

    // Why the one who acts has as many proposals standing as a person may, if so: those not taken back.
    std::optional<Refusal> too_many_standing() const;

    // Whether these are the words of a proposal, in this language.
    bool says(Proposal const& proposal, ProposalText const& text, AxisId const& axis,
              std::optional<Language> language) const;

    bool in_any_ballot(ProposalId const& proposal) const;

    std::optional<Choice> standing_choice(Ballot const& ballot, ProposalId const& proposal) const;

    // Why this choice is not one of the ballot's, or more than its terms give a person, if it is.
    std::optional<Refusal> beyond_terms(Ballot const& ballot, ProposalId const& proposal,
                                        Choice choice) const;

    // The proposals a facilitator listed, each public and named once.
    Result<std::vector<ProposalId>, Refusal> listed(std::vector<ProposalId> const& proposals) const;

    // What another ballot covered, as far as the room still sees it.
    Result<std::vector<ProposalId>, Refusal> left_of(Ballot const& former) const;

    // All that are published and not yet decided, in order of submission.
    Result<std::vector<ProposalId>, Refusal> all_published() const;

    // What ends with the step that plays: the ballot it opened, if that is still open.
    Events leaving_step() const;

    Decided resume_step() const;

    // The participant who acts.
    Participant const& me() const;

    // Why the one who acts may not write another comment, if so.
    std::optional<Refusal> too_many_comments() const;

    // What the institution answered to this proposal, or nullptr.
    Commitment const* commitment(ProposalId const& proposal, InstitutionNumber institution) const;

    // What the board has by this name, or nullptr.
    Proposal const* find(ProposalId const& id) const;
    Ballot const* find(BallotId const& id) const;

    Board const& board_;
    Actor actor_;
    Moment now_;
    std::optional<BallotId> closing_; // Is closed by the same command, before what is decided here.
};

// The steps of an agenda, with their texts cleaned and their ids known to differ.
Result<std::vector<Step>, Refusal> cleaned_agenda(std::vector<Step> const& steps,
                                                  std::string_view name);

} // namespace koudmen::board
