/* power_cut FOLDER: shuts the ext4 below a folder down as a power cut would, with nothing more written, not
   even its own log. Says the moment before, in nanoseconds of the monotonic clock. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>

#define EXT4_IOC_SHUTDOWN _IOR('X', 125, uint32_t)

int main(int count, char** arguments)
{
    uint32_t const no_log_flush = 2;
    int const folder = count == 2 ? open(arguments[1], O_RDONLY | O_DIRECTORY) : -1;
    struct timespec before;
    clock_gettime(CLOCK_MONOTONIC, &before);
    if (folder < 0 || ioctl(folder, EXT4_IOC_SHUTDOWN, &no_log_flush) != 0) {
        perror("power_cut");
        return 1;
    }
    printf("%lld\n", (long long)before.tv_sec * 1000000000LL + before.tv_nsec);
    return 0;
}
