#include "stage.hpp"
#include "voters.hpp"

#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <array>
#include <stdexcept>
#include <unistd.h>

// Which part of the server's work for one vote is reading it and writing its answer as JSON: whether
// faster ways would be noticed.
namespace koudmen::bench {

namespace {

constexpr std::size_t times = 100'000;

template <class Act>
double micros(Act act)
{
    // Of this thread alone, whatever else the machine does.
    auto const begun = cpu_time(::getpid());
    for (std::size_t time = 0; time < times; ++time) act();
    std::chrono::duration<double, std::micro> const taken = cpu_time(::getpid()) - begun;
    return taken.count() / times;
}

double reading()
{
    auto const vote = RealBoard::command(17, {{"type", "castChoice"},
                                              {"ballot", RealBoard::ballot()},
                                              {"proposal", RealBoard::proposal(7)},
                                              {"choice", "support"}});
    return micros([&] {
        if (!wire::read_frame(vote)) throw std::runtime_error("the vote is not read");
    });
}

double writing()
{
    std::string const yours = R"({"choices":[{"ballot":")" + RealBoard::ballot() +
                              R"(","proposal":")" + RealBoard::proposal(7) +
                              R"(","choice":"support"}]})";
    std::array<wire::Answer, 1> const answers{wire::Answer{Operation{17}, {}}};
    std::size_t bytes = 0;
    auto const taken = micros([&] {
        bytes +=
            wire::frame({.position = Position{4711}, .yours = yours, .answers = answers})->size();
    });
    if (bytes == 0) throw std::runtime_error("nothing was written");
    return taken;
}

} // namespace

void bench_json(Bench const& bench, Report& report)
{
    RealServer server(bench);
    RealBoard board(server);
    constexpr std::size_t people = 500;
    board.join(people);
    board.propose(20, 120);
    board.open_ballot();
    Voters voters(server, board, people);
    std::vector<double> read;
    std::vector<double> written;
    std::vector<double> whole;
    std::vector<double> read_micros;
    for (int round = 0; round < bench.rounds; ++round) {
        voters.ping();
        auto const votes = voters.acknowledged();
        auto const before = cpu_time(server.process());
        voters.go_on(true);
        auto const until = Clock::now() + std::chrono::seconds{1};
        while (Clock::now() < until) {
            voters.crowd().turn(std::chrono::milliseconds{5});
            board.desk().turn(std::chrono::milliseconds{0});
        }
        voters.finish();
        auto const cpu = cpu_time(server.process()) - before;
        auto const each = static_cast<double>(cpu.count()) / 1e3 /
                          static_cast<double>(voters.acknowledged() - votes);
        whole.push_back(each);
        read_micros.push_back(reading());
        read.push_back(read_micros.back() / each);
        written.push_back(writing() / each);
    }
    report.add({"json-read", "reading a vote, to all the server's CPU for it", read,
                Result::Bound::AtMost, 0.25,
                brief(median(read_micros)) + " µs of " + brief(median(whole)) + " µs"});
    report.add({"json-write", "putting its answer's frame together, to all the server's CPU for it",
                written, Result::Bound::AtMost, 0.25, "of " + brief(median(whole)) + " µs"});
}

} // namespace koudmen::bench
