#pragma once

#include "net/net.hpp"
#include "wire/frame.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/uio.h>
#include <utility>

namespace koudmen::net {

// The transport under a Beast WebSocket stream, with one outgoing queue.
//
// Beast reads, and writes the handshake and its control frames. Data frames go around it: send()
// writes the shared bytes of a frame that was built once for everybody. Both kinds pass through one
// queue, each frame whole, so they never interleave. websocket::stream::async_write is never used
// for data, because it would cut large frames.
//
// A write of Beast's completes when its bytes are with the kernel, not when they are queued: a
// client that floods pings and reads nothing stops being read, and the socket's shutdown cannot
// overtake the close frame. After the close frame nothing is sent.
//
// The queue is bounded: a frame over the bound is dropped, whole, together with all data not yet
// begun, since its receiver will need the newest state and nothing older; when the queue has emptied,
// `drained` is called. An error closes the socket, and the session learns of it in its pending read;
// send() never ends a session, so a loop over seats may call it.
//
// Lives on its socket's thread. Not movable once bound. There is no next_layer(): Beast closes the
// lowest layer on its own accord, and that must be this.
class OutboundStream {
public:
    using executor_type = Executor;

    OutboundStream(Socket socket, std::size_t queue_bytes_max)
        : socket_(std::move(socket)), queue_bytes_max_(queue_bytes_max)
    {}

    // `owner` keeps this alive while a wait is pending. Before anything else.
    void bind(std::weak_ptr<void> owner, std::function<void()> drained)
    {
        owner_ = std::move(owner);
        drained_ = std::move(drained);
    }

    // The handshake is through; data may be sent.
    void open()
    {
        if (state_ == State::Handshake) state_ = State::Open;
    }

    // False when the frame was dropped; drained will be called once there is room.
    bool send(wire::Frame const& frame)
    {
        if (state_ != State::Open) return true; // On its way out; what it misses is not missed.
        if (behind_) return false;
        std::size_t written = 0;
        if (queue_.empty()) {
            if (!write_now(frame->data(), frame->size(), written)) return true;
            if (written == frame->size()) return true;
        } else if (queued_bytes_ + frame->size() > queue_bytes_max_) {
            drop_unsent_data();
            behind_ = true;
            return false;
        }
        push(frame, written, false);
        return true;
    }

    // No data any more: what was not begun is forgotten, the close frame will come next.
    void stop_data()
    {
        if (state_ == State::Open) state_ = State::Closing;
        drop_unsent_data();
    }

    // Closes the socket; whatever is pending ends with an error.
    void cut() { fail(asio::error::operation_aborted); }

    // Since when the kernel has taken nothing of what waits; nothing when nothing waits.
    std::optional<std::chrono::steady_clock::time_point> stalled_since() const
    {
        if (queue_.empty()) return std::nullopt;
        return progress_;
    }

    // --- what Beast needs of a stream

    executor_type get_executor() noexcept { return socket_.get_executor(); }

    template <class Buffers, class Token>
    auto async_read_some(Buffers const& buffers, Token&& token)
    {
        return socket_.async_read_some(buffers, std::forward<Token>(token));
    }

    template <class Buffers, class Token>
    auto async_write_some(Buffers const& buffers, Token&& token)
    {
        return asio::async_initiate<Token, void(ErrorCode, std::size_t)>(
            [this](auto&& handler, Buffers const& bytes) {
                start_write(std::forward<decltype(handler)>(handler), bytes);
            },
            token, buffers);
    }

    friend void beast_close_socket(OutboundStream& stream) { stream.cut(); }

    friend void teardown(boost::beast::role_type role, OutboundStream& stream, ErrorCode& error)
    {
        using boost::beast::websocket::teardown;
        teardown(role, stream.socket_, error);
    }

    template <class Handler>
    friend void async_teardown(boost::beast::role_type role, OutboundStream& stream,
                               Handler&& handler)
    {
        using boost::beast::websocket::async_teardown;
        async_teardown(role, stream.socket_, std::forward<Handler>(handler));
    }

private:
    enum class State { Handshake, Open, Closing, Failed };

    struct Item {
        wire::Frame frame;
        bool beasts = false;
    };

    // Beast's write under way; it never has two.
    struct Pending {
        virtual ~Pending() = default;
        virtual void finish(Executor executor, ErrorCode error) = 0;
    };
    template <class Handler>
    struct PendingOf final : Pending {
        PendingOf(Handler&& given, Executor executor, std::size_t size)
            : handler(std::move(given)),
              work(asio::get_associated_executor(handler, executor)),
              bytes(size)
        {}
        void finish(Executor executor, ErrorCode error) override
        {
            asio::post(executor, [done = std::move(handler), error, size = bytes]() mutable {
                done(error, error ? 0 : size);
            });
        }
        Handler handler;
        asio::executor_work_guard<asio::associated_executor_t<Handler, Executor>> work;
        std::size_t bytes;
    };

    static constexpr unsigned opcode_bits = 0x0F;
    static constexpr unsigned close_opcode = 0x08;
    static constexpr std::size_t write_frames_max = 64;

