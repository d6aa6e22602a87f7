#include "plenary.hpp"
#include "stage.hpp"

#include <array>
#include <stdexcept>

// A thousand rooms at once in one server, each with ten phones and one vote a second.
namespace koudmen::bench {

namespace {

constexpr std::size_t boards = 1'000;
constexpr std::size_t seats_each = 10;
constexpr std::size_t proposals = 5;
constexpr std::chrono::seconds warm_up{2};
constexpr std::chrono::seconds length{5};
constexpr double votes_per_second = boards; // One on each.
constexpr double pings_per_second = boards * seats_each / 15.0;

BoardCode code_of(std::size_t board)
{
    constexpr std::string_view letters = "23456789BCDFGHJKMNPQRSTVWXYZ";
    std::string code(5, letters.front());
    for (auto& letter : code) {
        letter = letters[board % letters.size()];
        board /= letters.size();
    }
    return {code};
}

void write_boards(std::filesystem::path const& folder)
{
    auto const journal = open_journal(folder);
    for (std::size_t board = 0; board < boards; ++board) {
        Plenary(seats_each, proposals, code_of(board)).write(*journal);
    }
}

// The phones of all rooms. Each board's vote of a second is by another of its phones.
class Rooms {
public:
    explicit Rooms(RealServer const& server)
        : crowd_({.port = server.port(), .deflate = true}), operations_(boards * seats_each)
    {
        constexpr std::size_t at_once = 200;
        crowd_.come(
            boards * seats_each, at_once,
            [](std::size_t seat) {
                return greeting(code_of(seat / seats_each).text, credential_of(seat % seats_each),
                                0);
            },
            RealBoard::is_welcomed);
        crowd_.listen([this](std::size_t, Frame const& frame) {
            if (frame.payload.find(R"("answers":)") == std::string_view::npos) return;
            if (frame.payload.find(R"("refusal":)") != std::string_view::npos) {
                throw std::runtime_error("a vote was refused: " + std::string(frame.payload));
            }
            ++answered_;
        });
    }

    void run(std::chrono::seconds time)
    {
        auto const begun = Clock::now();
        std::size_t pinged = 0;
        auto const first = voted_;
        for (double passed = 0; passed < static_cast<double>(time.count());
             passed = std::chrono::duration<double>(Clock::now() - begun).count()) {
            auto const due = first + static_cast<std::size_t>(passed * votes_per_second);
            while (voted_ < due) vote();
            for (; pinged < static_cast<std::size_t>(passed * pings_per_second); ++pinged) {
                crowd_.say(next_ping_++ % operations_.size(), R"({"type":"ping"})");
            }
            crowd_.turn(std::chrono::milliseconds{1});
        }
        crowd_.turn_until([&] { return answered_ == voted_; }, "the answers to votes");
    }

    std::size_t voted() const { return voted_; }

private:
    void vote()
    {
        auto const board = voted_ % boards;
        auto const turn = voted_ / boards;
        auto const seat = board * seats_each + turn % seats_each;
        constexpr std::array<char const*, 3> choices{"support", "neutral", "oppose"};
        crowd_.say(seat, RealBoard::command(++operations_[seat],
                                            {{"type", "castChoice"},
                                             {"ballot", RealBoard::ballot()},
                                             {"proposal", RealBoard::proposal(turn % proposals)},
                                             {"choice", choices[turn / seats_each % 3]}}));
        ++voted_;
    }

    Crowd crowd_;
    std::vector<std::uint64_t> operations_;
    std::size_t voted_ = 0;
    std::size_t answered_ = 0;
    std::size_t next_ping_ = 0;
};

} // namespace

void bench_boards(Bench const& bench, Report& report)
{
    constexpr double kibibyte = 1024.0;
    RealServer server(bench, {}, write_boards);
    auto const before = resident_bytes(server.process());
    Rooms rooms(server);
    rooms.run(warm_up);
    auto const each =
        static_cast<double>(resident_bytes(server.process()) - before) / kibibyte / boards;
    std::vector<double> shares;
    std::vector<double> micros;
    for (int round = 0; round < bench.rounds; ++round) {
        auto const voted = rooms.voted();
        auto const cpu_before = cpu_time(server.process());
        auto const begun = Clock::now();
        rooms.run(length);
        std::chrono::duration<double> const cpu = cpu_time(server.process()) - cpu_before;
        std::chrono::duration<double> const passed = Clock::now() - begun;
        constexpr double million = 1e6;
        shares.push_back(cpu.count() / passed.count());
        micros.push_back(cpu.count() * million / static_cast<double>(rooms.voted() - voted));
    }
    report.add({"boards", "one core, for 1,000 boards with 10 seats and one vote a second each",
                shares, Result::Bound::AtMost, 1.0 / 3.0,
                brief(median(micros)) +
                    " µs of server CPU a vote that ten seats hear of, their pings with "
                    "it; " +
                    brief(each) + " KiB of memory a board with its seats"});
}

} // namespace koudmen::bench
