#pragma once

#include "room/seat.hpp"
#include "wire/frame.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace koudmen::tests {

// A seat that remembers what it heard, and can be told not to listen.
class Phone final : public room::Seat {
public:
    bool send(wire::Frame const& frame) override
    {
        if (full) return false;
        frames.push_back(frame);
        heard.push_back(nlohmann::json::parse(wire::payload(frame)));
        return true;
    }

    bool send(wire::Frame const& frame, wire::Frame const& rest) override
    {
        return send(frame) && send(rest);
    }

    void seated(board::Role as) override { role = as; }
    void dismiss(room::Dismissal why) override { dismissed = why; }

    // What was heard since the last time, as one list of states.
    std::vector<nlohmann::json> listen() { return std::exchange(heard, {}); }

    bool full = false;
    std::optional<board::Role> role;
    std::optional<room::Dismissal> dismissed;
    std::vector<wire::Frame> frames;
    std::vector<nlohmann::json> heard;
};

} // namespace koudmen::tests
