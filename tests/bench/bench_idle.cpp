#include "stage.hpp"

#include <thread>

// What a seat that was told everything, and has nothing to say, takes of the server's memory.
namespace koudmen::bench {

void bench_idle(Bench const& bench, Report& report)
{
    constexpr std::size_t seats = 4'000;
    constexpr std::size_t at_once = 200;
    constexpr double bytes_in_kib = 1'024.0;
    std::vector<double> each;
    for (int round = 0; round < bench.rounds; ++round) {
        RealServer server(bench);
        RealBoard board(server);
        board.join(seats);
        board.propose(20, 120);
        auto const before = resident_bytes(server.process());
        Crowd crowd({.port = server.port(), .deflate = true});
        crowd.come(
            seats, at_once, [&](std::size_t seat) { return board.hello(seat); },
            RealBoard::is_welcomed);
        std::this_thread::sleep_for(std::chrono::seconds{1});
        auto const after = resident_bytes(server.process());
        each.push_back(static_cast<double>(after - before) / seats / bytes_in_kib);
    }
    report.add({"idle", "KiB of the server's memory for each of 4,000 seats, without the kernel's",
                each, Result::Bound::AtMost, 4, "joined, welcomed and told the board"});
}

} // namespace koudmen::bench
