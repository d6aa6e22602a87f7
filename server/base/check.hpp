#pragma once

#include <cstdio>
#include <cstdlib>

namespace koudmen {

// Stops the program when it is wrong. On in release too: going on would write the error to disk.
// `rule` is the sentence that no longer holds.
inline void check(bool holds, char const* rule)
{
    if (holds) [[likely]]
        return;
    std::fprintf(stderr, "koudmen: broken rule: %s\n", rule);
    std::abort();
}

} // namespace koudmen
