#include "plenary.hpp"

#include "base/sha256.hpp"
#include "people.hpp"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <utility>

namespace koudmen::bench {

namespace {

// Who asks waits here.
class Inline final : public Thread {
public:
    void post(Task task) override { task(); }
    void after(std::chrono::milliseconds, Task task) override { task(); }
    bool here() const override { return true; }
};

ProposalId proposal_id(std::size_t number)
{
    return *ProposalId::from(minted("proposal", number));
}

} // namespace

std::string facilitator_credential()
{
    constexpr std::size_t nobody = 9'999'999;
    return credential_of(nobody);
}

Plenary::Plenary(std::size_t people, std::size_t proposals, BoardCode of) : code(std::move(of))
{
    constexpr std::size_t colleges = 5;
    constexpr std::size_t title_bytes = 40;
    constexpr std::size_t description_bytes = 300;
    board::CreateBoard create;
    create.code = code;
    create.title = "Feuille de route";
    create.axes = {{{"inclusion"}, "Inclusion"}};
    create.settings = {board::Moderation::After, 10};
    create.facilitator = {sha256(facilitator_credential())};
    create.moderator = {"moderator"};
    create.screen = {"screen"};
    keep({}, board::decide(board, create));
    for (std::size_t person = 0; person < people; ++person) {
        auto const& college = board.colleges[person % colleges].id;
        keep({},
             board::decide(board, board::JoinBoard{{sha256(credential_of(person))}, college, {}}));
    }
    for (std::size_t number = 0; number < proposals; ++number) {
        ask(number % people, board::SubmitProposal{proposal_id(number),
                                                   prose(number, title_bytes),
                                                   prose(number + 1, description_bytes),
                                                   {"inclusion"}});
    }
    board::Actor const facilitator{board::Role::Facilitator, {}};
    lead(facilitator, board::OpenPhase{board::Phase::Vote});
    lead(facilitator, board::OpenBallot{*BallotId::from(minted("ballot", 0)),
                                        "Que retenir ?",
                                        board::Method::Opinion,
                                        board::ResultsRule::Live,
                                        {}});
}

void Plenary::vote(std::size_t person, std::size_t proposal, std::size_t level)
{
    ask(person, board::CastChoice{*BallotId::from(minted("ballot", 0)), proposal_id(proposal),
                                  static_cast<board::Choice>(level)});
}

void Plenary::ask(std::size_t person, board::Command const& command)
{
    lead({board::Role::Participant, {person + 1}}, command);
}

void Plenary::lead(board::Actor const& actor, board::Command const& command)
{
    board::Stamp const by{actor, *DeviceId::from(minted("phone", 0)), {++operations_[actor]}};
    keep(by, board::consider(board, by, now_, command));
}

void Plenary::keep(board::Stamp const& by, board::Decided const& decided)
{
    if (!decided) throw std::runtime_error("refused: " + decided.error().field);
    for (auto const& event : *decided) {
        history.push_back({{board.position.value + 1}, now_, by, event});
        board::apply(board, history.back());
    }
}

std::unique_ptr<journal::RocksJournal> open_journal(std::filesystem::path const& folder,
                                                    journal::RocksJournal::Mode mode)
{
    auto opened = journal::RocksJournal::open(folder, mode, {0});
    if (!opened) throw std::runtime_error(opened.error());
    return std::move(*opened);
}

void Plenary::write(std::filesystem::path const& folder) const
{
    write(*open_journal(folder));
}

void Plenary::write(journal::Journal& journal) const
{
    Inline home;
    constexpr std::size_t at_once = 1'000;
    for (std::size_t at = 0; at < history.size(); at += at_once) {
        auto const begin = history.begin() + static_cast<std::ptrdiff_t>(at);
        auto const end =
            begin + static_cast<std::ptrdiff_t>(std::min(at_once, history.size() - at));
        std::promise<journal::Outcome> landed;
        journal.append(code, {at}, {begin, end}, home,
                       [&](journal::Outcome outcome) { landed.set_value(outcome); });
        if (landed.get_future().get() != journal::Outcome::Durable) {
            throw std::runtime_error("the board could not be written");
        }
    }
}

} // namespace koudmen::bench
