/* Preloaded into a server: counts its calls that reach the disk below one folder, and at one of them ends
   the process, or lets the disk fail. All is told by variables of the environment:

     FAULT_FOLDER  the folder; absolute, without links
     FAULT_COUNTS  a file of three 64-bit counters (write, sync, rename), kept while the process runs
     FAULT_CALL    write, sync or rename: which of them is meant
     FAULT_AT      at which of its calls, from 1; 0 for never
     FAULT_KIND    kill     the process ends before the call is made
                   eio      the call fails once
                   enospc   it fails, and so does every write from then on
                   erofs    it fails, and so does every call from then on
                   short    it writes half, and the next write fails as on a full disk
                   forget   every sync answers at once and does nothing, from the first on */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum call { call_write, call_sync, call_rename, calls };
enum verdict { pass, fail, half };

static char const* const call_names[calls] = {"write", "sync", "rename"};

static _Atomic unsigned long long no_file[calls];
static _Atomic unsigned long long* counts = no_file;
static char const* folder = "";
static char const* kind = "";
static enum call chosen = calls;
static unsigned long long chosen_at = 0;
static _Atomic int broken = 0;  /* The disk fails from now on. */
static _Atomic int halved = 0;  /* Half of a write was done. */

static ssize_t (*next_write)(int, void const*, size_t);
static ssize_t (*next_pwrite)(int, void const*, size_t, off_t);
static int (*next_fdatasync)(int);
static int (*next_fsync)(int);
static int (*next_rename)(char const*, char const*);

static char const* told(char const* name)
{
    char const* const value = getenv(name);
    return value ? value : "";
}

__attribute__((constructor)) static void begin(void)
{
    *(void**)&next_write = dlsym(RTLD_NEXT, "write");
    *(void**)&next_pwrite = dlsym(RTLD_NEXT, "pwrite");
    *(void**)&next_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    *(void**)&next_fsync = dlsym(RTLD_NEXT, "fsync");
    *(void**)&next_rename = dlsym(RTLD_NEXT, "rename");
    folder = told("FAULT_FOLDER");
    kind = told("FAULT_KIND");
    chosen_at = strtoull(told("FAULT_AT"), NULL, 10);
    for (int each = 0; each < calls; ++each) {
        if (strcmp(told("FAULT_CALL"), call_names[each]) == 0) chosen = (enum call)each;
    }
    int const file = open(told("FAULT_COUNTS"), O_RDWR | O_CLOEXEC);
    if (file < 0) return;
    void* const shared = mmap(NULL, sizeof no_file, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (shared != MAP_FAILED) counts = shared;
}

static int below(char const* path)
{
    size_t const length = strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/';
}

static int is_below(int file)
{
    char name[32];
    char path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    int const before = errno;
    ssize_t const length = readlink(name, path, sizeof path - 1);
    errno = before;
    if (length < 0) return 0;
    path[length] = '\0';
    return below(path) || strcmp(path, folder) == 0;
}

static int is(char const* word) { return strcmp(kind, word) == 0; }

static enum verdict failing(int error)
{
    errno = error;
    return fail;
}

static enum verdict judge(enum call call)
{
    unsigned long long const at = atomic_fetch_add(&counts[call], 1) + 1;
    if (call == call_write && atomic_exchange(&halved, 0)) return failing(ENOSPC);
    if (call == chosen && at == chosen_at) {
        if (is("kill")) {
            kill(getpid(), SIGKILL);
            for (;;) pause();
        }
        if (is("eio")) return failing(EIO);
        if (is("short") && call == call_write) {
            atomic_store(&halved, 1);
            return half;
        }
        if (is("enospc") || is("erofs")) {
            atomic_store(&broken, 1);
            return failing(is("enospc") ? ENOSPC : EROFS);
        }
    }
    if (!atomic_load(&broken)) return pass;
    if (is("erofs")) return failing(EROFS);
    return call == call_write ? failing(ENOSPC) : pass;
}

ssize_t write(int file, void const* bytes, size_t size)
{
    enum verdict const verdict = is_below(file) ? judge(call_write) : pass;
    if (verdict == fail) return -1;
    return next_write(file, bytes, verdict == half && size > 1 ? size / 2 : size);
}

ssize_t pwrite(int file, void const* bytes, size_t size, off_t at)
{
    enum verdict const verdict = is_below(file) ? judge(call_write) : pass;
    if (verdict == fail) return -1;
    return next_pwrite(file, bytes, verdict == half && size > 1 ? size / 2 : size, at);
}

static int synced(int file, int (*next)(int))
{
    if (!is_below(file)) return next(file);
    if (judge(call_sync) == fail) return -1;
    return is("forget") ? 0 : next(file);
}

int fdatasync(int file) { return synced(file, next_fdatasync); }
int fsync(int file) { return synced(file, next_fsync); }

int rename(char const* from, char const* to)
{
    if (below(from) && judge(call_rename) == fail) return -1;
    return next_rename(from, to);
}
