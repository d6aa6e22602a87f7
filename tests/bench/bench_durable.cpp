#include "stage.hpp"
#include "voters.hpp"

// Everybody votes and, once told that it is on disk, votes again; the counts are live. Beside it the same
// server whose calls to sync return at once, and bare syncs on the same disk.
namespace koudmen::bench {

namespace {

constexpr std::size_t proposals = 20;
constexpr std::size_t proposal_bytes = 120;
constexpr std::chrono::milliseconds warm_up{300};
constexpr std::chrono::milliseconds length{1'500};

struct Speed {
    double per_second = 0;
    double p50_ms = 0;
};

// A board of its own for each number of voters, so that one does not hear the others' counts.
class Poll {
public:
    Poll(RealServer& server, std::size_t voters) : board_(server)
    {
        board_.join(voters);
        board_.propose(proposals, proposal_bytes);
        board_.open_ballot();
        voters_ = std::make_unique<Voters>(server, board_, voters);
    }

    Speed run()
    {
        voters_->ping();
        voters_->go_on(true);
        turn(warm_up);
        voters_->take_times();
        auto const before = voters_->acknowledged();
        auto const begun = Clock::now();
        turn(length);
        std::chrono::duration<double> const taken = Clock::now() - begun;
        auto const votes = voters_->acknowledged() - before;
        auto times = voters_->take_times();
        voters_->finish();
        return {static_cast<double>(votes) / taken.count(), times.milliseconds(0.5)};
    }

    void ping() { voters_->ping(); }

private:
    void turn(std::chrono::milliseconds time)
    {
        auto const until = Clock::now() + time;
        while (Clock::now() < until) {
            voters_->crowd().turn(std::chrono::milliseconds{5});
            board_.desk().turn(std::chrono::milliseconds{0});
        }
    }

    RealBoard board_;
    std::unique_ptr<Voters> voters_;
};

} // namespace

void bench_durable(Bench const& bench, Report& report)
{
    RealServer server(bench);
    RealServer unsynced(bench, {"LD_PRELOAD=" + bench.no_sync.string()});
    Poll one(server, 1);
    Poll some(server, 500);
    Poll many(server, 2'000);
    Poll some_unsynced(unsynced, 500);
    Poll many_unsynced(unsynced, 2'000);

    std::vector<double> syncs;
    std::vector<double> some_speed;
    std::vector<double> many_speed;
    std::vector<double> one_wait;
    std::vector<double> some_to_sync;
    std::vector<double> many_to_sync;
    std::vector<double> some_to_unsynced;
    std::vector<double> many_to_unsynced;
    std::vector<double> alone;
    for (int round = 0; round < bench.rounds; ++round) {
        auto const bare = measure_syncs(bench.folder);
        auto const first = some.run();
        auto const first_unsynced = some_unsynced.run();
        auto const second = many.run();
        auto const second_unsynced = many_unsynced.run();
        auto const single = one.run();
        syncs.push_back(bare.per_second);
        some_speed.push_back(first.per_second);
        many_speed.push_back(second.per_second);
        one_wait.push_back(single.p50_ms);
        some_to_sync.push_back(first.per_second / bare.per_second);
        many_to_sync.push_back(second.per_second / bare.per_second);
        some_to_unsynced.push_back(first.per_second / first_unsynced.per_second);
        many_to_unsynced.push_back(second.per_second / second_unsynced.per_second);
        alone.push_back(single.p50_ms / bare.p50_ms);
        for (auto* poll : {&one, &some, &many, &some_unsynced, &many_unsynced}) poll->ping();
    }
    auto const bare = brief(median(syncs)) + " bare syncs/s";
    report.add({"durable-500-to-sync", "acknowledged votes/s of 500 voters, to bare fdatasync/s",
                some_to_sync, Result::Bound::AtLeast, 5,
                brief(median(some_speed)) + " votes/s, " + bare});
    report.add({"durable-2000-to-sync", "acknowledged votes/s of 2,000 voters, to bare fdatasync/s",
                many_to_sync, Result::Bound::AtLeast, 5,
                brief(median(many_speed)) + " votes/s, " + bare});
    report.add({"durable-500-to-unsynced", "the same 500, to the server without syncing",
                some_to_unsynced, Result::Bound::AtLeast, 0.90, ""});
    report.add({"durable-2000-to-unsynced", "the same 2,000, to the server without syncing",
                many_to_unsynced, Result::Bound::AtLeast, 0.90, ""});
    report.add({"durable-alone",
                "median time of one voter's acknowledgement, to one bare fdatasync", alone,
                Result::Bound::AtMost, 4, brief(median(one_wait)) + " ms"});
}

} // namespace koudmen::bench
