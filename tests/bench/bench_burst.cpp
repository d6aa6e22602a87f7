#include "stage.hpp"

#include <algorithm>
#include <map>

// Ten people comment in the same moment and everybody hears all ten; the next ten speak once that is so.
namespace koudmen::bench {

namespace {

constexpr std::size_t seats = 2'000;
constexpr std::size_t speakers = 10;
constexpr std::size_t bursts = 20;

std::size_t count(std::string_view text, std::string_view words)
{
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + words.size())) {
        ++found;
    }
    return found;
}

} // namespace

void bench_burst(Bench const& bench, Report& report)
{
    RealServer server(bench);
    RealBoard board(server);
    board.join(seats);
    board.propose(20, 120);
    Crowd audience({.port = server.port()});
    audience.come(
        seats, 200, [&](std::size_t seat) { return board.hello(seat); }, RealBoard::is_welcomed);

    std::string mark_now;
    std::size_t missing = 0;
    std::size_t frames = 0;
    std::string last;
    audience.listen([&](std::size_t, Frame const& frame) {
        if (mark_now.empty()) return;
        // One's own is told again among what is one's own.
        auto const shared = frame.payload.substr(0, frame.payload.find("\"yours\":"));
        auto const heard = count(shared, mark_now);
        if (heard == 0) return;
        missing -= heard;
        ++frames;
        last = shared;
    });
    std::size_t burst = 0;
    auto const tell = [&] {
        mark_now = mark(++burst);
        missing = seats * speakers;
        for (std::size_t speaker = 0; speaker < speakers; ++speaker) {
            auto const number = burst * speakers + speaker;
            std::string text = mark_now + " ";
            text.append(prose(number, 80));
            audience.say(speaker,
                         RealBoard::command(burst, {{"type", "submitComment"},
                                                    {"comment", minted("comment", number)},
                                                    {"proposal", RealBoard::proposal(number % 20)},
                                                    {"stance", "for"},
                                                    {"text", text}}));
        }
        audience.turn_until([&] { return missing == 0; }, "a burst");
    };
    tell();
    // What one of them would be by itself.
    auto text =
        R"({"type":"state","position":4711,"changes":[{"type":"comment","comment":{"text":")" +
        mark(0);
    text.append(250 - std::min<std::size_t>(text.size() + 4, 250), '.').append("\"}}]}");
    BaselineStage beast(bench, "beast", seats, text);
    beast.stage().tell(3);

    std::vector<double> ratios;
    std::vector<double> micros;
    std::vector<double> shares;
    for (int round = 0; round < bench.rounds; ++round) {
        for (std::size_t seat = 0; seat < seats; ++seat) audience.say(seat, R"({"type":"ping"})");
        board.desk().say(0, R"({"type":"ping"})");
        audience.turn(std::chrono::milliseconds{100});
        board.desk().turn(std::chrono::milliseconds{0});
        frames = 0;
        auto const before = cpu_time(server.process());
        for (std::size_t index = 0; index < bursts; ++index) {
            tell();
            board.desk().turn(std::chrono::milliseconds{0});
        }
        auto const cpu = cpu_time(server.process()) - before;
        constexpr auto events = static_cast<double>(bursts * speakers * seats);
        micros.push_back(static_cast<double>(cpu.count()) / 1e3 / events);
        shares.push_back(static_cast<double>(frames) / events);
        ratios.push_back(micros.back() / beast.stage().tell(20).micros_per_frame());
    }
    report.add(
        {"burst",
         "CPU a comment and seat that hears it, ten at once, to a plain Beast server's CPU a frame",
         ratios, Result::Bound::AtMost, 0.20,
         "2,000 seats: " + brief(median(micros)) + " µs of server CPU, " +
             brief(median(shares) * speakers) + " frames for ten"});
}

} // namespace koudmen::bench
