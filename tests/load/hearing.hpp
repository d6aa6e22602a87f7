#pragma once

#include "frames.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace koudmen::load {

// What a frame says, as far as the rehearsal looks at it.
struct Heard {
    struct Ballot {
        std::string id;
        bool open = false;
        bool opinion = false;
        bool shown = false;
        std::vector<std::string> proposals;
    };
    struct Tally {
        std::string ballot;
        std::string proposal;
        std::vector<std::uint64_t> counts;
    };
    struct Choice {
        std::string ballot;
        std::string proposal;
        std::string choice; // Empty: none.
    };

    bool welcome = false;
    bool state = false;
    bool rejected = false; // One that could not be read or taken, with its answer.
    bool full = false;
    bool more = false; // The next one goes on with it.
    bool resume = false;
    bool yours = false;
    std::uint64_t operation = 0; // The highest that the server accepted, in a welcome.
    std::uint64_t position = 0;
    std::vector<std::pair<std::uint64_t, std::string>> answers; // With the refusal's word.
    std::vector<Ballot> ballots;
    std::vector<Tally> tallies;
    std::vector<Choice> choices; // One's own.
};

// Reads frames. The same one to thousands of seats is read once.
class Hearing {
public:
    // Throws when it is not of the protocol.
    std::shared_ptr<Heard const> hear(bench::Frame const& frame);

private:
    struct Known {
        std::string payload;
        std::shared_ptr<Heard const> heard;
    };
    std::array<Known, 8> known_; // What was heard last.
    std::size_t next_ = 0;
};

std::string hello_text(std::string const& code, std::string const& credential,
                       std::string const& device, std::uint64_t position);

} // namespace koudmen::load
