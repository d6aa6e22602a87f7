#include "stage.hpp"
#include "voters.hpp"

// Two thousand seats vote as fast as a room does, and everybody hears of it: what each of these hearings
// costs, where a plain server would send every vote to everybody.
namespace koudmen::bench {

namespace {

constexpr std::size_t seats = 2'000;
constexpr std::size_t proposals = 20;
constexpr std::size_t proposal_bytes = 120;
constexpr std::size_t votes_per_second = 400;
constexpr std::chrono::seconds length{3};

} // namespace

void bench_storm(Bench const& bench, Report& report)
{
    RealServer server(bench);
    RealBoard board(server);
    board.join(seats);
    board.propose(proposals, proposal_bytes);
    board.open_ballot();
    Voters voters(server, board, seats);
    // One count, as one vote would tell it.
    auto text =
        R"({"type":"state","position":4711,"changes":[{"type":"tally","tally":{"ballot":")" +
        RealBoard::ballot();
    text.append(R"(","proposal":")").append(RealBoard::proposal(7));
    text.append(R"(","counts":[812,97,203],"mark":")").append(mark(0)).append("\"}}]}");
    BaselineStage beast(bench, "beast", seats, text);
    beast.stage().tell(3);

    std::vector<double> ratios;
    std::vector<double> micros;
    std::vector<double> waits;
    for (int round = 0; round < bench.rounds; ++round) {
        voters.ping();
        voters.take_times();
        auto const votes_before = voters.acknowledged();
        auto const before = cpu_time(server.process());
        auto const begun = Clock::now();
        std::size_t asked = 0;
        while (Clock::now() - begun < length) {
            std::chrono::duration<double> const passed = Clock::now() - begun;
            auto const due = static_cast<std::size_t>(passed.count() * votes_per_second);
            for (; asked < due; ++asked) voters.vote();
            voters.crowd().turn(std::chrono::milliseconds{1});
            board.desk().turn(std::chrono::milliseconds{0});
        }
        voters.finish();
        auto const cpu = cpu_time(server.process()) - before;
        auto const votes = voters.acknowledged() - votes_before;
        auto const each = static_cast<double>(cpu.count()) / 1e3 / static_cast<double>(votes);
        auto const plain = beast.stage().tell(20).micros_per_frame();
        auto times = voters.take_times();
        micros.push_back(each);
        waits.push_back(times.milliseconds(0.99));
        ratios.push_back(each / static_cast<double>(seats) / plain);
    }
    report.add({"storm", "CPU a vote, shared by the seats, to a plain Beast server's CPU a frame",
                ratios, Result::Bound::AtMost, 0.06,
                "400 votes/s, 2,000 seats: " + brief(median(micros)) +
                    " µs of server CPU a vote in all, acknowledged in " + brief(median(waits)) +
                    " ms (99th percentile); phones hear counts in doses, desks every tick"});
}

} // namespace koudmen::bench
