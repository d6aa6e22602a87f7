#include "kernel.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sched.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace koudmen::bench {

void pin(Core core)
{
    bool const several = std::thread::hardware_concurrency() > 1;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(several && core == Core::Client ? 1 : 0, &one);
    // Where it is not allowed the numbers are noisier, and still true.
    sched_setaffinity(0, sizeof one, &one);
}

std::chrono::nanoseconds cpu_time(pid_t process)
{
    std::chrono::nanoseconds::rep total = 0;
    std::error_code error;
    auto const tasks = "/proc/" + std::to_string(process) + "/task";
    for (auto const& task : std::filesystem::directory_iterator(tasks, error)) {
        std::ifstream in(task.path() / "schedstat");
        std::chrono::nanoseconds::rep running = 0;
        if (in >> running) total += running;
    }
    return std::chrono::nanoseconds(total);
}

std::size_t resident_bytes(pid_t process)
{
    std::ifstream in("/proc/" + std::to_string(process) + "/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    in >> size >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void raise_descriptor_limit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

void Times::add(Clock::duration time)
{
    auto const micros = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    micros_.push_back(
        static_cast<std::uint32_t>(std::clamp<std::chrono::microseconds::rep>(micros, 0, most)));
}

double Times::milliseconds(double quantile)
{
    if (micros_.empty()) return 0;
    auto const at = static_cast<std::ptrdiff_t>(quantile * static_cast<double>(micros_.size() - 1));
    std::nth_element(micros_.begin(), micros_.begin() + at, micros_.end());
    constexpr double micros_in_a_milli = 1'000.0;
    return micros_[static_cast<std::size_t>(at)] / micros_in_a_milli;
}

} // namespace koudmen::bench
