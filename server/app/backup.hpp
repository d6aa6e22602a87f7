#pragma once

#include "base/result.hpp"
#include "journal/journal.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// Stores as wholes: whether one can be read to its last event, and copies of it. A copy is made event by
// event, each one decoded on the way, beside a server that goes on; it is a store like any other.
namespace koudmen::app {

// A board that was read from its first event to its last, each of which its rules allow.
struct Sound {
    BoardCode code;
    Position position;
    std::string digest; // Of its events: the same at one position wherever they are.

    friend bool operator==(Sound const&, Sound const&) = default;
};

struct Checked {
    std::vector<Sound> boards;
    std::vector<std::string> problems; // A sentence for each board that cannot be read.
};

// Reads every board of a store.
Checked check_boards(journal::Journal& journal);

// Copies every board of the store in `from` to a folder that does not exist or is empty, reads the copy
// again and holds it against what was read. There is either no folder in the end or a whole one; boards
// that cannot be read are left out and told. `free_bytes_min` is left free.
Result<Checked, std::string> copy_store(std::filesystem::path const& from,
                                        std::filesystem::path const& into,
                                        std::uint64_t free_bytes_min);

} // namespace koudmen::app
