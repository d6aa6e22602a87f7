#include "baselines.hpp"

#include "kernel.hpp"
#include "socket.hpp"

#include <fcntl.h>
#include <stdexcept>
#include <string>

namespace koudmen::bench {

Syncs measure_syncs(std::filesystem::path const& folder)
{
    constexpr std::size_t block_bytes = 4'096;
    constexpr std::chrono::milliseconds length{700};
    auto const file = folder / "syncs";
    Descriptor const open(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    std::string const block(block_bytes, 'x');
    auto const write = [&] {
        if (::pwrite(open.get(), block.data(), block.size(), 0) != ssize_t{block_bytes} ||
            ::fdatasync(open.get()) != 0) {
            throw std::runtime_error("cannot write in " + folder.string());
        }
    };
    write(); // From now on the file has its size.
    Times times;
    auto const begun = Clock::now();
    auto last = begun;
    while (last - begun < length) {
        write();
        auto const now = Clock::now();
        times.add(now - last);
        last = now;
    }
    std::chrono::duration<double> const taken = last - begun;
    return {static_cast<double>(times.count()) / taken.count(), times.milliseconds(0.5)};
}

} // namespace koudmen::bench
