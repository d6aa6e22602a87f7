#include "net/session.hpp"

#include "base/clock.hpp"
#include "base/overload.hpp"
#include "net/extensions.hpp"
#include "net/outbound_stream.hpp"
#include "net/secrets.hpp"
#include "protocol/messages.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace koudmen::net {

namespace {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using Clock = std::chrono::steady_clock;
using protocol::CloseCode;

// Unreadable frames in a row after which a session is not worth keeping.
constexpr int bad_frames_max = 10;

constexpr std::size_t client_frame_max = protocol::limits::client_frame_bytes_max;
constexpr std::size_t desk_frame_max = protocol::limits::desk_frame_bytes_max;

CloseCode close_code(room::Dismissal why)
{
    switch (why) {
    case room::Dismissal::Restarting: return CloseCode::Restarting;
    case room::Dismissal::TooSlow: return CloseCode::TooSlow;
    case room::Dismissal::RoomLost: return CloseCode::RoomLost;
    case room::Dismissal::Full: return CloseCode::Full;
    case room::Dismissal::UnknownBoard: return CloseCode::UnknownBoard;
    case room::Dismissal::UnknownCredential: return CloseCode::UnknownCredential;
    case room::Dismissal::BadgeMoved: return CloseCode::BadgeMoved;
    }
    return CloseCode::RoomLost;
}

// Room is made before anything has come. An idle seat is better off with little; what follows is read in
// as few parts as most messages need.
constexpr std::size_t first_part_bytes = 32;
constexpr std::size_t next_part_bytes = 2'048;

// One phone. Waits for a hello, then is a seat in a hall, then leaves; it never goes back.
//
// Beast reads and answers pings and closes; data goes out through the stream's own queue. A session
// ends by its pending read ending, whoever closed: that is the one place where it leaves its hall.
class Session final : public room::Seat,
                      public Watched,
                      public std::enable_shared_from_this<Session> {
public:
    using Upgrade = beast::http::request<beast::http::string_body>;

    Session(Loop& loop, room::Floor& floor, SessionLimits const& limits, Socket socket)
        : loop_(loop),
          floor_(floor),
          limits_(limits),
          socket_(std::move(socket), loop.fan_out(), limits.outbox_bytes_max)
    {}

    ~Session() override { loop_.unwatch(*this); }

    void start(Upgrade upgrade)
    {
        loop_.watch(*this);
        heard_ = opened_ = Clock::now();
        stream().bind(weak_from_this(), [this] {
            if (board_) floor_.hall(*board_).drained(number_);
        });
        socket_.read_message_max(client_frame_max);
        socket_.text(true);
        socket_.control_callback([this](auto...) { ++control_frames_; });
        auto const offers = upgrade[beast::http::field::sec_websocket_extensions];
        inflates_ = offers_deflate({offers.data(), offers.size()});
        if (inflates_) stream().inflate(client_frame_max);
        socket_.set_option(websocket::stream_base::decorator(
            [agreed = inflates_](websocket::response_type& answer) {
                answer.set(beast::http::field::sec_websocket_protocol, protocol::subprotocol);
                if (agreed)
                    answer.set(beast::http::field::sec_websocket_extensions, deflate_accepted);
                // Otherwise Beast tells its own name and version.
                answer.set(beast::http::field::server, "koudmen");
            }));
        // The request outlives the call that reads it.
        auto const kept = std::make_shared<Upgrade>(std::move(upgrade));
        socket_.async_accept(*kept, [self = shared_from_this(), kept](ErrorCode error) {
            if (error) return;
            self->stream().open();
            self->read();
        });
    }

    // --- as its hall sees it

    bool send(wire::Frame const& frame) override { return stream().send(frame); }
    bool send(wire::Frame const& frame, wire::Frame const& rest) override
    {
        return stream().send(frame, rest);
    }

    void seated(board::Role role) override
    {
        // A pledge with all its lists is long, and who gives one is known.
        auto const audience = wire::audience(role);
        bool const long_words =
            audience == wire::Audience::Desk || audience == wire::Audience::Institutions;
        auto const most = long_words ? desk_frame_max : client_frame_max;
        socket_.read_message_max(most);
        if (inflates_) stream().inflate(most);
    }

    void dismiss(room::Dismissal why) override { close(close_code(why)); }

    // --- deadlines

    void tick(Clock::time_point now) override
    {
        auto const self = shared_from_this(); // Cutting may end the last reference.
        if (closing_since_) {
            if (now - *closing_since_ > limits_.closing_time) stream().cut();
            return;
        }
        // Late, not wrong: a bad network is no reason to be told never to come back.
        if (!board_ && now - opened_ > std::chrono::seconds{protocol::limits::hello_seconds}) {
            return close(CloseCode::Silent);
        }
        if (now - heard_ > std::chrono::seconds{protocol::limits::silence_seconds}) {
            return close(CloseCode::Silent);
        }
        if (control_frames_ > limits_.control_frames_max) {
            return close(websocket::close_code::policy_error);
        }
        control_frames_ = std::max(0, control_frames_ - limits_.control_frames_a_second);
        auto const stalled = stream().stalled_since();
        if (stalled && now - *stalled > limits_.write_stall) close(CloseCode::TooSlow);
    }

    void cut() override
    {
        auto const self = shared_from_this();
        stream().cut();
    }

private:
    OutboundStream& stream() { return socket_.next_layer(); }

    // Part by part, for Beast's reading of a whole message aborts the process where a close that is
    // under way has meanwhile skipped the rest of it. Once closing, the close reads.
    void read()
    {
        auto const room = buffer_.size() == 0 ? first_part_bytes : next_part_bytes;
        socket_.async_read_some(buffer_.prepare(room),
                                [self = shared_from_this()](ErrorCode error, std::size_t size) {
                                    if (error) return self->end();
                                    self->buffer_.commit(size);
                                    if (self->socket_.is_message_done()) self->take_message();
                                    if (!self->closing_since_) self->read();
                                });
    }

    void take_message()
    {
        heard_ = Clock::now();
        if (socket_.got_binary()) return close(websocket::close_code::unknown_data);
        auto const bytes = buffer_.cdata();
        hear({static_cast<char const*>(bytes.data()), bytes.size()});
        buffer_.consume(bytes.size());
        buffer_.shrink_to_fit(); // An idle seat holds little memory for what it might say.
    }

    void hear(std::string_view text)
    {
        if (closing_since_) return;
        auto said = wire::read_frame(text);
        if (!said) return hear_nonsense(said.error());
        bad_frames_ = 0;
        std::visit(overload{
                       [&](wire::Hello& hello) { enter(hello); },
                       [&](wire::Request& request) {
                           if (!board_) return close(CloseCode::NoHello);
                           if (auto* open = std::get_if<board::OpenBallot>(&request.command)) {
                               open->seed = mint_credential();
                           }
                           if (auto* play = std::get_if<board::PlayStep>(&request.command)) {
                               play->seed = mint_credential();
                           }
                           auto const operation = request.operation;
                           if (floor_.hall(*board_).ask(number_, std::move(request))) return;
                           send(wire::rejected({{board::RefusalWord::Busy, {}, {}}, operation}));
                       },
                       [&](wire::Claim& claim) {
                           if (!board_) return close(CloseCode::NoHello);
                           floor_.hall(*board_).claim(number_, claim);
                       },
                       [&](wire::SimilarTo& asked) {
                           if (!board_) return close(CloseCode::NoHello);
                           floor_.hall(*board_).similar_to(number_, std::move(asked));
                       },
                       [&](wire::Ping&) { send(wire::pong(wall_clock())); },
                   },
                   *said);
    }

    void hear_nonsense(wire::BadFrame const& bad)
    {
        if (!board_) return close(CloseCode::BadMessages);
        if (++bad_frames_ >= bad_frames_max) return close(CloseCode::BadMessages);
        send(wire::rejected(bad));
    }

    void enter(wire::Hello& hello)
    {
        if (board_) return close(CloseCode::BadMessages);
        if (hello.version != protocol::version) return close(CloseCode::UnsupportedVersion);
        room::Visitor visitor{hello.board, {}, hello.device, hello.position};
        if (hello.credential) visitor.credential = hash_of(*hello.credential);
        if (hello.helper) visitor.helper = hash_of(*hello.helper);
        visitor.channel = hello.channel;
        visitor.inflates = inflates_;
        board_ = hello.board;
        number_ = floor_.hall(*board_).enter(shared_from_this(), std::move(visitor));
    }

    template <class Code>
    void close(Code code)
    {
        if (closing_since_) return;
        closing_since_ = Clock::now();
        stream().stop_data();
        websocket::close_reason const reason(static_cast<std::uint16_t>(code));
        // However it ends, a pending read ends too, or the closing deadline ends both.
        socket_.async_close(reason, [self = shared_from_this()](ErrorCode) { self->end(); });
    }

    void end()
    {
        loop_.unwatch(*this);
        stream().cut();
        if (!board_) return;
        floor_.hall(*std::exchange(board_, std::nullopt)).leave(number_, parting());
    }

    // A browser says goodbye when its page is closed or left; a line that is cut says nothing.
    room::Parting parting()
    {
        auto const said = socket_.reason().code;
        bool const goodbye =
            said == websocket::close_code::normal || said == websocket::close_code::going_away;
        return goodbye ? room::Parting::Goodbye : room::Parting::CutOff;
    }

    Loop& loop_;
    room::Floor& floor_;
    SessionLimits const& limits_;
    websocket::stream<OutboundStream, false> socket_;
    beast::flat_buffer buffer_;
    std::optional<BoardCode> board_; // Once it has said hello.
    room::SeatNumber number_;
    Clock::time_point opened_;
    Clock::time_point heard_;
    std::optional<Clock::time_point> closing_since_;
    int bad_frames_ = 0;
    int control_frames_ = 0; // Those of now; some are forgiven each second.
    bool inflates_ = false;  // It agreed to compressed messages, both ways.
};

} // namespace

void serve_session(Loop& loop, room::Floor& floor, SessionLimits const& limits, Socket socket,
                   beast::http::request<beast::http::string_body> upgrade)
{
    std::make_shared<Session>(loop, floor, limits, std::move(socket))->start(std::move(upgrade));
}

} // namespace koudmen::net
