#pragma once

#include "frames.hpp"
#include "kernel.hpp"
#include "socket.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koudmen::bench {

// Many WebSocket clients of one server, on one epoll and one thread: the caller's.
class Crowd {
public:
    struct Manner {
        std::uint16_t port = 0;
        std::string target = "/ws";
        bool deflate = false;                      // Offers permessage-deflate, as browsers do.
        int receive_buffer = 0;                    // 0: as the kernel likes.
        std::optional<Place> place = std::nullopt; // Elsewhere than on this machine's port.
    };
    // Why a seat lost its connection: what the server answered instead of an upgrade, or said as it
    // closed; 0 where there was no word.
    struct End {
        bool refused = false; // It never came to a socket.
        unsigned code = 0;    // Of HTTP while refused, of the close frame otherwise.
    };
    using Ended = std::function<void(std::size_t seat, End const& end)>;
    // What a seat says first, a message; nothing when empty.
    using Words = std::function<std::string(std::size_t seat)>;
    // Called for each data frame. May say something.
    using Listener = std::function<void(std::size_t seat, Frame const& frame)>;
    // Whether a seat has come in with this frame; without one, with the answer to the upgrade.
    using Arrived = std::function<bool(Frame const& frame)>;

    explicit Crowd(Manner manner);

    // So many more seats come, `at_once` of them under way at a time. Returns when all are in.
    void come(std::size_t count, std::size_t at_once, Words const& words, Arrived arrived);

    // Everybody goes, without a word.
    void go();

    // --- seats one by one, for who lets them come and go

    // A seat that has not come yet.
    std::size_t add();
    // Its first word is the request, if there is one, which must be answered well; then the upgrade.
    void connect(std::size_t seat, std::string request = {});
    void words(Words words) { words_ = std::move(words); }
    // Without it the end of a connection is an exception.
    void on_end(Ended ended) { ended_ = std::move(ended); }
    // Its connection is gone at once, as when a phone leaves the network.
    void cut(std::size_t seat);
    void read_again(std::size_t seat);

    void say(std::size_t seat, std::string_view message, unsigned opcode = text_opcode);
    void listen(Listener listener) { listener_ = std::move(listener); }

    // Takes what has come, and waits for it so long at most.
    void turn(std::chrono::milliseconds wait);
    // Turns until that is so; throws when it takes too long.
    void turn_until(std::function<bool()> const& reached, std::string const& what);

    // From now on this seat reads nothing; or reads again.
    void stop_reading(std::size_t seat);

    std::size_t size() const { return seats_.size(); }
    std::uint64_t bytes_received() const { return bytes_; }
    // All that the first seat was sent after the answer to its upgrade.
    std::string const& first_heard() const { return first_heard_; }

private:
    enum class Stage { Away, Connecting, Asking, Upgrading, Entering, Here };
    struct Seat {
        Descriptor socket;
        Stage stage = Stage::Away;
        std::uint32_t connection = 0; // Counts them, so that no event of a former one is taken.
        std::string request;          // That comes before the upgrade.
        std::string rest;             // Of a frame that has not come whole.
    };

    void watch(std::size_t number, int how, std::uint32_t events);
    void ready(std::size_t number);
    void end(std::size_t number, End end, std::string const& what);
    std::size_t take_answer(std::size_t number, std::string_view bytes);
    void upgrade(std::size_t number);
    std::size_t take(std::size_t number, std::string_view bytes);
    void take(std::size_t number, Frame const& frame);
    void arrive(Seat& seat);
    void send(std::size_t number, std::string_view bytes);

    Manner const manner_;
    Place const place_;
    Descriptor epoll_;
    std::vector<Seat> seats_;
    std::vector<char> buffer_;
    Listener listener_;
    Arrived arrived_;
    Words words_;
    Ended ended_;
    std::size_t here_ = 0;
    std::uint64_t bytes_ = 0;
    std::string first_heard_;
};

} // namespace koudmen::bench
