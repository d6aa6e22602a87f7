#include "room/room.hpp"

#include "base/check.hpp"
#include "board/results.hpp"
#include "journal/lines.hpp"
#include "wire/archive.hpp"

#include <iterator>
#include <utility>

// How much leaves and comes at once: a whole board to another place and from there, and tables that
// were prepared elsewhere.
namespace koudmen::room {

struct Room::Carrying {
    Position until;
    board::Board board; // What the events so far made.
    std::string lines;
    Whole make;
    Reply<std::string> reply;
};

void Room::archive(Reply<std::string> reply)
{
    auto const view = [this](board::Board const& board) {
        auto const now = thread_.now();
        bool const young = !archive_.empty() && now < archived_at_ + habits_.archive_pause;
        if (archived_ != board.position && !young) {
            archive_ = wire::archive(board, wire::public_files(board), "public");
            archived_ = board.position;
            archived_at_ = now;
        }
        return archive_;
    };
    look(view, std::move(reply));
}

void Room::carry(CredentialHash const& by, Whole make, Reply<std::string> reply)
{
    // It goes through the inbox as a look does, so that only what is on disk leaves.
    look(
        [](board::Board const&) { return std::string{}; },
        [this, by, make = std::move(make), reply = std::move(reply)](auto const& looked) {
            if (!looked) return reply(unexpected(looked.error()));
            auto const who = board::member(board_, by);
            using board::RefusalWord;
            if (!who) {
                return reply(unexpected(
                    board::Refusal{RefusalWord::UnknownCredential, "authorization", {}}));
            }
            if (who->role != board::Role::Facilitator) {
                return reply(unexpected(board::Refusal{RefusalWord::NotAllowed, {}, {}}));
            }
            // It holds every vote, and so what is not shown yet.
            for (auto const& [id, ballot] : board_.ballots) {
                if (board::results_shown(board_, ballot)) continue;
                return reply(unexpected(board::Refusal{RefusalWord::ResultsHidden, "ballots", {}}));
            }
            auto carrying = std::make_shared<Carrying>();
            carrying->until = board_.position;
            carrying->make = make;
            carrying->reply = reply;
            carry_on(std::move(carrying));
        });
}

// A page of events in each turn of the thread, so that a long journal keeps nobody waiting.
void Room::carry_on(std::shared_ptr<Carrying> carrying)
{
    auto& [until, board, lines, make, reply] = *carrying;
    auto page = journal_.read(code_, board.position);
    if (!page || state_ == State::Lost) {
        return reply(unexpected(board::Refusal{board::RefusalWord::Busy, {}, {}}));
    }
    for (auto const& recorded : page->events) {
        if (board.position == until) break;
        board::apply(board, recorded);
        lines += journal::line_of(recorded);
    }
    if (board.position == until) return reply(make(board, std::move(lines)));
    check(!page->events.empty(), "a board's events are there up to its position");
    thread_.post([self = self_, carrying = std::move(carrying)] {
        if (*self) return (*self)->carry_on(carrying);
        carrying->reply(unexpected(board::Refusal{board::RefusalWord::Busy, {}, {}}));
    });
}

void Room::restore(std::shared_ptr<journal::Carried> carried, Reply<BoardCode> reply)
{
    put(Restoration{std::move(carried), std::move(reply)});
}

void Room::decide(Restoration const& restoration, std::vector<board::Recorded>& events)
{
    if (board_.position.value > 0) {
        replies_.push_back([reply = restoration.reply] {
            reply(unexpected(board::Refusal{board::RefusalWord::IdTaken, "code", {}}));
        });
        return;
    }
    auto& [all, made] = *restoration.carried;
    board_ = std::move(made);
    std::move(all.begin(), all.end(), std::back_inserter(events));
    replies_.push_back([reply = restoration.reply, code = code_] { reply(code); });
}

void Room::import(board::Import asked, Reply<std::vector<board::RowProblem>> reply)
{
    put(Importing{std::move(asked), std::move(reply)});
}

void Room::decide(Importing const& importing, std::vector<board::Recorded>& events)
{
    auto judged = board::judge(board_, importing.asked);
    if (!judged) {
        replies_.push_back(
            [reply = importing.reply, refusal = judged.error()] { reply(unexpected(refusal)); });
        return;
    }
    record(std::move(judged->events), {{board::Role::Facilitator, {}}, {}, {}}, clock_(), events);
    replies_.push_back(
        [reply = importing.reply, problems = std::move(judged->problems)] { reply(problems); });
}

} // namespace koudmen::room
