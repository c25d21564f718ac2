#pragma once
// memmem(3) is a GNU extension that the Glibc module does not show.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/// openat2(2) has no libc wrapper and syscall(2) is variadic, so Swift cannot
/// call either. Opens `path` below `directory` for reading, refusing every
/// symbolic link on the way and every step above `directory`.
/// Returns a descriptor, or the negated errno.
static inline int linkcheck_open_beneath(int directory, const char *path) {
  struct open_how how = {
      .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  long fd = syscall(SYS_openat2, directory, path, &how, sizeof how);
  return fd < 0 ? -errno : (int)fd;
}

void *memmem(const void *, size_t, const void *, size_t);

/// The first occurrence of `needle` in `haystack`, or null.
static inline const void *linkcheck_memmem(const void *haystack, size_t length,
                                           const void *needle, size_t width) {
  return memmem(haystack, length, needle, width);
}
