#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace koudmen {

// Milliseconds since 1970-01-01 UTC. It labels what happened; it never orders it.
struct Moment {
    std::int64_t milliseconds = 0;

    friend auto operator<=>(Moment const&, Moment const&) = default;
    friend Moment operator+(Moment at, std::chrono::milliseconds after)
    {
        return {at.milliseconds + after.count()};
    }
};

// The time now, from the machine's clock.
inline Moment wall_clock()
{
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

} // namespace koudmen
