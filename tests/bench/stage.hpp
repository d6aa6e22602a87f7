#pragma once

#include "baselines.hpp"
#include "real_server.hpp"
#include "report.hpp"

#include <functional>
#include <memory>
#include <string>

namespace koudmen::bench {

// A server with an audience, and a way to have one text told to all of it.
class Stage {
public:
    // What everybody hears, known by the mark in it.
    using Publish = std::function<void(std::string const& mark)>;

    Stage(pid_t process, Crowd& audience, Publish publish)
        : process_(process), audience_(audience), publish_(std::move(publish))
    {
        audience_.listen([this](std::size_t, Frame const& frame) { heard(frame); });
    }

    struct Heard {
        std::chrono::nanoseconds cpu{}; // Of the server.
        std::size_t frames = 0;         // That carried a mark.
        Times times;                    // From each publishing to each receiver.
        double micros_per_frame() const
        {
            return static_cast<double>(cpu.count()) / 1e3 / static_cast<double>(frames);
        }
    };

    // So many texts, each when everybody has heard the one before.
    Heard tell(std::size_t texts);

    std::string const& last_text() const { return last_text_; }
    pid_t process() const { return process_; }
    Crowd& audience() { return audience_; }

private:
    void heard(Frame const& frame);

    pid_t const process_;
    Crowd& audience_;
    Publish const publish_;
    std::size_t told_ = 0;
    std::string mark_;
    Clock::time_point published_;
    std::size_t missing_ = 0;
    Heard* hearing_ = nullptr;
    std::string last_text_;
};

// A mark of a fixed size, so that texts of one kind are equally long.
std::string mark(std::size_t number);

// One of the two baselines, with as many listeners, told the same text.
class BaselineStage {
public:
    // `kind` as its program knows it: send or beast. `text` holds a mark, which is replaced each time.
    BaselineStage(Bench const& bench, std::string const& kind, std::size_t listeners,
                  std::string text);

    Stage& stage() { return *stage_; }

private:
    std::uint16_t const port_;
    Child const child_;
    Crowd audience_;
    Crowd publisher_;
    std::string const text_;
    std::unique_ptr<Stage> stage_;
};

// The measurements, one file each; what they find is in docs/PERFORMANCE.md.
void bench_fanout(Bench const& bench, Report& report);
void bench_storm(Bench const& bench, Report& report);
void bench_burst(Bench const& bench, Report& report);
void bench_join(Bench const& bench, Report& report);
void bench_durable(Bench const& bench, Report& report);
void bench_idle(Bench const& bench, Report& report);
void bench_slow(Bench const& bench, Report& report);
void bench_json(Bench const& bench, Report& report);
void bench_large(Bench const& bench, Report& report);
void bench_boards(Bench const& bench, Report& report);

} // namespace koudmen::bench
