/* Stands between a program and the C library (LD_PRELOAD): writes down what happens to the files below one folder,
 * or lets it fail on command. Environment:
 *
 *   SHIM_FOLDER   only files below it matter
 *   SHIM_LOG      where the record goes (outside the folder); a file named SHIM_LOG + ".ack" is the child's own voice
 *   SHIM_CONTROL  a file of sizeof(struct control), mapped by both sides: tests/faults/shim.py sets the fields
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct control {
    int64_t recording;      /* 1: write everything down */
    int64_t write_from;     /* this write and all later ones fail; 0: none */
    int64_t write_errno;
    int64_t sync_from;
    int64_t sync_errno;
    int64_t rename_until;   /* monotonic milliseconds; renames and unlinks fail until then */
    int64_t rename_errno;
    int64_t clock_offset;   /* seconds added to the time of day */
    int64_t writes;         /* counted since the caller set it to 0 */
    int64_t syncs;
    int64_t refused;        /* calls that were made to fail */
};

enum { OPENED = 1, WRITTEN, TRUNCATED, SYNCED, FOLDER_SYNCED, UNLINKED, RENAMED, FOLDER_MADE, FOLDER_REMOVED, ACK };

struct head {
    uint32_t type, handle;
    int64_t offset;
    uint32_t len_a, len_b;
};

#define MOST_FDS 4096
enum { FILE_FD = 1, FOLDER_FD, ACK_FD };

static struct control nothing;
static struct control *control = &nothing;
static char folder[PATH_MAX], ack_path[PATH_MAX];
static int log_fd = -1;
static uint32_t handles;
static struct { int kind; uint32_t handle; char *path; } fds[MOST_FDS];
static pthread_mutex_t guard = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void)
{
    const char *where = getenv("SHIM_FOLDER"), *log = getenv("SHIM_LOG"), *shared = getenv("SHIM_CONTROL");
    if (where) snprintf(folder, sizeof folder, "%s", where);
    if (log) {
        snprintf(ack_path, sizeof ack_path, "%s.ack", log);
        int fd = open(log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
        log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 900);   /* out of the way of the program's own numbers */
        close(fd);
    }
    if (shared) {
        int fd = open(shared, O_RDWR | O_CLOEXEC);
        void *page = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (page == MAP_FAILED) abort();
        control = page;
        close(fd);
    }
}

static void note(uint32_t type, uint32_t handle, int64_t offset, const void *a, size_t len_a, const void *b,
                 size_t len_b)
{
    if (!control->recording || log_fd < 0) return;
    struct head head = {type, handle, offset, (uint32_t)len_a, (uint32_t)len_b};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)a, len_a}, {(void *)b, len_b}};
    if (writev(log_fd, parts, 3) != (ssize_t)(sizeof head + len_a + len_b)) abort();
}

static int absolute(int at, const char *path, char *out)
{
    if (path[0] == '/') return snprintf(out, PATH_MAX, "%s", path) < PATH_MAX;
    char base[PATH_MAX];
    if (at == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) return 0;
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t got = readlink(link, base, sizeof base - 1);
        if (got < 0) return 0;
        base[got] = 0;
    }
    return snprintf(out, PATH_MAX, "%s/%s", base, path) < PATH_MAX;
}

static int inside(const char *path)
{
    size_t length = strlen(folder), whole = strlen(path);
    if (!length || strncmp(path, folder, length) || (path[length] && path[length] != '/')) return 0;
    return !(whole > 4 && !strcmp(path + whole - 4, "-shm"));   /* made anew after every crash */
}

static int is_ours(int fd, int kind) { return fd >= 0 && fd < MOST_FDS && fds[fd].kind == kind; }

static int fails(int64_t from, int64_t *count, int64_t with)
{
    int64_t number = __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);
    if (!from || number < from) return 0;
    __atomic_add_fetch(&control->refused, 1, __ATOMIC_SEQ_CST);
    errno = (int)with;
    return 1;
}

#define WRITE_FAILS() fails(control->write_from, &control->writes, control->write_errno)
#define SYNC_FAILS() fails(control->sync_from, &control->syncs, control->sync_errno)

