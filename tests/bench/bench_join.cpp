#include "stage.hpp"

#include <thread>

// Two thousand phones come back at once and each is told the whole board.
namespace koudmen::bench {

namespace {

constexpr std::size_t seats = 2'000;
constexpr std::size_t proposals = 60;
constexpr std::size_t proposal_bytes = 300;

struct Coming {
    double micros = 0; // Of server CPU a seat.
    double bytes = 0;  // Received by a seat, with the answer to its upgrade.
    double last_ms = 0;
};

// The server has ended what those who went left to do.
void settle(pid_t process)
{
    constexpr std::chrono::milliseconds pause{100};
    for (auto before = cpu_time(process);;) {
        std::this_thread::sleep_for(pause);
        auto const now = cpu_time(process);
        if (now - before < std::chrono::milliseconds{1}) return;
        before = now;
    }
}

Coming come(pid_t process, Crowd& crowd, Crowd::Words const& words, Crowd::Arrived const& arrived)
{
    settle(process);
    auto const bytes = crowd.bytes_received();
    auto const before = cpu_time(process);
    auto const begun = Clock::now();
    crowd.come(seats, seats, words, arrived);
    std::chrono::duration<double, std::milli> const taken = Clock::now() - begun;
    auto const cpu = cpu_time(process) - before;
    return {static_cast<double>(cpu.count()) / 1e3 / seats,
            static_cast<double>(crowd.bytes_received() - bytes) / seats, taken.count()};
}

} // namespace

void bench_join(Bench const& bench, Report& report)
{
    RealServer server(bench);
    RealBoard board(server);
    board.join(seats);
    board.propose(proposals, proposal_bytes);
    auto const words = [&](std::size_t seat) { return board.hello(seat); };

    auto const port = free_port();
    Child const send({bench.self.string(), "baseline", "send", std::to_string(port)}, port);
    Crowd publisher({.port = port, .target = "/publish"});
    publisher.come(1, 1, {}, {});

    std::vector<double> cpu;
    std::vector<double> wire;
    std::vector<double> time;
    Coming ours;
    Coming bare;
    Coming plain;
    for (int round = 0; round <= bench.rounds; ++round) {
        Crowd as_browsers({.port = server.port(), .deflate = true});
        ours = come(server.process(), as_browsers, words, RealBoard::is_welcomed);
        auto const told = as_browsers.first_heard();
        as_browsers.go();

        Crowd uncompressed({.port = server.port()});
        plain = come(server.process(), uncompressed, words, RealBoard::is_welcomed);
        uncompressed.go();

        // What a seat was told, in one piece.
        publisher.say(0, told, binary_opcode);
        Crowd listeners({.port = port, .target = "/join"});
        bare = come(send.process(), listeners, {}, RealBoard::is_welcomed);
        listeners.go();
        if (round == 0) continue; // Everything is touched for the first time.
        cpu.push_back(ours.micros / bare.micros);
        wire.push_back(ours.bytes / plain.bytes);
        time.push_back(ours.last_ms / bare.last_ms);
    }
    auto const measured =
        brief(ours.micros) + " µs of server CPU a join, bare send() of the same bytes " +
        brief(bare.micros) + " µs; without compression " + brief(plain.micros) + " µs";
    report.add({"join-cpu",
                "CPU a join of 2,000 at once, to a bare send() loop with the same bytes", cpu,
                Result::Bound::AtMost, 2.0, measured});
    report.add({"join-bytes", "bytes a join as browsers ask, to uncompressed", wire,
                Result::Bound::AtMost, 0.35,
                brief(ours.bytes) + " B of " + brief(plain.bytes) + " B"});
    report.add({"join-time", "time until the last of 2,000 is in, to the bare loop", time,
                Result::Bound::AtMost, 2.0, brief(ours.last_ms) + " ms"});
}

} // namespace koudmen::bench
