#pragma once

#include "net/fan_out.hpp"
#include "net/inflating.hpp"
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
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/uio.h>
#include <utility>
#include <vector>

namespace koudmen::net {

// The transport under a Beast WebSocket stream, with one outgoing queue.
//
// Beast reads, and writes the handshake and its control frames. Data frames go around it: send()
// queues the shared bytes of a frame that was built once for everybody, and the loop's fan-out writes
// them at the end of the turn. Both kinds pass through one queue, each frame whole, so they never
// interleave. websocket::stream::async_write is never used for data, because it would cut large frames.
//
// A write of Beast's completes when its bytes are with the kernel, not when they are queued: a
// client that floods pings and reads nothing stops being read, and the socket's shutdown cannot
// overtake the close frame. After the close frame nothing is sent.
//
// The queue is bounded: a frame over the bound is dropped, whole, and so is what follows it, since its
// receiver will need the newest state and nothing older; when the queue has emptied, `drained` is called.
// What was accepted is sent, come what may: whoever gave it counts on that. An error closes the socket, and the session learns of it in its pending read;
// send() never ends a session, so a loop over seats may call it.
//
// Lives on its socket's thread. Not movable once bound. There is no next_layer(): Beast closes the
// lowest layer on its own accord, and that must be this.
class OutboundStream final : public FanOut::Sender {
public:
    using executor_type = Executor;

    OutboundStream(Socket socket, FanOut& fan_out, std::size_t queue_bytes_max)
        : socket_(std::move(socket)), fan_out_(fan_out), queue_bytes_max_(queue_bytes_max)
    {}
    ~OutboundStream() { fan_out_.remove(*this); }
    OutboundStream(OutboundStream const&) = delete;
    OutboundStream& operator=(OutboundStream const&) = delete;

    // `owner` keeps this alive while a wait is pending. Before anything else.
    void bind(std::weak_ptr<void> owner, std::function<void()> drained)
    {
        owner_ = std::move(owner);
        drained_ = std::move(drained);
    }

    // The other side may send compressed messages, which are read as plain ones.
    void inflate(std::size_t message_bytes_max) { inflated_bytes_max_ = message_bytes_max; }

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
        // What waits for the end of the turn may still fit into the kernel.
        if (!has_room(frame) && !waiting_) drain();
        if (state_ != State::Open) return true;
        behind_ = !has_room(frame);
        if (behind_) return false;
        push(frame, 0, false);
        if (!waiting_) fan_out_.add(*this);
        return true;
    }

    // Both, where there is room for the first, or none.
    bool send(wire::Frame const& frame, wire::Frame const& rest)
    {
        if (!send(frame)) return false;
        if (state_ == State::Open) push(rest, 0, false);
        return true;
    }

    // No data any more: what was not begun is forgotten, the close frame will come next.
    void stop_data()
    {
        if (state_ == State::Open) state_ = State::Closing;
        // What was said before is still heard, if there is room.
        if (!waiting_) drain();
        drop_unsent_data();
    }

    // --- as the fan-out sees it

    Piece piece() override
    {
        if (queue_.size() != 1) return {};
        return {socket_.native_handle(), std::string_view(*queue_.front().frame).substr(offset_)};
    }

    void written(int result) override
    {
        if (result == -EAGAIN || result == -EINTR) return wait();
        if (result < 0) return fail({-result, boost::system::system_category()});
        pop(static_cast<std::size_t>(result));
        if (!queue_.empty()) wait();
    }

    void write_all() override { drain(); }

    // Closes the socket; whatever is pending ends with an error.
    void cut() { fail(asio::error::operation_aborted); }

    // Since when the kernel has taken nothing of what waits; nothing when nothing waits.
    std::optional<std::chrono::steady_clock::time_point> stalled_since() const
    {
        if (queue_.empty()) return std::nullopt;
        return stalled_since_;
    }

    // --- what Beast needs of a stream

    executor_type get_executor() noexcept { return socket_.get_executor(); }