static int opened(int fd, int at, const char *path, int flags)
{
    char whole[PATH_MAX];
    if (fd < 0 || fd >= MOST_FDS || !absolute(at, path, whole)) return fd;
    pthread_mutex_lock(&guard);
    fds[fd].kind = 0;
    if (!strcmp(whole, ack_path)) {
        fds[fd].kind = ACK_FD;
    } else if (inside(whole)) {
        struct stat about;
        if (!fstat(fd, &about) && S_ISDIR(about.st_mode)) {
            fds[fd].kind = FOLDER_FD;
            free(fds[fd].path);
            fds[fd].path = strdup(whole);
        } else if ((flags & O_ACCMODE) != O_RDONLY) {
            fds[fd].kind = FILE_FD;
            fds[fd].handle = ++handles;
            note(OPENED, handles, ((flags & O_CREAT) ? 1 : 0) | ((flags & O_TRUNC) ? 2 : 0), whole, strlen(whole), "", 0);
        }
    }
    pthread_mutex_unlock(&guard);
    return fd;
}

#define MODE_OF(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...)
{
    MODE_OF(flags)
    REAL(int, open, const char *, int, ...);
    return opened(real(path, flags, mode), AT_FDCWD, path, flags);
}

int open64(const char *path, int flags, ...)
{
    MODE_OF(flags)
    REAL(int, open64, const char *, int, ...);
    return opened(real(path, flags, mode), AT_FDCWD, path, flags);
}

int openat(int at, const char *path, int flags, ...)
{
    MODE_OF(flags)
    REAL(int, openat, int, const char *, int, ...);
    return opened(real(at, path, flags, mode), at, path, flags);
}

int openat64(int at, const char *path, int flags, ...)
{
    MODE_OF(flags)
    REAL(int, openat64, int, const char *, int, ...);
    return opened(real(at, path, flags, mode), at, path, flags);
}

int close(int fd)
{
    REAL(int, close, int);
    if (fd >= 0 && fd < MOST_FDS) fds[fd].kind = 0;
    return real(fd);
}

static int64_t place(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    struct stat about;
    if (flags >= 0 && (flags & O_APPEND) && !fstat(fd, &about)) return about.st_size;
    return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *data, size_t length)
{
    REAL(ssize_t, write, int, const void *, size_t);
    if (is_ours(fd, ACK_FD)) {
        pthread_mutex_lock(&guard);
        note(ACK, 0, 0, data, length, "", 0);
        pthread_mutex_unlock(&guard);
        return (ssize_t)length;
    }
    if (!is_ours(fd, FILE_FD)) return real(fd, data, length);
    if (WRITE_FAILS()) return -1;
    pthread_mutex_lock(&guard);
    int64_t where = control->recording ? place(fd) : 0;
    ssize_t done = real(fd, data, length);
    if (done > 0) note(WRITTEN, fds[fd].handle, where, data, (size_t)done, "", 0);
    pthread_mutex_unlock(&guard);
    return done;
}

static ssize_t written_at(int fd, const void *data, size_t length, off64_t where)
{
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    if (!is_ours(fd, FILE_FD)) return real(fd, data, length, where);
    if (WRITE_FAILS()) return -1;
    pthread_mutex_lock(&guard);
    ssize_t done = real(fd, data, length, where);
    if (done > 0) note(WRITTEN, fds[fd].handle, where, data, (size_t)done, "", 0);
    pthread_mutex_unlock(&guard);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t where) { return written_at(fd, data, length, where); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t where) { return written_at(fd, data, length, where); }

/* Callers fall back to plain writes. */
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t length, unsigned flags)
{
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
    if (is_ours(to, FILE_FD)) { errno = EINVAL; return -1; }
    return real(from, at, to, there, length, flags);
}

ssize_t sendfile(int to, int from, off_t *at, size_t length)
{
    REAL(ssize_t, sendfile, int, int, off_t *, size_t);
    if (is_ours(to, FILE_FD)) { errno = EINVAL; return -1; }
    return real(to, from, at, length);
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t length)
{
    REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
    if (is_ours(to, FILE_FD)) { errno = EINVAL; return -1; }
    return real(to, from, at, length);
}

static int truncated(int fd, off64_t size)
{
    REAL(int, ftruncate64, int, off64_t);
    if (!is_ours(fd, FILE_FD)) return real(fd, size);
    struct stat about;
    int grows = !fstat(fd, &about) && size > about.st_size;
    if (grows && WRITE_FAILS()) return -1;
    pthread_mutex_lock(&guard);
    int done = real(fd, size);
    if (!done) note(TRUNCATED, fds[fd].handle, size, "", 0, "", 0);
    pthread_mutex_unlock(&guard);
    return done;
}

