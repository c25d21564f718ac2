#pragma once
// No _GNU_SOURCE: it renames the field of fd_set, and then Swift refuses this module beside Glibc's.
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
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