    template <class Buffers, class Token>
    auto async_read_some(Buffers const& buffers, Token&& token)
    {
        return asio::async_initiate<Token, void(ErrorCode, std::size_t)>(
            [this](auto&& handler, Buffers const& room) {
                using Kept = std::decay_t<decltype(handler)>;
                if (inflated_bytes_max_ > 0)
                    Reading<Kept, Buffers>{*this, room, Kept(std::move(handler))}.begin();
                else
                    socket_.async_read_some(room, std::forward<decltype(handler)>(handler));
            },
            token, buffers);
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

    // Beast's read under way, of what compressed messages became. Nothing is held for it: the bytes are
    // fetched once there are some.
    template <class Handler, class Buffers>
    struct Reading {
        using executor_type = asio::associated_executor_t<Handler, Executor>;
        executor_type get_executor() const noexcept
        {
            return asio::get_associated_executor(handler, stream.get_executor());
        }

        void begin()
        {
            if (stream.inflating_ && !stream.inflating_->empty()) return finish({});
            auto& socket = stream.socket_;
            socket.async_wait(Socket::wait_read, std::move(*this));
        }

        void operator()(ErrorCode error)
        {
            if (error) return std::move(handler)(error, 0);
            if (!stream.fetch(error)) return begin();
            std::move(handler)(error, error ? 0 : stream.give(room));
        }

        // Not inside the call that began it.
        void finish(ErrorCode error)
        {
            auto const executor = get_executor();
            auto const size = stream.give(room);
            asio::post(executor, [done = std::move(handler), error, size]() mutable {
                std::move(done)(error, size);
            });
        }

        OutboundStream& stream;
        Buffers room;
        Handler handler;
    };

    // Takes what the kernel has. False when that was nothing, or not yet a frame.
    bool fetch(ErrorCode& error)
    {
        thread_local std::array<char, read_bytes> bytes;
        auto const got = ::recv(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got == 0) error = asio::error::eof;
        if (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            error = {errno, boost::system::system_category()};
        }
        if (got > 0) {
            if (!inflating_) inflating_ = std::make_unique<Inflating>(inflated_bytes_max_);
            inflating_->take({bytes.data(), static_cast<std::size_t>(got)});
        }
        return error || (inflating_ && !inflating_->empty());
    }

    template <class Buffers>
    std::size_t give(Buffers const& room)
    {
        auto const bytes = inflating_->give(asio::buffer_size(room));
        auto const size = asio::buffer_copy(room, asio::buffer(bytes.data(), bytes.size()));
        if (inflating_->idle()) inflating_.reset();
        return size;
    }

    static constexpr std::size_t read_bytes = 16 * 1024;
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
        if (!queue_.empty()) { // Written or awaited already.
            pending_ = std::move(pending);
            return push(std::move(bytes), 0, true);
        }
        std::size_t written = 0;
        if (!write_now(bytes->data(), size, written)) {
            return pending->finish(get_executor(), error_);
        }
        if (written == size) return pending->finish(get_executor(), {});
        pending_ = std::move(pending);
        push(std::move(bytes), written, true);
        if (!waiting_) wait();
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
        if (queue_.empty()) offset_ = written;
        queued_bytes_ += frame->size() - written;
        queue_.push_back({std::move(frame), beasts});
    }

    // An empty queue takes a frame of any size.
    bool has_room(wire::Frame const& frame) const
    {
        return queue_.empty() || queued_bytes_ + frame->size() <= queue_bytes_max_;
    }

    void wait()
    {
        waiting_ = true;
        if (!stalled_since_) stalled_since_ = std::chrono::steady_clock::now();
        socket_.async_wait(Socket::wait_write, [this, owner = owner_.lock()](ErrorCode error) {
            waiting_ = false;
            if (state_ == State::Failed) return;
            if (error) return fail(error);
            drain();
        });
    }

    void drain()
    {
        fan_out_.remove(*this);
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
        stalled_since_.reset();
        queued_bytes_ -= written;
        auto done = queue_.begin();
        for (; done != queue_.end(); ++done) {
            auto const rest = done->frame->size() - offset_;
            if (written < rest) break;
            written -= rest;
            offset_ = 0;
            if (done->beasts) finish({});
        }
        offset_ += written;
        queue_.erase(queue_.begin(), done);
        // A seat that is told nothing holds no memory for much.
        constexpr std::size_t kept = 2;
        if (queue_.empty() && queue_.capacity() > kept) std::vector<Item>().swap(queue_);
    }

    // Forgets data of which no byte has left. What is half sent and what is Beast's stays.
    void drop_unsent_data()
    {
        std::vector<Item> kept;
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
        if (!queue_.empty()) return;
        offset_ = 0;
        stalled_since_.reset();
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
        fan_out_.remove(*this);
        queue_.clear();
        queued_bytes_ = 0;
        offset_ = 0;
        ErrorCode ignored;
        socket_.close(ignored); // Pending reads and waits end, never inside this call.
        finish(error);
    }

    Socket socket_;
    FanOut& fan_out_;
    std::size_t const queue_bytes_max_;
    std::weak_ptr<void> owner_;
    std::function<void()> drained_;
    std::vector<Item> queue_;
    std::size_t offset_ = 0; // Bytes of the first item that have left.
    std::size_t queued_bytes_ = 0;
    std::optional<std::chrono::steady_clock::time_point> stalled_since_;
    std::unique_ptr<Pending> pending_;
    std::size_t inflated_bytes_max_ = 0;   // 0 where compression was not agreed to.
    std::unique_ptr<Inflating> inflating_; // While there is something of a message.
    ErrorCode error_;
    State state_ = State::Handshake;
    bool waiting_ = false;
    bool behind_ = false;
};

} // namespace koudmen::net
