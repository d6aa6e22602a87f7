#include "net/fan_out.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <cerrno>
#include <liburing.h>
#include <span>
#include <string>
#include <sys/socket.h>
#include <utility>

namespace koudmen::net {

namespace {

// Writes in one call to the kernel.
constexpr unsigned batch_max = 512;

constexpr int without_waiting = MSG_DONTWAIT | MSG_NOSIGNAL;

// 0, or an error below it. What the kernel has to do for us it does when we ask, on our thread.
int open_ring(io_uring& ring)
{
    io_uring_params parameters{};
    parameters.flags = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN;
    return io_uring_queue_init_params(batch_max, &ring, &parameters);
}

} // namespace

class FanOut::Ring {
public:
    // Null where there cannot be one.
    static std::unique_ptr<Ring> open()
    {
        auto ring = std::unique_ptr<Ring>(new Ring);
        ring->is_open_ = open_ring(ring->ring_) == 0;
        return ring->is_open_ ? std::move(ring) : nullptr;
    }
    ~Ring()
    {
        if (is_open_) io_uring_queue_exit(&ring_);
    }
    Ring(Ring const&) = delete;
    Ring& operator=(Ring const&) = delete;

    // At most batch_max of them, each once. Returns when the kernel has told of all of them; nothing else
    // runs on this thread meanwhile. False when the ring is broken: then what became of the rest is not
    // known, and they were told of an error.
    bool write(std::span<Sender* const> senders)
    {
        asked_.clear();
        for (auto* sender : senders) {
            auto const piece = sender->piece();
            if (piece.bytes.empty()) {
                sender->write_all();
                continue;
            }
            auto* const entry = io_uring_get_sqe(&ring_);
            io_uring_prep_send(entry, piece.socket, piece.bytes.data(), piece.bytes.size(),
                               without_waiting);
            io_uring_sqe_set_data64(entry, asked_.size());
            asked_.push_back(sender);
        }
        auto missing = asked_.size();
        for (int attempt = 0; missing > 0 && attempt < attempts_max; ++attempt) {
            int const done = io_uring_submit_and_wait(&ring_, static_cast<unsigned>(missing));
            if (done < 0 && done != -EINTR && done != -EAGAIN) break;
            missing -= take();
        }
        if (missing == 0) return true;
        for (auto* sender : asked_) {
            if (sender != nullptr) sender->written(-EIO);
        }
        return false;
    }

private:
    static constexpr int attempts_max = 1'000;

    Ring() { asked_.reserve(batch_max); }

    // What the kernel tells.
    std::size_t take()
    {
        unsigned head = 0;
        unsigned count = 0;
        io_uring_cqe* told = nullptr;
        io_uring_for_each_cqe(&ring_, head, told)
        {
            std::exchange(asked_[io_uring_cqe_get_data64(told)], nullptr)->written(told->res);
            ++count;
        }
        io_uring_cq_advance(&ring_, count);
        return count;
    }

    std::vector<Sender*> asked_; // Null once told of.
    io_uring ring_{};
    bool is_open_ = false;
};

bool is_possible(FanOutWay way)
{
    if (way == FanOutWay::Send) return true;
    io_uring ring{};
    if (open_ring(ring) != 0) return false;
    io_uring_queue_exit(&ring);
    return true;
}

FanOut::FanOut(Thread& thread, FanOutWay way)
    : thread_(thread), ring_(way == FanOutWay::Uring ? Ring::open() : nullptr)
{}

FanOut::~FanOut() = default;

void FanOut::add(Sender& sender)
{
    thread_.check_here();
    if (sender.place_ != Sender::nowhere) return;
    sender.place_ = waiting_.size();
    waiting_.push_back(&sender);
    if (std::exchange(flush_is_due_, true)) return;
    thread_.post([this] { flush(); });
}

void FanOut::remove(Sender& sender)
{
    if (sender.place_ == Sender::nowhere) return;
    waiting_[std::exchange(sender.place_, Sender::nowhere)] = nullptr;
}

void FanOut::flush()
{
    flush_is_due_ = false;
    writing_.swap(waiting_);
    std::erase(writing_, nullptr);
    for (auto* sender : writing_) sender->place_ = Sender::nowhere;
    std::span<Sender* const> rest(writing_);
    while (!rest.empty()) {
        auto const batch = rest.first(std::min<std::size_t>(rest.size(), batch_max));
        rest = rest.subspan(batch.size());
        if (!ring_) {
            for (auto* sender : batch) sender->write_all();
        } else if (!ring_->write(batch)) {
            log::warn("fan_out_ring_broke");
            ring_.reset();
        }
    }
    writing_.clear();
}

} // namespace koudmen::net
