#pragma once

#include "kernel.hpp"
#include "options.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace koudmen::load {

// What came of a rehearsal.
struct Outcome {
    std::string board;
    std::size_t phones = 0; // That there were descriptors for.
    std::size_t joined = 0;
    double seconds = 0;
    bench::Times join_times; // From the first try to being told the board.
    bench::Times return_times;
    bench::Times acknowledgements; // From the first sending on.
    bench::Times screen;    // From a vote's acknowledgement until the screen is told the count.
    bench::Times onlookers; // The same for somebody who only looks on, from a phone.
    std::map<std::string, std::size_t> refused; // By what was said; tried again.

    std::size_t votes_due = 0; // As the storm wanted.
    std::size_t votes_sent = 0;
    std::size_t recorded = 0; // Acknowledged.
    std::size_t sent_again = 0;
    std::size_t cuts = 0; // By bad Wi-Fi.
    std::size_t stalls = 0;
    std::size_t dropped = 0; // Connections that ended from the other side.

    // What must be nothing.
    std::size_t unanswered = 0; // Votes without an answer at the end.
    std::size_t unseen = 0;     // Phones that could not be told at the end what they have.
    std::size_t lost = 0;       // Choices that a phone was told are recorded, and are not.
    std::size_t diverged = 0;   // Choices that are not those the phone was told.
    std::size_t duplicated = 0; // People counted, or changes made, more than the phones made.
    std::size_t missing = 0;    // The same, less.
    bool counts_compared = false;
    std::size_t counts = 0; // Compared: one for each proposal and opinion.
    std::vector<std::string> findings;

    // The first of each kind are kept.
    void find(std::string const& kind, std::string const& what);

    bool agrees() const;

private:
    std::map<std::string, std::size_t> found_; // How many of each kind.
};

std::string page(Options const& options, Outcome& outcome);
std::string json_line(Options const& options, Outcome& outcome);

} // namespace koudmen::load
