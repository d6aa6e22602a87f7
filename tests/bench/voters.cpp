#include "voters.hpp"

#include <stdexcept>
#include <utility>

namespace koudmen::bench {

namespace {

bool holds(Frame const& frame, std::string_view words)
{
    return frame.payload.find(words) != std::string_view::npos;
}

} // namespace

Voters::Voters(RealServer const& server, RealBoard& board, std::size_t count, Offer offer)
    : board_(board),
      crowd_({.port = server.port(), .deflate = offer == Offer::Deflate}),
      voters_(count)
{
    constexpr std::size_t at_once = 200;
    crowd_.listen([this](std::size_t number, Frame const& frame) { heard(number, frame); });
    crowd_.come(
        count, at_once, [&](std::size_t seat) { return board.hello(seat); },
        RealBoard::is_welcomed);
}

void Voters::vote()
{
    auto const number = next_++ % voters_.size();
    if (voters_[number].waiting.empty()) vote(number);
}

void Voters::go_on(bool on)
{
    on_ = on;
    if (!on) return;
    for (std::size_t number = 0; number < voters_.size(); ++number) {
        if (voters_[number].waiting.empty()) vote(number);
        constexpr std::size_t between = 64;
        if (number % between == 0) crowd_.turn(std::chrono::milliseconds{0});
    }
}

void Voters::finish()
{
    on_ = false;
    crowd_.turn_until([this] { return waiting_ == 0; }, "the answers to the last votes");
}

void Voters::ping()
{
    for (std::size_t number = 0; number < voters_.size(); ++number) {
        crowd_.say(number, R"({"type":"ping"})");
    }
    board_.desk().say(0, R"({"type":"ping"})");
    crowd_.turn(std::chrono::milliseconds{50});
    board_.desk().turn(std::chrono::milliseconds{0});
}

void Voters::vote(std::size_t number)
{
    auto& voter = voters_[number];
    auto const proposal = random_() % board_.proposals();
    auto const operation = ++voter.operation;
    voter.waiting =
        RealBoard::command(operation, {{"type", "castChoice"},
                                       {"ballot", RealBoard::ballot()},
                                       {"proposal", RealBoard::proposal(proposal)},
                                       {"choice", random_() % 2 ? "support" : "oppose"}});
    voter.since = Clock::now();
    ++waiting_;
    crowd_.say(number, voter.waiting);
}

void Voters::heard(std::size_t number, Frame const& frame)
{
    auto& voter = voters_[number];
    if (voter.waiting.empty()) {
        // The counter goes on above what this device did before.
        constexpr std::string_view before = R"("operation":)";
        auto const at = frame.payload.find(before);
        if (holds(frame, R"("type":"welcome")") && at != std::string_view::npos) {
            voter.operation = std::strtoull(frame.payload.data() + at + before.size(), nullptr, 10);
        }
        return;
    }
    if (holds(frame, R"("refusal":)") || holds(frame, R"("type":"rejected")")) {
        throw std::runtime_error("a vote was refused: " + std::string(frame.payload));
    }
    if (!holds(frame, R"("answers":)")) {
        if (holds(frame, R"("resume":true)")) crowd_.say(number, voter.waiting);
        return;
    }
    voter.waiting.clear();
    --waiting_;
    ++acknowledged_;
    times_.add(Clock::now() - voter.since);
    if (on_) vote(number);
}

} // namespace koudmen::bench
