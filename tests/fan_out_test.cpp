#include "net/fan_out.hpp"
#include "support/live_server.hpp"
#include "support/manual_thread.hpp"

#include <cerrno>
#include <deque>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace koudmen;
using namespace koudmen::net;
using namespace koudmen::tests;

namespace {

// Two ends of a connection.
struct Pipe {
    Pipe() { REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0); }
    ~Pipe()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Pipe(Pipe const&) = delete;
    Pipe& operator=(Pipe const&) = delete;

    std::string read() const
    {
        std::string bytes(1 << 20, '\0');
        auto const got = ::recv(ends[1], bytes.data(), bytes.size(), MSG_DONTWAIT);
        bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        return bytes;
    }

    int ends[2]{};
};

// Writes its words to a pipe and remembers what became of that.
class Speaker final : public FanOut::Sender {
public:
    Speaker(Pipe const& pipe, std::string words) : socket_(pipe.ends[0]), words_(std::move(words))
    {}

    Piece piece() override { return in_pieces ? Piece{} : Piece{socket_, words_}; }
    void written(int result) override { results.push_back(result); }
    void write_all() override
    {
        auto const sent =
            ::send(socket_, words_.data(), words_.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        results.push_back(sent < 0 ? -errno : static_cast<int>(sent));
    }

    bool in_pieces = false;
    std::vector<int> results;

private:
    int socket_;
    std::string words_;
};

// Where this machine has no io_uring, the server has none either, and there is one way to test.
FanOutWay each_way()
{
    auto const way = GENERATE(FanOutWay::Uring, FanOutWay::Send);
    return is_possible(way) ? way : FanOutWay::Send;
}

} // namespace

TEST_CASE("N30: at the end of a turn everybody who spoke is written once and in order", "[net]")
{
    ManualThread thread;
    FanOut fan_out(thread, each_way());
    std::deque<Pipe> pipes(10);
    std::deque<Speaker> speakers;
    std::vector<std::string> expected(pipes.size());
    constexpr std::size_t more_than_a_batch = 1'300;
    for (std::size_t number = 0; number < more_than_a_batch; ++number) {
        auto const words = std::to_string(number) + ";";
        auto const at = number % pipes.size();
        fan_out.add(speakers.emplace_back(pipes[at], words));
        fan_out.add(speakers.back());
        expected[at] += words;
    }
    CHECK(pipes.front().read().empty());
    thread.run();
    for (std::size_t at = 0; at < pipes.size(); ++at) CHECK(pipes[at].read() == expected[at]);
    for (auto const& speaker : speakers) REQUIRE(speaker.results.size() == 1);
    // And again in the next turn.
    fan_out.add(speakers[7]);
    thread.run();
    CHECK(pipes[7].read() == "7;");
}

TEST_CASE("N30: who has gone is not written, and who speaks in pieces writes them alone", "[net]")
{
    ManualThread thread;
    FanOut fan_out(thread, each_way());
    Pipe const pipe;
    Speaker first(pipe, "first");
    Speaker gone(pipe, "gone");
    Speaker pieces(pipe, "pieces");
    pieces.in_pieces = true;
    for (auto* speaker : {&first, &gone, &pieces}) fan_out.add(*speaker);
    fan_out.remove(gone);
    thread.run();
    CHECK(gone.results.empty());
    CHECK(first.results == std::vector<int>{5});
    CHECK(pieces.results == std::vector<int>{6});
    CHECK(pipe.read().size() == 11);
    fan_out.remove(gone);
    fan_out.add(gone);
    thread.run();
    CHECK(pipe.read() == "gone");
}

TEST_CASE("N30: nobody waits for who takes nothing, or for who is gone", "[net]")
{
    ManualThread thread;
    FanOut fan_out(thread, each_way());
    Pipe const full;
    Pipe const left;
    Pipe const good;
    std::string const much(8 << 20, 'x');
    Speaker slow(full, much);
    Speaker blocked(full, "later");
    ::shutdown(left.ends[0], SHUT_RDWR);
    Speaker broken(left, "nobody");
    Speaker quick(good, "heard");
    for (auto* speaker : {&slow, &blocked, &broken, &quick}) fan_out.add(*speaker);
    thread.run();
    REQUIRE(slow.results.size() == 1);
    CHECK(slow.results[0] > 0);
    CHECK(slow.results[0] < static_cast<int>(much.size()));
    CHECK(blocked.results == std::vector<int>{-EAGAIN});
    CHECK(broken.results == std::vector<int>{-EPIPE});
    CHECK(good.read() == "heard");
}

TEST_CASE("N31: where io_uring is not to be had, or not wanted, send() does it", "[net]")
{
    ManualThread thread;
    CHECK(is_possible(FanOutWay::Send));
    CHECK(FanOut(thread, FanOutWay::Send).way() == FanOutWay::Send);
    {
        rlimit before{};
        REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
        rlimit none = before;
        none.rlim_cur = 0; // A ring takes a descriptor.
        REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
        bool const possible = is_possible(FanOutWay::Uring);
        auto const way = FanOut(thread, FanOutWay::Uring).way();
        REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
        CHECK_FALSE(possible);
        CHECK(way == FanOutWay::Send);
    }
    TemporaryFolder const folder;
    auto journal =
        journal::RocksJournal::open(folder.path(), journal::RocksJournal::Mode::Serve, {0});
    REQUIRE(journal);
    app::Config config;
    config.address = "127.0.0.1";
    config.port = 0;
    config.threads = 1;
    for (bool const wanted : {true, false}) {
        config.fan_out_uring = wanted;
        auto const server = app::Server::create(config, **journal);
        REQUIRE(server);
        bool const uring = (*server)->fan_out() == FanOutWay::Uring;
        CHECK(uring == (wanted && is_possible(FanOutWay::Uring)));
    }
}
