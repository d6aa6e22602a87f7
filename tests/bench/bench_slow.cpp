#include "stage.hpp"

// Of 2,000 phones 100 stop reading: what the others notice, and what the server holds for them.
namespace koudmen::bench {

namespace {

constexpr std::size_t readers = 1'900;
constexpr std::size_t sleepers = 100;
constexpr std::size_t texts = 100;
constexpr double outbox_bytes = 128.0 * 1024; // The usual limit of a seat.

// A long message in few letters, so that outboxes fill soon.
std::string long_message(std::string const& mark)
{
    std::string text = mark + " ";
    constexpr std::size_t families = 150;
    for (std::size_t count = 0; count < families; ++count) {
        text.append("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466");
    }
    return text;
}

} // namespace

void bench_slow(Bench const& bench, Report& report)
{
    RealServer server(bench);
    RealBoard board(server);
    board.join(readers + sleepers);
    Crowd audience({.port = server.port()});
    audience.come(
        readers, 200, [&](std::size_t seat) { return board.hello(seat); }, RealBoard::is_welcomed);

    std::vector<double> ratios;
    std::vector<double> memory;
    std::vector<double> p99;
    std::size_t bytes = 0;
    for (int round = 0; round < bench.rounds; ++round) {
        Crowd slow({.port = server.port(), .receive_buffer = 8 * 1024});
        slow.come(
            sleepers, 50, [&](std::size_t seat) { return board.hello(readers + seat); },
            RealBoard::is_welcomed);
        for (std::size_t seat = 0; seat < readers; ++seat) audience.say(seat, R"({"type":"ping"})");
        Stage stage(server.process(), audience, [&](std::string const& mark) {
            slow.turn(std::chrono::milliseconds{0});
            board.desk().turn(std::chrono::milliseconds{0});
            board.lead_on({{"type", "sendMessage"}, {"text", long_message(mark)}});
        });
        stage.tell(2);
        auto all = stage.tell(texts);
        auto const before = resident_bytes(server.process());
        for (std::size_t seat = 0; seat < sleepers; ++seat) slow.stop_reading(seat);
        auto others = stage.tell(texts);
        auto const after = resident_bytes(server.process());
        bytes = stage.last_text().size();
        p99.push_back(others.times.milliseconds(0.99));
        ratios.push_back(p99.back() / all.times.milliseconds(0.99));
        memory.push_back(
            after > before ? static_cast<double>(after - before) / outbox_bytes / sleepers : 0);
        slow.go();
    }
    auto const what = "100 frames of " + std::to_string(bytes) + " B";
    report.add({"slow-p99",
                "99th percentile to 1,900 seats while 100 more read nothing, to while they read",
                ratios, Result::Bound::AtMost, 1.2, what + ": " + brief(median(p99)) + " ms"});
    report.add({"slow-memory", "the server's growth meanwhile, to what those outboxes may hold",
                memory, Result::Bound::AtMost, 1.0, what + ", 128 KiB each"});
}

} // namespace koudmen::bench
