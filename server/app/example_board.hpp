#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "board/event.hpp"

#include <string>
#include <vector>

namespace koudmen::app {

// The code of the example board.
BoardCode example_code();

// The credentials of its links, as their hashes.
struct ExampleKeys {
    CredentialHash facilitator;
    CredentialHash moderator;
    CredentialHash screen;
};

// A believable board to look around in: the themes of a day on the digital roadmap of Martinique, a
// dozen proposals, an open ballot, a few comments and decisions. It is made by the same commands as
// any board, by people who do not exist; its title says that it is an example.
std::vector<board::Recorded> example_board(ExampleKeys const& keys, Moment now);

} // namespace koudmen::app
