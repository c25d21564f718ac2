#pragma once
// No _GNU_SOURCE: it renames the field of fd_set, and then Swift refuses this module beside Glibc's.
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <linux/stat.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/// openat2(2) has no libc wrapper and syscall(2) is variadic, so Swift cannot
/// call either. Opens `path` below `directory` for reading, refusing every
/// symbolic link on the way and every step above `directory`; `flags` may be
/// O_DIRECTORY or 0. Returns a descriptor, or the negated errno.
static inline int linkcheck_open_beneath(int directory, const char *path,
                                         int flags) {
  struct open_how how = {
      .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  long fd = syscall(SYS_openat2, directory, path, &how, sizeof how);
  return fd < 0 ? -errno : (int)fd;
}

// Flags that the headers show with _GNU_SOURCE only; these values are Linux's on every architecture
// that Swift knows.
enum { linkcheck_O_PATH = 010000000, linkcheck_O_TMPFILE = 020000000 | O_DIRECTORY };

/// What linkcheck_open_beneath does, for kernels and sandboxes without openat2(2): segment by
/// segment, none of which may be a symbolic link or "..".
static inline int linkcheck_walk_beneath(int directory, const char *path, int flags) {
  int folder = directory;
  int opened = -ENOENT;
  while (*path) {
    size_t length = strcspn(path, "/");
    char name[256];
    if (length == 0 || length >= sizeof name) opened = length ? -ENAMETOOLONG : -EINVAL;
    else {
      memcpy(name, path, length);
      name[length] = 0;
      const char *rest = path + length + (path[length] == '/');
      int isLast = *rest == 0;
      opened = strcmp(name, "..") == 0 ? -EXDEV
               : openat(folder, name,
                        O_CLOEXEC | O_NOFOLLOW
                            | (isLast ? O_RDONLY | O_NONBLOCK | O_NOCTTY | flags
                                      : linkcheck_O_PATH | O_DIRECTORY));
      if (opened == -1) opened = -errno;
      path = rest;
    }
    if (folder != directory) close(folder);
    if (opened < 0) return opened;
    folder = opened;
  }
  return opened;
}

/// What tells a folder from any other that was ever made: linkcheck_identify fills it.
struct linkcheck_identity {
  unsigned long long inode;
  /// When it was made; 0 where the file system does not say.
  long long seconds;
  unsigned nanoseconds;
  /// The mount it is seen through; 0 where the kernel does not say.
  unsigned long long mount;
};

/// Identifies what is open as `descriptor`. statx(2) needs _GNU_SOURCE as a function. Returns 0 or the negated errno.
static inline int linkcheck_identify(int descriptor, struct linkcheck_identity *identity) {
  struct statx status;
  memset(&status, 0, sizeof status);
  const int empty_path = 0x1000;
  if (syscall(SYS_statx, descriptor, "", empty_path,
              STATX_INO | STATX_BTIME | 0x1000u /* STATX_MNT_ID */, &status) < 0)
    return -errno;
  identity->inode = status.stx_ino;
  identity->seconds = status.stx_btime.tv_sec;
  identity->nanoseconds = status.stx_btime.tv_nsec;
  // Behind stx_dev_minor; headers older than Linux 5.8 do not name it.
  unsigned long long mount = 0;
  if (status.stx_mask & 0x1000u) memcpy(&mount, (char *)&status + 0x90, sizeof mount);
  identity->mount = mount;
  return 0;
}

/// renameat2(2) within a folder; `flags` is linkcheck_rename_exchange or linkcheck_rename_keep.
/// Returns 0 or the negated errno.
static inline int linkcheck_rename(int from, const char *old, int to, const char *new_,
                                   unsigned flags) {
  return syscall(SYS_renameat2, from, old, to, new_, flags) < 0 ? -errno : 0;
}
enum { linkcheck_rename_keep = 1, linkcheck_rename_exchange = 2 };

// A GNU extension that the headers and the Glibc module do not show without _GNU_SOURCE.
void *memmem(const void *, size_t, const void *, size_t);

/// The first occurrence of `needle` in `haystack`, or null.
static inline const void *linkcheck_memmem(const void *haystack, size_t length,
                                           const void *needle, size_t width) {
  return memmem(haystack, length, needle, width);
}

// epoll(7) and eventfd(2) are not in the Glibc module.
#include <sys/epoll.h>
#include <sys/eventfd.h>

/// A new epoll instance, or the negated errno.
static inline int linkcheck_epoll_create(void) {
  int epoll = epoll_create1(EPOLL_CLOEXEC);
  return epoll < 0 ? -errno : epoll;
}

/// A new non-blocking event counter at 0, or the negated errno.
static inline int linkcheck_eventfd_create(void) {
  int counter = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return counter < 0 ? -errno : counter;
}

/// epoll_ctl(2) with the descriptor itself as the event's data: struct epoll_event is packed and
/// holds a union, both awkward in Swift. Returns 0 or the negated errno.
static inline int linkcheck_epoll_control(int epoll, int operation, int descriptor,
                                          unsigned events) {
  struct epoll_event event = {.events = events, .data.fd = descriptor};
  return epoll_ctl(epoll, operation, descriptor, &event) < 0 ? -errno : 0;
}

/// The descriptor that linkcheck_epoll_control stored.
static inline int linkcheck_epoll_descriptor(const struct epoll_event *event) {
  return event->data.fd;
}

/// The events that happened; beside it because the struct's fields may be unaligned.
static inline unsigned linkcheck_epoll_events(const struct epoll_event *event) {
  return event->events;
}
