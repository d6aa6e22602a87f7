#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

// What the kernel says and lets one decide.
namespace koudmen::bench {

using Clock = std::chrono::steady_clock;

// The server's core and that of whoever loads it. On a machine with one core they are the same.
enum class Core { Server, Client };
void pin(Core core);

// What all threads of a process, ended ones apart, have used of the processors.
std::chrono::nanoseconds cpu_time(pid_t process);

// Bytes of a process that are in memory.
std::size_t resident_bytes(pid_t process);

void raise_descriptor_limit();

// Times as they were taken, in no order.
class Times {
public:
    void add(Clock::duration time);
    std::size_t count() const { return micros_.size(); }
    double milliseconds(double quantile); // Of the times so far; 0 without any.

private:
    std::vector<std::uint32_t> micros_;
};

} // namespace koudmen::bench
