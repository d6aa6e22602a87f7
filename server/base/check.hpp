#pragma once

#include <cstdio>
#include <cstdlib>

namespace koudmen {

// Thrown instead of stopping the program while somebody judges what strangers wrote.
struct BrokenRule {
    char const* rule;
};

// As long as one lives on a thread, rules that are broken there are thrown. Only for values that are
// thrown away when that happens.
class Judging {
public:
    Judging() { here() = true; }
    ~Judging() { here() = false; }
    Judging(Judging const&) = delete;
    Judging& operator=(Judging const&) = delete;

    static bool& here()
    {
        thread_local bool judging = false;
        return judging;
    }
};

// Stops the program when it is wrong. On in release too: going on would write the error to disk.
// `rule` is the sentence that no longer holds.
inline void check(bool holds, char const* rule)
{
    if (holds) [[likely]]
        return;
    if (Judging::here()) throw BrokenRule{rule};
    std::fprintf(stderr, "koudmen: broken rule: %s\n", rule);
    std::abort();
}

} // namespace koudmen
