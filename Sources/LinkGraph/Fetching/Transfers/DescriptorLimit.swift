internal import Glibc

/// How many files and sockets the process may have open.
enum DescriptorLimit {
  /// How many of `wanted` transfers can go on at the same time.
  ///
  /// A transfer may need three at its start, two of them for the look-up of its name, and one while a
  /// connection is kept; some are left to the store and to reports.
  static func transfers(wanted: Int) -> Int {
    let limit = raise(to: 3 * wanted + 256)
    return max(1, min(wanted, (limit - openCount - 6) / 3))
  }

  /// Whether the network can be asked at all: for the event loop, the store and one transfer.
  static var isEnoughForNetwork: Bool { raise(to: 256) - openCount >= 8 }

  /// Whether one more can be opened now.
  static var hasRoom: Bool {
    let descriptor = dup(STDERR_FILENO)
    guard descriptor >= 0 else { return errno != EMFILE && errno != ENFILE }
    close(descriptor)
    return true
  }

  /// How many the process has open, as the kernel lists them; a guess where it does not.
  private static var openCount: Int {
    guard let folder = unsafe opendir("/proc/self/fd") else { return 12 }
    defer { unsafe closedir(folder) }
    var count = 0
    while unsafe readdir(folder) != nil { count += 1 }
    // `.`, `..` and the folder itself.
    return max(0, count - 3)
  }

  /// Raises the soft limit to `wanted`, or to the hard limit where that is less. Returns what the
  /// limit is then; it is never lowered.
  static func raise(to wanted: Int) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 1024
    }
    let wanted = rlim_t(clamping: wanted)
    if limit.rlim_cur < wanted {
      let old = limit.rlim_cur
      limit.rlim_cur = min(wanted, limit.rlim_max)
      if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 {
        limit.rlim_cur = old
      }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
