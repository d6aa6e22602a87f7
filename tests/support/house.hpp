#pragma once

#include "base/clock.hpp"
#include "room/floor.hpp"
#include "support/board_maker.hpp"
#include "support/manual_thread.hpp"
#include "support/phone.hpp"
#include "support/slow_journal.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace koudmen::tests {

inline auto const bus = id<ProposalId>("bus");
inline auto const ballot = id<BallotId>("ballot");
inline BoardCode const code{"K7P4X"};

// A floor on a thread that only moves when told, a journal that lands only when told, and a board
// with a published proposal and an open ballot.
class House {
public:
    explicit House(board::ResultsRule results = board::ResultsRule::Live)
        : floor_(std::make_unique<room::Floor>(0, thread, journal, room::Habits{}, [this] {
              return Moment{1'734'091'200'000 + static_cast<std::int64_t>(ticks_++)};
          }))
    {
        floor_->meet({floor_.get()});
        board::CreateBoard create;
        create.code = code;
        create.title = "Feuille de route";
        create.axes = {{{"inclusion"}, "Inclusion"}};
        create.facilitator = {"facilitator"};
        create.moderator = {"moderator"};
        create.screen = {"screen"};
        floor_->create(create, [](auto const&) {});
        settle();
        join("ana");
        join("ben");
        desk = enter("facilitator");
        auto ana = enter("ana");
        ask(ana, 1, board::SubmitProposal{bus, "Un bus", "", {"inclusion"}});
        settle();
        ask(desk, 1, board::PublishProposal{bus});
        ask(desk, 2, board::OpenPhase{board::Phase::Vote});
        ask(desk, 3,
            board::OpenBallot{ballot, "Que retenir ?", board::Method::Opinion, results, {}});
        settle();
        leave(ana);
        settle();
    }

    struct Seated {
        std::shared_ptr<Phone> phone;
        room::SeatNumber number;
    };

    Seated enter(std::string const& who, std::optional<Position> position = {},
                 std::string const& device = "")
    {
        room::Visitor visitor{code, {}, id<DeviceId>(device.empty() ? who : device), position};
        if (!who.empty() && who != "observer") visitor.credential = CredentialHash{who};
        Seated seated{std::make_shared<Phone>(), {}};
        seated.number = floor_->hall(code).enter(seated.phone, visitor);
        settle();
        return seated;
    }

    void join(std::string const& who)
    {
        floor_->join(code, {{who}, {"citizens"}, {}}, [](auto const&) {});
        settle();
    }

    void ask(Seated const& seated, std::uint64_t operation, board::Command command)
    {
        floor_->hall(code).ask(seated.number, {{operation}, std::move(command)});
        thread.run();
    }

    void leave(Seated const& seated, room::Parting parting = room::Parting::Goodbye)
    {
        floor_->hall(code).leave(seated.number, parting);
        thread.run();
    }

    void drained(Seated const& seated)
    {
        floor_->hall(code).drained(seated.number);
        settle();
    }

    // Everything that waits lands, and a second passes.
    void settle()
    {
        do {
            thread.run();
            while (journal.waiting() > 0) journal.land();
        } while (thread.run() || journal.waiting() > 0);
        thread.pass(std::chrono::milliseconds{1'100});
    }

    // A new process over the same journal.
    void restart()
    {
        settle();
        floor_->close(room::Dismissal::Restarting);
        thread.run();
        // Its timers are still in the thread; a real thread would be gone with them.
        gone_.push_back(std::move(floor_));
        floor_ = std::make_unique<room::Floor>(0, thread, journal, room::Habits{}, wall_clock);
        floor_->meet({floor_.get()});
        thread.run();
    }

    room::Floor& floor() { return *floor_; }

    ManualThread thread;
    SlowJournal journal;
    Seated desk;

private:
    int ticks_ = 0;
    std::vector<std::unique_ptr<room::Floor>> gone_;
    std::unique_ptr<room::Floor> floor_;
};

inline board::CastChoice vote(board::Choice choice)
{
    return {ballot, bus, choice};
}

// All answers in what was heard, in order.
inline std::vector<nlohmann::json> answers(std::vector<nlohmann::json> const& heard)
{
    std::vector<nlohmann::json> all;
    for (auto const& message : heard) {
        for (auto const& answer : message.value("answers", nlohmann::json::array()))
            all.push_back(answer);
    }
    return all;
}

// The last change of a kind in what was heard; null when there is none.
inline nlohmann::json last_change(std::vector<nlohmann::json> const& heard, std::string const& type)
{
    nlohmann::json last;
    for (auto const& message : heard) {
        for (auto const& change : message.value("changes", nlohmann::json::array())) {
            if (change["type"] == type) last = change;
        }
    }
    return last;
}

inline std::size_t states(std::vector<nlohmann::json> const& heard)
{
    return static_cast<std::size_t>(
        std::count_if(heard.begin(), heard.end(),
                      [](auto const& message) { return message["type"] == "state"; }));
}

} // namespace koudmen::tests
