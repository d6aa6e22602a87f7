#include "rehearsal.hpp"

#include "phones.hpp"
#include "witness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace koudmen::load {

namespace {

using bench::Clock;
using bench::Crowd;
using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

constexpr auto patience = 60s;      // For what must come in the end.
constexpr auto count_patience = 5s; // Counts are told within three seconds.
constexpr std::size_t own_descriptors = 32;

std::size_t phones_for(Options const& options)
{
    bench::raise_descriptor_limit();
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    auto const most = limit.rlim_cur > own_descriptors ? limit.rlim_cur - own_descriptors : 1;
    return std::min<std::size_t>(options.phones, most);
}

// The line that tells how it goes: painted over and over on a terminal, else said now and then.
class Progress {
public:
    // Whether it is time to tell: a while after the last time, or as a new stage begins.
    bool due(Clock::time_point now, std::string_view stage) const
    {
        return stage != stage_ || now - told_ >= (terminal_ ? 200ms : 5'000ms);
    }

    void tell(Clock::time_point now, std::string_view stage, std::string const& line,
              bool last = false)
    {
        told_ = now;
        stage_ = stage;
        if (terminal_)
            std::cerr << "\r\033[K" << line << (last ? "\n" : "") << std::flush;
        else
            std::cerr << line << std::endl;
    }

private:
    bool const terminal_ = ::isatty(STDERR_FILENO) == 1;
    Clock::time_point told_{};
    std::string stage_;
};

class Course {
public:
    Course(Options const& options, Ground const& ground)
        : options_(options),
          ground_(ground),
          outcome_(begun(options, ground)),
          crowd_({.deflate = true, .place = ground.place}),
          phones_(crowd_, ground, options, outcome_,
                  [this](std::size_t proposal, std::uint64_t position, Clock::time_point at) {
                      for (auto& watcher : watchers_)
                          watcher.witness.expect(proposal, position, at);
                  })
    {
        watchers_.push_back({"", outcome_.onlookers, ground_});
        if (!ground.screen.empty()) watchers_.push_back({ground.screen, outcome_.screen, ground_});
        for (auto& watcher : watchers_) watcher.seat = crowd_.add();
        crowd_.words([this](std::size_t seat) { return words(seat); });
        crowd_.listen([this](std::size_t seat, bench::Frame const& frame) { hear(seat, frame); });
        crowd_.on_end([this](std::size_t seat, Crowd::End const& end) { ended(seat, end); });
    }

    Outcome run()
    {
        began_ = Clock::now();
        for (auto& watcher : watchers_) crowd_.connect(watcher.seat);
        wait([&] { return all_watch(); }, patience);
        if (!all_watch()) throw std::runtime_error("the board was not told to who looks on");
        // Of a long board the last changes are told after it.
        constexpr auto a_moment = 300ms;
        wait([] { return false; }, a_moment);
        note_before();
        arrive();
        storm();
        settle();
        call_the_roll();
        compare_counts();
        outcome_.seconds = Seconds(Clock::now() - began_).count();
        progress_.tell(Clock::now(), "done", line("done"), true);
        return std::move(outcome_);
    }

private:
    struct Watcher {
        Watcher(std::string who, bench::Times& lags, Ground const& ground)
            : credential(std::move(who)), witness(ground.ballot, ground.proposals, lags)
        {}
        std::string credential;
        std::string device = minted();
        std::size_t seat = 0;
        Witness witness;
        bool told = false;
        std::optional<Clock::time_point> comes; // While it is away.
        Clock::time_point ping;
    };

    static Outcome begun(Options const& options, Ground const& ground)
    {
        Outcome outcome;
        outcome.board = ground.code;
        outcome.phones = phones_for(options);
        if (outcome.phones < options.phones) {
            std::cerr << "koudmen-load: " << options.phones
                      << " phones were asked for; the limit of "
                      << "descriptors allows " << outcome.phones << "\n";
        }
        return outcome;
    }

    Watcher* watcher(std::size_t seat)
    {
        return seat < phones_.size() ? nullptr : &watchers_[seat - phones_.size()];
    }

    std::string words(std::size_t seat)
    {
        if (auto const* one = watcher(seat)) {
            return hello_text(ground_.code, one->credential, one->device, one->witness.position());
        }
        return phones_.words(seat);
    }

    void hear(std::size_t seat, bench::Frame const& frame)
    {
        auto const heard = hearing_.hear(frame);
        auto const now = Clock::now();
        if (auto* one = watcher(seat)) {
            one->told = one->told || heard->full;
            return one->witness.hear(*heard, now);
        }
        phones_.hear(seat, *heard, now);
    }

    void ended(std::size_t seat, Crowd::End const& end)
    {
        auto const now = Clock::now();
        if (auto* one = watcher(seat)) {
            one->comes = now + 1s;
            return;
        }
        phones_.ended(seat, end, now);
    }

    bool all_watch() const
    {
        return std::all_of(watchers_.begin(), watchers_.end(),
                           [](Watcher const& one) { return one.told; });
    }

    // One turn of everything but the votes.
    void turn(char const* stage)
    {
        constexpr auto step = 2ms;
        crowd_.turn(step);
        auto const now = Clock::now();
        phones_.act(now);
        for (auto& one : watchers_) {
            if (one.comes && now >= *one.comes) {
                one.comes.reset();
                crowd_.connect(one.seat);
            } else if (!one.comes && now >= one.ping) {
                one.ping = now + 15s;
                if (one.told) crowd_.say(one.seat, R"({"type":"ping"})");
            }
        }
        if (progress_.due(now, stage)) progress_.tell(now, stage, line(stage));
    }