    template <class Handler, class Buffers>
    void start_write(Handler&& handler, Buffers const& buffers)
    {
        using Kept = PendingOf<std::decay_t<Handler>>;
        auto const size = asio::buffer_size(buffers);
        auto pending = std::make_unique<Kept>(std::decay_t<Handler>(std::forward<Handler>(handler)),
                                              get_executor(), size);
        if (state_ == State::Failed)
            return pending->finish(get_executor(), asio::error::not_connected);
        if (size == 0) return pending->finish(get_executor(), {});

        auto bytes = std::make_shared<std::string>(size, '\0');
        asio::buffer_copy(asio::buffer(*bytes), buffers);
        if (state_ == State::Open) {
            auto const opcode = static_cast<unsigned char>(bytes->front()) & opcode_bits;
            // Data through Beast would be cut in pieces; that is a bug of the session.
            if (opcode < close_opcode) {
                fail(asio::error::operation_not_supported);
                return pending->finish(get_executor(), error_);
            }
            if (opcode == close_opcode) state_ = State::Closing;
        }
        std::size_t written = 0;
        if (queue_.empty() && !write_now(bytes->data(), size, written)) {
            return pending->finish(get_executor(), error_);
        }
        if (written == size) return pending->finish(get_executor(), {});
        pending_ = std::move(pending);
        push(std::move(bytes), written, true);
    }

    // One attempt that does not wait. False when the connection has failed.
    bool write_now(char const* bytes, std::size_t size, std::size_t& written)
    {
        for (;;) {
            auto const sent =
                ::send(socket_.native_handle(), bytes, size, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (sent >= 0) {
                written = static_cast<std::size_t>(sent);
                return true;
            }
            if (errno == EINTR) continue;
            if (errno == EAGAIN || errno == EWOULDBLOCK) return true;
            fail({errno, boost::system::system_category()});
            return false;
        }
    }

    void push(wire::Frame frame, std::size_t written, bool beasts)
    {
        if (queue_.empty()) {
            offset_ = written;
            progress_ = std::chrono::steady_clock::now();
        }
        queued_bytes_ += frame->size() - written;
        queue_.push_back({std::move(frame), beasts});
        if (!waiting_) wait();
    }

    void wait()
    {
        waiting_ = true;
        socket_.async_wait(Socket::wait_write, [this, owner = owner_.lock()](ErrorCode error) {
            waiting_ = false;
            if (state_ == State::Failed) return;
            if (error) return fail(error);
            drain();
        });
    }

    void drain()
    {
        while (!queue_.empty()) {
            std::array<iovec, write_frames_max> parts{};
            std::size_t count = 0;
            std::size_t total = 0;
            for (auto const& item : queue_) {
                if (count == parts.size()) break;
                auto const skip = count == 0 ? offset_ : 0;
                // The kernel only reads; its interface lacks the const.
                parts[count] = {const_cast<char*>(item.frame->data()) + skip,
                                item.frame->size() - skip};
                total += parts[count].iov_len;
                ++count;
            }
            msghdr message{};
            message.msg_iov = parts.data();
            message.msg_iovlen = count;
            auto const sent =
                ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (sent < 0) {
                if (errno == EINTR) continue;
                if (errno != EAGAIN && errno != EWOULDBLOCK) {
                    return fail({errno, boost::system::system_category()});
                }
                return wait();
            }
            pop(static_cast<std::size_t>(sent));
            if (static_cast<std::size_t>(sent) < total) return wait();
        }
        if (!behind_) return;
        behind_ = false;
        if (state_ == State::Open && drained_) drained_();
    }

    void pop(std::size_t written)
    {
        progress_ = std::chrono::steady_clock::now();
        queued_bytes_ -= written;
        while (written > 0) {
            auto const rest = queue_.front().frame->size() - offset_;
            if (written < rest) {
                offset_ += written;
                return;
            }
            written -= rest;
            offset_ = 0;
            bool const beasts = queue_.front().beasts;
            queue_.pop_front();
            if (beasts) finish({});
        }
    }

    // Forgets data of which no byte has left. What is half sent and what is Beast's stays.
    void drop_unsent_data()
    {
        std::deque<Item> kept;
        std::size_t bytes = 0;
        for (std::size_t index = 0; index < queue_.size(); ++index) {
            auto& item = queue_[index];
            bool const begun = index == 0 && offset_ > 0;
            if (!begun && !item.beasts) continue;
            bytes += item.frame->size() - (begun ? offset_ : 0);
            kept.push_back(std::move(item));
        }
        queue_.swap(kept);
        queued_bytes_ = bytes;
        if (queue_.empty()) offset_ = 0;
    }

    void finish(ErrorCode error)
    {
        if (auto const pending = std::move(pending_)) pending->finish(get_executor(), error);
    }

    void fail(ErrorCode error)
    {
        if (state_ == State::Failed) return;
        state_ = State::Failed;
        error_ = error;
        queue_.clear();
        queued_bytes_ = 0;
        offset_ = 0;
        ErrorCode ignored;
        socket_.close(ignored); // Pending reads and waits end, never inside this call.
        finish(error);
    }

    Socket socket_;
    std::size_t const queue_bytes_max_;
    std::weak_ptr<void> owner_;
    std::function<void()> drained_;
    std::deque<Item> queue_;
    std::size_t offset_ = 0; // Bytes of the first item that have left.
    std::size_t queued_bytes_ = 0;
    std::chrono::steady_clock::time_point progress_{};
    std::unique_ptr<Pending> pending_;
    ErrorCode error_;
    State state_ = State::Handshake;
    bool waiting_ = false;
    bool behind_ = false;
};

} // namespace koudmen::net
