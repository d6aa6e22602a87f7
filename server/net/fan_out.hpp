#pragma once

#include "base/thread.hpp"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace koudmen::net {

// How frames reach the kernel. Io_uring is used where the kernel lets us, and send() where not.
enum class FanOutWay { Uring, Send };

// Whether this kernel, and whoever confined this process, lets it fan out in this way.
bool is_possible(FanOutWay way);

// What many seats of one loop have to send, handed to the kernel together.
//
// A seat that is given something to send says so once; at the end of the loop's turn everybody who
// did is written, in the order in which they said so. What a seat was given meanwhile leaves in one piece. With
// io_uring the writes of many seats are one call to the kernel, which does not wait for any of them.
//
// Lives on its loop's thread, and is made there too: a ring belongs to a thread.
class FanOut {
public:
    // Somebody who has something to send.
    class Sender {
    public:
        // What is to be written, where it is one piece of memory. Otherwise empty, and write_all() is asked.
        struct Piece {
            int socket = -1;
            std::string_view bytes;
        };
        virtual Piece piece() = 0;
        // What became of that piece: how many bytes were taken, or an error below 0.
        virtual void written(int result) = 0;
        // Writes what it can, by itself.
        virtual void write_all() = 0;

    protected:
        ~Sender() = default;

    private:
        friend FanOut;
        static constexpr std::size_t nowhere = ~std::size_t{0};
        std::size_t place_ = nowhere; // Among those who wait.
    };

    FanOut(Thread& thread, FanOutWay way);
    ~FanOut();
    FanOut(FanOut const&) = delete;
    FanOut& operator=(FanOut const&) = delete;

    // This sender is written soon, if it is still there. Saying so again changes nothing.
    void add(Sender& sender);

    // It is gone, or was written otherwise.
    void remove(Sender& sender);

    FanOutWay way() const { return ring_ ? FanOutWay::Uring : FanOutWay::Send; }

private:
    class Ring;

    void flush();

    Thread& thread_;
    std::unique_ptr<Ring> ring_;
    std::vector<Sender*> waiting_; // Null where one was removed.
    std::vector<Sender*> writing_; // Kept, so that its memory is.
    bool flush_is_due_ = false;
};

} // namespace koudmen::net
