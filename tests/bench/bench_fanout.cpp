#include "stage.hpp"

// One small change of a board, told to everybody: the desk's message, which leaves at once. The next is
// said when all have heard it.
namespace koudmen::bench {

namespace {

constexpr std::size_t message_letters = 76; // So that the frame has about 200 bytes.
constexpr std::size_t at_once = 200;

struct Rounds {
    std::vector<double> to_send;
    std::vector<double> to_beast;
    std::vector<double> p99_to_send;
    std::vector<double> micros;
    std::vector<double> send_micros;
    std::vector<double> p99;
};

Rounds measure(Bench const& bench, std::size_t seats, std::size_t texts, bool beast_too,
               std::size_t& bytes)
{
    RealServer server(bench);
    RealBoard board(server);
    board.join(seats);
    Crowd audience({.port = server.port()});
    audience.come(
        seats, at_once, [&](std::size_t seat) { return board.hello(seat); },
        RealBoard::is_welcomed);
    Stage real(server.process(), audience, [&](std::string const& mark) {
        auto text = mark + " ";
        text.append(prose(1, message_letters));
        text.resize(message_letters - 1, '.');
        board.desk().turn(std::chrono::milliseconds{0});
        board.lead_on({{"type", "sendMessage"}, {"text", text}});
    });
    real.tell(3);
    bytes = framed(real.last_text(), text_opcode, Masked::No).size();
    BaselineStage send(bench, "send", seats, real.last_text());
    std::unique_ptr<BaselineStage> beast;
    if (beast_too) beast = std::make_unique<BaselineStage>(bench, "beast", seats, real.last_text());
    send.stage().tell(3);
    if (beast) beast->stage().tell(3);

    Rounds rounds;
    for (int round = 0; round < bench.rounds; ++round) {
        for (std::size_t seat = 0; seat < seats; ++seat) audience.say(seat, R"({"type":"ping"})");
        audience.turn(std::chrono::milliseconds{200});
        auto ours = real.tell(texts);
        auto bare = send.stage().tell(texts);
        rounds.micros.push_back(ours.micros_per_frame());
        rounds.send_micros.push_back(bare.micros_per_frame());
        rounds.to_send.push_back(ours.micros_per_frame() / bare.micros_per_frame());
        rounds.p99.push_back(ours.times.milliseconds(0.99));
        rounds.p99_to_send.push_back(rounds.p99.back() / bare.times.milliseconds(0.99));
        if (!beast) continue;
        auto const plain = beast->stage().tell(texts / 2);
        rounds.to_beast.push_back(ours.micros_per_frame() / plain.micros_per_frame());
    }
    return rounds;
}

} // namespace

void bench_fanout(Bench const& bench, Report& report)
{
    std::size_t bytes = 0;
    auto few = measure(bench, 2'000, 60, true, bytes);
    auto const cost =
        "2,000 seats, frames of " + std::to_string(bytes) + " B: " + brief(median(few.micros)) +
        " µs of server CPU a frame, bare send() " + brief(median(few.send_micros)) + " µs";
    report.add({"fanout-to-send", "CPU a frame, to a bare send() loop", few.to_send,
                Result::Bound::AtMost, 0.92, cost});
    report.add({"fanout-to-beast", "CPU a frame, to a plain Beast server", few.to_beast,
                Result::Bound::AtMost, 0.50, cost});
    auto many = measure(bench, 8'000, 15, false, bytes);
    report.add({"fanout-8000-p99",
                "99th percentile from the desk's word to a seat's ear, to a bare send() loop",
                many.p99_to_send, Result::Bound::AtMost, 1.2,
                "8,000 seats: " + brief(median(many.p99)) + " ms, with one sync; CPU a frame " +
                    brief(median(many.to_send)) + " of the loop's"});
}

} // namespace koudmen::bench
