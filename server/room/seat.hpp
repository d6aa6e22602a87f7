#pragma once

#include "base/ids.hpp"
#include "board/words.hpp"
#include "wire/frame.hpp"

#include <cstdint>
#include <optional>

namespace koudmen::room {

// Why a seat is dismissed. The numbers on the wire are the protocol's; net/ knows them.
enum class Dismissal {
    Restarting,
    TooSlow,
    RoomLost,
    Full,
    UnknownBoard,
    UnknownCredential,
    BadgeMoved
};

// One connected device as its hall sees it: something that takes frames until it is sent away.
// In the server it is a WebSocket session; in tests, a phone that remembers what it heard.
//
// Lives on the hall's thread. The hall holds it from enter() to leave() and no longer.
class Seat {
public:
    virtual ~Seat() = default;

    // Puts a frame in the outbox, or drops it whole and answers false when the outbox is full. Once
    // it has room again the seat tells the hall with drained(). Never calls the hall from inside.
    virtual bool send(wire::Frame const& frame) = 0;

    // Two frames that are one thing: both, where there is room for the first, or none.
    virtual bool send(wire::Frame const& frame, wire::Frame const& rest) = 0;

    // The seat was let in, and may do what this role may.
    virtual void seated(board::Role role) = 0;

    // Sends the seat away. Nothing is sent to it any more; it will leave().
    virtual void dismiss(Dismissal why) = 0;
};

// What a device said of itself when it came in.
struct Visitor {
    BoardCode board;
    std::optional<CredentialHash> credential; // Nothing observes.
    DeviceId device;
    std::optional<Position> position; // How far it was told when it was last here.
    // On a tablet: whose it is, and by which way the person takes part there.
    std::optional<CredentialHash> helper{};
    board::Channel channel = board::Channel::Phone;
    bool inflates = false; // It takes compressed frames.
};

// A seat's number among those of its board on its thread, never used twice.
using SeatNumber = Number<struct SeatTag>;

} // namespace koudmen::room
