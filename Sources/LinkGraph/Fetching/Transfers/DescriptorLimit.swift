internal import Glibc

/// How many files and sockets the process may have open.
enum DescriptorLimit {
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
