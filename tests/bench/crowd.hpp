#pragma once

#include "frames.hpp"
#include "kernel.hpp"
#include "socket.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
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
        bool deflate = false;   // Offers permessage-deflate, as browsers do.
        int receive_buffer = 0; // 0: as the kernel likes.
    };
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
    enum class Stage { Connecting, Upgrading, Entering, Here };
    struct Seat {
        Descriptor socket;
        Stage stage = Stage::Connecting;
        std::string rest; // Of a frame that has not come whole.
    };

    void connect();
    void ready(std::size_t number);
    void upgrade(std::size_t number);
    std::size_t take(std::size_t number, std::string_view bytes);
    void take(std::size_t number, Frame const& frame);
    void arrive(Seat& seat);
    void send(std::size_t number, std::string_view bytes);

    Manner const manner_;
    Descriptor epoll_;
    std::vector<Seat> seats_;
    std::vector<char> buffer_;
    Listener listener_;
    Arrived arrived_;
    Words words_;
    std::size_t here_ = 0;
    std::uint64_t bytes_ = 0;
    std::string first_heard_;
};

} // namespace koudmen::bench