    template <class Reached>
    void wait(Reached reached, Clock::duration longest, char const* stage = "before")
    {
        auto const until = Clock::now() + longest;
        while (!reached() && Clock::now() < until) turn(stage);
    }

    // Most come in the middle of the time.
    void arrive()
    {
        auto const from = Clock::now();
        double const length = options_.arrival_seconds;
        for (double passed = 0; passed < length; passed = Seconds(Clock::now() - from).count()) {
            phones_.arrive((1 - std::cos(std::numbers::pi * passed / length)) / 2, Clock::now());
            turn("arrival");
        }
        phones_.arrive(1, Clock::now());
        wait([&] { return outcome_.joined == phones_.size(); }, patience, "arrival");
    }

    void storm()
    {
        constexpr double seconds_in_a_minute = 60;
        auto const from = Clock::now();
        double const length = options_.minutes * seconds_in_a_minute;
        for (double passed = 0; passed < length; passed = Seconds(Clock::now() - from).count()) {
            auto const due = static_cast<std::size_t>(passed * options_.storm);
            for (; outcome_.votes_due < due; ++outcome_.votes_due) phones_.vote(Clock::now());
            turn("storm");
        }
    }

    void settle()
    {
        phones_.settle();
        wait([&] { return phones_.settled(); }, patience, "last answers");
        outcome_.unanswered += phones_.waiting();
    }

    void call_the_roll()
    {
        auto const until = Clock::now() + patience;
        while (phones_.seen() < phones_.size() && Clock::now() < until) {
            phones_.call_the_roll(Clock::now());
            turn("roll call");
        }
        outcome_.unseen = phones_.size() - phones_.seen();
    }

    void note_before()
    {
        position_before_ = watchers_.front().witness.position();
        for (std::size_t proposal = 0; proposal < ground_.proposals.size(); ++proposal) {
            auto counts = watchers_.front().witness.counts(proposal);
            counts.resize(opinions);
            expected_.push_back(std::move(counts));
        }
    }

    void compare_counts()
    {
        if (!ground_.counts_shown) return;
        auto const& witness = watchers_.front().witness;
        wait([&] { return witness.waiting() == 0; }, count_patience, "last counts");
        // Told anew, whole.
        auto& one = watchers_.front();
        crowd_.cut(one.seat);
        one.witness = Witness(ground_.ballot, ground_.proposals, discarded_);
        one.told = false;
        one.comes = Clock::now();
        wait([&] { return one.told; }, patience, "last counts");
        for (std::size_t proposal = 0; proposal < expected_.size(); ++proposal) {
            auto const told = phones_.counts(proposal);
            for (std::size_t level = 0; level < opinions; ++level) {
                expected_[proposal][level] += told[level];
            }
        }
        // A long board may be told as it was a second ago, and what changed since a moment later.
        wait([&] { return differences(Tell::No) == 0; }, count_patience, "last counts");
        outcome_.counts_compared = one.told;
        if (!one.told) ++outcome_.unseen;
        outcome_.counts = expected_.size() * opinions;
        differences(Tell::Yes);
    }

    enum class Tell { No, Yes };
    // How many counts are not those that the phones make; they are findings, or not yet.
    std::size_t differences(Tell tell)
    {
        std::size_t differing = 0;
        auto const compare = [&](char const* kind, std::string const& which, std::uint64_t told,
                                 std::uint64_t there) {
            if (told == there) return;
            ++differing;
            if (tell == Tell::Yes) differ(kind, which, told, there);
        };
        auto const& witness = watchers_.front().witness;
        for (std::size_t proposal = 0; proposal < expected_.size(); ++proposal) {
            auto there = witness.counts(proposal);
            there.resize(opinions);
            for (std::size_t level = 0; level < opinions; ++level) {
                compare("proposal ", std::to_string(proposal + 1) + ", " + opinion_words[level],
                        expected_[proposal][level], there[level]);
            }
        }
        // On a board of its own each vote and each phone is one event, and nothing else happens.
        if (ground_.own && phones_.answered()) {
            compare("events", "", position_before_ + outcome_.joined + outcome_.recorded,
                    witness.position());
        }
        return differing;
    }

    void differ(std::string const& kind, std::string const& which, std::uint64_t told,
                std::uint64_t there)
    {
        if (told == there) return;
        (told < there ? outcome_.duplicated : outcome_.missing) +=
            told < there ? there - told : told - there;
        outcome_.find(kind, which + ": the phones say " + std::to_string(told) + ", the server " +
                                std::to_string(there));
    }

    std::string line(char const* stage)
    {
        auto const seconds = static_cast<int>(Seconds(Clock::now() - began_).count());
        constexpr int minute = 60;
        std::array<char, 300> text{};
        std::snprintf(
            text.data(), text.size(),
            "%02d:%02d %s: %zu of %zu phones in, %zu there, %zu stalled; %zu votes recorded, %zu "
            "wait; half of the answers within %.0f ms, of the screen's news within %.0f ms",
            seconds / minute, seconds % minute, stage, outcome_.joined, phones_.size(),
            phones_.here(), phones_.stalled(), outcome_.recorded, phones_.waiting(),
            outcome_.acknowledgements.milliseconds(0.5), outcome_.screen.milliseconds(0.5));
        return text.data();
    }

    Options const& options_;
    Ground const& ground_;
    Outcome outcome_;
    Crowd crowd_;
    Phones phones_;
    std::vector<Watcher> watchers_;
    Hearing hearing_;
    Progress progress_;
    Clock::time_point began_;
    std::uint64_t position_before_ = 0;
    std::vector<std::vector<std::uint64_t>> expected_; // Counts: at first those before.
    bench::Times discarded_;
};

} // namespace

Outcome rehearse(Options const& options, Ground const& ground)
{
    return Course(options, ground).run();
}

} // namespace koudmen::load
