#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace koudmen::wire {

// The complete bytes of one WebSocket text frame from the server: final, unmasked, and so the same
// for every receiver. Built once, never changed, shared by all outboxes that hold it.
using Frame = std::shared_ptr<std::string const>;

// Frames a payload (RFC 6455, section 5.2).
Frame make_frame(std::string_view payload);

// Frames it as a compressed message, for those who agreed to hear such (RFC 7692).
Frame make_compressed_frame(std::string_view payload);

// The payload of a plain frame, for those who read it back.
std::string_view payload(Frame const& frame);

} // namespace koudmen::wire
