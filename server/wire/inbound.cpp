#include "wire/inbound.hpp"

#include "base/check.hpp"
#include "base/overload.hpp"
#include "protocol/messages.hpp"
#include "wire/templates.hpp"
#include "wire/commitments.hpp"
#include "wire/vocabulary.hpp"

#include <utility>

namespace koudmen::wire {

namespace {

board::Refusal refusal_of(protocol::BadMessage bad)
{
    return {to_board<board::RefusalWord>(bad.word), std::move(bad.field), bad.limit};
}

// The reader has already checked the form of every id.
template <class Id>
Id id(std::string const& text)
{
    auto const read = Id::from(text);
    check(read.has_value(), "the protocol's reader lets only well-formed ids pass");
    return *read;
}

template <class Id>
std::optional<Id> id(std::optional<std::string> const& text)
{
    if (!text) return std::nullopt;
    return id<Id>(*text);
}

template <class Listed, class Told>
std::vector<Listed> listed(std::vector<Told> const& told)
{
    std::vector<Listed> list;
    list.reserve(told.size());
    for (auto const& item : told) list.push_back({{item.id}, item.title});
    return list;
}

std::optional<board::Language> language(std::optional<protocol::Language> const& told)
{
    if (!told) return std::nullopt;
    return to_board<board::Language>(*told);
}

std::optional<board::ProposalStatus> status(std::optional<protocol::ProposalStatus> const& told)
{
    if (!told) return std::nullopt;
    return to_board<board::ProposalStatus>(*told);
}

std::optional<std::uint64_t> number(std::optional<std::int64_t> const& told)
{
    if (!told) return std::nullopt;
    return static_cast<std::uint64_t>(*told); // The reader lets no negative one pass.
}

board::Terms terms(protocol::OpenBallot const& told)
{
    return {number(told.maximum), number(told.budget), number(told.cap),
            number(told.judgments_min)};
}

// On a helper's tablet one takes part with help unless it is said otherwise; elsewhere by phone.
board::Channel channel(std::optional<protocol::TabletUse> const& told, bool helper)
{
    if (told == protocol::TabletUse::Shared) return board::Channel::Shared;
    return helper || told ? board::Channel::Assisted : board::Channel::Phone;
}

InstitutionNumber institution(std::int64_t number)
{
    return {static_cast<std::uint64_t>(number)};
}

// A command as the board knows it. One line each; a new one does not compile until it is here.
board::Command command(protocol::Command const& told)
{
    using namespace board;
    return std::visit(
        overload{
            [](protocol::Introduce const& c) -> Command { return Introduce{c.name}; },
            [](protocol::SubmitProposal const& c) -> Command {
                return SubmitProposal{id<ProposalId>(c.proposal),
                                      c.title,
                                      c.description,
                                      {c.axis},
                                      language(c.language)};
            },
            [](protocol::EditProposal const& c) -> Command {
                return EditProposal{id<ProposalId>(c.proposal),
                                    c.title,
                                    c.description,
                                    {c.axis},
                                    language(c.language)};
            },
            [](protocol::WithdrawProposal const& c) -> Command {
                return WithdrawProposal{id<ProposalId>(c.proposal), c.withdrawn};
            },
            [](protocol::CastChoice const& c) -> Command {
                auto const choice =
                    c.choice ? std::optional(to_board<Choice>(*c.choice)) : std::nullopt;
                return CastChoice{id<BallotId>(c.ballot), id<ProposalId>(c.proposal), choice};
            },
            [](protocol::SubmitComment const& c) -> Command {
                return SubmitComment{id<CommentId>(c.comment), id<ProposalId>(c.proposal),
                                     to_board<Stance>(c.stance), c.text, language(c.language)};
            },
            [](protocol::PublishProposal const& c) -> Command {
                return PublishProposal{id<ProposalId>(c.proposal), status(c.from)};
            },
            [](protocol::ReturnProposal const& c) -> Command {
                return ReturnProposal{id<ProposalId>(c.proposal), c.question, status(c.from)};
            },
            [](protocol::DeclineProposal const& c) -> Command {
                return DeclineProposal{id<ProposalId>(c.proposal),
                                       to_board<DeclineReason>(c.reason), c.words, status(c.from)};
            },
            [](protocol::RequeueProposal const& c) -> Command {
                return RequeueProposal{id<ProposalId>(c.proposal), status(c.from)};
            },
            [](protocol::HideComment const& c) -> Command {
                return HideComment{id<CommentId>(c.comment), c.hidden};
            },
            [](protocol::OpenPhase const& c) -> Command {
                return OpenPhase{to_board<Phase>(c.phase), c.reason};
            },
            [](protocol::ConfigurePhase const& c) -> Command {
                return ConfigurePhase{
                    to_board<Phase>(c.phase),
                    {c.switches.propose, c.switches.comment, c.switches.vote, c.switches.results}};
            },
            [](protocol::OpenBallot const& c) -> Command {
                OpenBallot open{
                    id<BallotId>(c.ballot),           c.question,   to_board<Method>(c.method),
                    to_board<ResultsRule>(c.results), std::nullopt, terms(c),
                    id<BallotId>(c.follows)};
                if (!c.proposals) return open;
                open.proposals.emplace();
                for (auto const& text : *c.proposals) {
                    open.proposals->push_back(id<ProposalId>(text));
                }
                return open;
            },
            [](protocol::CloseBallot const& c) -> Command {
                return CloseBallot{id<BallotId>(c.ballot)};
            },
            [](protocol::ReopenBallot const& c) -> Command {
                return ReopenBallot{id<BallotId>(c.ballot), c.reason};
            },
            [](protocol::RevealBallot const& c) -> Command {
                auto const step = c.step ? to_board<RevealStep>(*c.step) : RevealStep::Numbers;
                return RevealBallot{id<BallotId>(c.ballot), step};
            },
            [](protocol::Show const& c) -> Command {
                return Show{to_board<View>(c.view),
                            id<ProposalId>(c.proposal),
                            id<BallotId>(c.ballot),
                            {static_cast<std::uint64_t>(c.screen.value_or(1))}};
            },
            [](protocol::StartTimer const& c) -> Command { return StartTimer{c.seconds}; },
            [](protocol::StopTimer const&) -> Command { return StopTimer{}; },
            [](protocol::DecideProposal const& c) -> Command {
                auto const decision =
                    c.decision ? std::optional(to_board<Decision>(*c.decision)) : std::nullopt;
                return DecideProposal{id<ProposalId>(c.proposal),
                                      decision,
                                      c.words,
                                      c.lead,
                                      c.partners.value_or(std::vector<std::string>{}),
                                      c.start,
                                      c.end};
            },
            [](protocol::RewordProposal const& c) -> Command {
                return RewordProposal{
                    id<ProposalId>(c.proposal), c.title, c.description, {c.axis}, status(c.from)};
            },
            [](protocol::RestoreProposal const& c) -> Command {
                return RestoreProposal{id<ProposalId>(c.proposal), status(c.from)};
            },
            [](protocol::ConfigureModeration const& c) -> Command {
                return ConfigureModeration{to_board<Moderation>(c.moderation),
                                           c.trusts_after_first};
            },
            [](protocol::TrustParticipant const& c) -> Command {
                return TrustParticipant{{static_cast<std::uint64_t>(c.participant)}, c.trusted};
            },
            [](protocol::MuteParticipant const& c) -> Command {
                return MuteParticipant{{static_cast<std::uint64_t>(c.participant)}, c.muted};
            },
            [](protocol::MergeProposal const& c) -> Command {
                return MergeProposal{id<ProposalId>(c.proposal), id<ProposalId>(c.into),
                                     status(c.from)};
            },
            [](protocol::UnmergeProposal const& c) -> Command {
                return UnmergeProposal{id<ProposalId>(c.proposal), status(c.from)};
            },
            [](protocol::LeaveMerge const& c) -> Command {
                return LeaveMerge{id<ProposalId>(c.proposal)};
            },
            [](protocol::RecordPaper const& c) -> Command {
                RecordPaper record{
                    id<BallotId>(c.ballot), {static_cast<std::uint64_t>(c.badge)}, {}, {}};
                if (c.college) record.college = CollegeId{*c.college};
                for (auto const& mark : c.marks) {
                    record.marks.push_back(
                        {id<ProposalId>(mark.proposal), to_board<Choice>(mark.choice)});
                }
                return record;
            },
            [](protocol::SendMessage const& c) -> Command { return SendMessage{c.text}; },
            [](protocol::SetAgenda const& c) -> Command { return SetAgenda{steps_of(c.steps)}; },
            [](protocol::PlayStep const& c) -> Command {
                return PlayStep{{c.step}, id<BallotId>(c.ballot)};
            },
            [](protocol::PauseStep const&) -> Command { return PauseStep{}; },
            [](protocol::EndStep const&) -> Command { return EndStep{}; },
            [](protocol::SkipStep const& c) -> Command {
                return SkipStep{{c.step}, c.skipped};
            },
            [](protocol::SendUp const& c) -> Command {
                return SendUp{id<ProposalId>(c.proposal),
                              c.title,
                              c.description,
                              {c.axis},
                              {{c.college}, static_cast<std::uint64_t>(c.number)},
                              language(c.language)};
            },
            [](protocol::StartRehearsal const&) -> Command { return StartRehearsal{}; },
            [](protocol::PurgeRehearsal const&) -> Command { return PurgeRehearsal{}; },
            [](protocol::ArrangeScreens const& c) -> Command {
                ArrangeScreens arrange;
                for (auto const& one : c.screens) {
                    arrange.screens.push_back({{static_cast<std::uint64_t>(one.screen)}, one.name});
                }
                return arrange;
            },
            [](protocol::RevokeInstitution const& c) -> Command {
                return RevokeInstitution{institution(c.institution)};
            },
            [](protocol::OfferCommitment const& c) -> Command {
                return OfferCommitment{id<ProposalId>(c.proposal),
                                       c.pledge ? std::optional(pledge_of(*c.pledge))
                                                : std::nullopt};
            },
            [](protocol::ConfirmCommitment const& c) -> Command {
                return ConfirmCommitment{id<ProposalId>(c.proposal), institution(c.institution),
                                         static_cast<std::uint64_t>(c.revision), c.confirmed};
            },
            [](protocol::ReportProgress const& c) -> Command {
                return ReportProgress{id<ProposalId>(c.proposal), report_of(c.report)};
            },
        },
        told);
}

} // namespace

Result<FromClient, BadFrame> read_frame(std::string_view text)
{
    auto read = protocol::read_from_client(text);
    if (!read) {
        BadFrame bad{refusal_of(std::move(read.error())), std::nullopt};
        auto const operation = protocol::integer_member(text, "operation");
        if (operation && *operation > 0) {
            bad.operation = Operation{static_cast<std::uint64_t>(*operation)};
        }
        return unexpected(std::move(bad));
    }
    auto const* visitor = std::get_if<protocol::Hello>(&*read);
    if (visitor && visitor->use && !visitor->helper) {
        return unexpected(BadFrame{{board::RefusalWord::Required, "helper", {}}, {}});
    }
    return std::visit(overload{
                          [](protocol::Hello const& hello) -> FromClient {
                              Hello said;
                              said.version = hello.version;
                              said.board = {hello.board};
                              said.credential = hello.credential;
                              said.device = id<DeviceId>(hello.device);
                              said.helper = hello.helper;
                              said.channel = channel(hello.use, hello.helper.has_value());
                              if (hello.position) {
                                  said.position =
                                      Position{static_cast<std::uint64_t>(*hello.position)};
                              }
                              return said;
                          },
                          [](protocol::CommandRequest const& request) -> FromClient {
                              Request asked{{static_cast<std::uint64_t>(request.operation)},
                                            command(request.command)};
                              if (request.position) {
                                  asked.told =
                                      Position{static_cast<std::uint64_t>(*request.position)};
                              }
                              return asked;
                          },
                          [](protocol::Ping const&) -> FromClient { return Ping{}; },
                          [](protocol::Claim const& claim) -> FromClient {
                              return Claim{id<ProposalId>(claim.proposal), claim.claimed};
                          },
                          [](protocol::SimilarTo const& asked) -> FromClient {
                              return SimilarTo{asked.text, id<ProposalId>(asked.except)};
                          },
                      },
                      *read);
}

Result<board::CreateBoard, board::Refusal> read_create_board(std::string_view text)
{
    auto read = protocol::read_create_board(text);
    if (!read) return unexpected(refusal_of(std::move(read.error())));
    board::CreateBoard create;
    create.title = read->title;
    if (read->language) create.language = to_board<board::Language>(*read->language);
    create.axes = listed<board::Axis>(read->axes);
    if (read->colleges) create.colleges = listed<board::College>(*read->colleges);
    if (read->template_) {
        auto found = find_template(*read->template_);
        if (!found) {
            return unexpected(
                board::Refusal{board::RefusalWord::UnknownTemplate, "template", std::nullopt});
        }
        create.settings = found->settings;
        create.agenda = std::move(found->agenda);
    }
    if (read->settings) create.settings = settings_of(*read->settings);
    return create;
}

Result<JoinRequest, board::Refusal> read_join_board(std::string_view text)
{
    auto read = protocol::read_join_board(text);
    if (!read) return unexpected(refusal_of(std::move(read.error())));
    JoinRequest asked{
        {{}, {read->college.value_or(std::string{})}, read->name}, read->badge, read->helper};
    asked.join.channel = channel(read->use, read->helper.has_value());
    return asked;
}

Result<std::size_t, board::Refusal> read_issue_badges(std::string_view text)
{
    auto read = protocol::read_issue_badges(text);
    if (!read) return unexpected(refusal_of(std::move(read.error())));
    return static_cast<std::size_t>(read->count);
}

Result<board::AddTable, board::Refusal> read_add_table(std::string_view text)
{
    auto read = protocol::read_add_table(text);
    if (!read) return unexpected(refusal_of(std::move(read.error())));
    return board::AddTable{{}, read->title, {}, {}};
}

Result<board::InviteInstitution, board::Refusal> read_invite_institution(std::string_view text)
{
    auto read = protocol::read_invite_institution(text);
    if (!read) return unexpected(refusal_of(std::move(read.error())));
    return board::InviteInstitution{{}, {}, read->name};
}

Result<ImportRequest, board::Refusal> read_import_request(std::string_view text)
{
    auto read = protocol::read_import_rows(text);
    if (!read) return unexpected(refusal_of(std::move(read.error())));
    return ImportRequest{to_board<board::ImportKind>(read->kind), std::move(read->text),
                         read->dry_run};
}

std::optional<BoardCode> read_code(std::string_view text)
{
    // As a JSON string it goes through the one reader that knows the form of a code.
    auto const plain = [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '\\'; };
    for (char const c : text) {
        if (!plain(c)) return std::nullopt;
    }
    auto const read = protocol::read_code("\"" + std::string(text) + "\"");
    if (!read) return std::nullopt;
    return BoardCode{*read};
}

std::optional<std::string> badge_code(std::string_view written)
{
    std::string code;
    for (char const c : written) {
        if (c == ' ' || c == '-') continue;
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9')) return std::nullopt;
        code += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (!protocol::read_badge_code("\"" + code + "\"")) return std::nullopt;
    return code;
}

bool is_credential(std::string_view text)
{
    for (char const c : text) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        if (!plain) return false;
    }
    return protocol::read_credential("\"" + std::string(text) + "\"").has_value();
}

} // namespace koudmen::wire