int ftruncate(int fd, off_t size) { return truncated(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncated(fd, size); }

/* Both fill with zeros, so that the record needs no kind of its own; glibc does the same where it must. */
int posix_fallocate(int fd, off_t from, off_t length)
{
    REAL(int, posix_fallocate, int, off_t, off_t);
    if (!is_ours(fd, FILE_FD)) return real(fd, from, length);
    struct stat about;
    if (fstat(fd, &about)) return errno;
    return from + length > about.st_size && truncated(fd, from + length) ? errno : 0;
}

int posix_fallocate64(int fd, off64_t from, off64_t length) { return posix_fallocate(fd, from, length); }

int fallocate(int fd, int mode, off_t from, off_t length)
{
    REAL(int, fallocate, int, int, off_t, off_t);
    if (is_ours(fd, FILE_FD)) { errno = EOPNOTSUPP; return -1; }
    return real(fd, mode, from, length);
}

int fallocate64(int fd, int mode, off64_t from, off64_t length) { return fallocate(fd, mode, from, length); }

static int synced(int fd, int (*real)(int))
{
    if (!is_ours(fd, FILE_FD) && !is_ours(fd, FOLDER_FD)) return real(fd);
    if (SYNC_FAILS()) return -1;
    pthread_mutex_lock(&guard);
    int done = real(fd);
    if (!done && fds[fd].kind == FILE_FD) note(SYNCED, fds[fd].handle, 0, "", 0, "", 0);
    if (!done && fds[fd].kind == FOLDER_FD) note(FOLDER_SYNCED, 0, 0, fds[fd].path, strlen(fds[fd].path), "", 0);
    pthread_mutex_unlock(&guard);
    return done;
}

int fsync(int fd)
{
    REAL(int, fsync, int);
    return synced(fd, real);
}

int fdatasync(int fd)
{
    REAL(int, fdatasync, int);
    return synced(fd, real);
}

/* A virus scanner that holds a file. */
static int held(void)
{
    if (!control->rename_until) return 0;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec * 1000 + now.tv_nsec / 1000000 >= control->rename_until) return 0;
    __atomic_add_fetch(&control->refused, 1, __ATOMIC_SEQ_CST);
    errno = (int)control->rename_errno;
    return 1;
}

static int renamed(int at, const char *from, int there, const char *to, unsigned flags)
{
    REAL(int, renameat2, int, const char *, int, const char *, unsigned);
    char a[PATH_MAX], b[PATH_MAX];
    int ours = absolute(at, from, a) && absolute(there, to, b) && (inside(a) || inside(b));
    if (!ours) return real(at, from, there, to, flags);
    if (held()) return -1;
    pthread_mutex_lock(&guard);
    int done = real(at, from, there, to, flags);
    if (!done) note(RENAMED, 0, 0, a, strlen(a), b, strlen(b));
    pthread_mutex_unlock(&guard);
    return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int at, const char *from, int there, const char *to) { return renamed(at, from, there, to, 0); }
int renameat2(int at, const char *from, int there, const char *to, unsigned flags)
{
    return renamed(at, from, there, to, flags);
}

static int removed(int at, const char *path, int flags)
{
    REAL(int, unlinkat, int, const char *, int);
    char whole[PATH_MAX];
    if (!absolute(at, path, whole) || !inside(whole)) return real(at, path, flags);
    if (!(flags & AT_REMOVEDIR) && held()) return -1;
    pthread_mutex_lock(&guard);
    int done = real(at, path, flags);
    if (!done) note((flags & AT_REMOVEDIR) ? FOLDER_REMOVED : UNLINKED, 0, 0, whole, strlen(whole), "", 0);
    pthread_mutex_unlock(&guard);
    return done;
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return removed(at, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

static int made(int at, const char *path, mode_t mode)
{
    REAL(int, mkdirat, int, const char *, mode_t);
    char whole[PATH_MAX];
    if (!absolute(at, path, whole) || !inside(whole)) return real(at, path, mode);
    pthread_mutex_lock(&guard);
    int done = real(at, path, mode);
    if (!done) note(FOLDER_MADE, 0, 0, whole, strlen(whole), "", 0);
    pthread_mutex_unlock(&guard);
    return done;
}

int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return made(at, path, mode); }

int clock_gettime(clockid_t which, struct timespec *now)
{
    REAL(int, clock_gettime, clockid_t, struct timespec *);
    int done = real(which, now);
    if (!done && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += control->clock_offset;
    return done;
}
