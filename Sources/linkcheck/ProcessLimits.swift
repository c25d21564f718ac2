import Glibc

/// What the process must be allowed to have before anything is worth starting.
///
/// The runtime ends a process without a word where it gets no thread or no memory.
enum ProcessLimits {
  /// Descriptors: the standard streams, one for the runtime, a folder and a file in it.
  private static let descriptors = 8
  /// Bytes of address space that a small run takes: threads' stacks, the allocator's arenas.
  private static let addressSpace = 512 << 20

  /// A limit that is too low, and how to raise it.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Raises the limit on open files as far as is allowed, and throws where a limit is too low.
  static func check() throws(Failure) {
    var files = rlimit()
    if unsafe getrlimit(__rlimit_resource_t(7), &files) == 0 {
      if files.rlim_cur < files.rlim_max {
        files.rlim_cur = min(files.rlim_max, 65_536)
        _ = unsafe setrlimit(__rlimit_resource_t(7), &files)
      }
    }
    // Held at once and given back, which tells what is really there, descriptors inherited included.
    var held: [Int32] = []
    for _ in 0..<(descriptors - 3) {
      let descriptor = dup(STDERR_FILENO)
      if descriptor < 0, errno == EMFILE || errno == ENFILE { break }
      if descriptor >= 0 { held.append(descriptor) }
    }
    for descriptor in held { close(descriptor) }
    if fcntl(STDERR_FILENO, F_GETFD) >= 0, held.count < descriptors - 3 {
      throw Failure(
        description: "too few files may be open at once (ulimit -n \(files.rlim_cur)); "
          + "linkcheck needs \(descriptors) at least: `ulimit -n 1024`")
    }
    let room = unsafe mmap(
      nil, addressSpace, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard unsafe room != MAP_FAILED, let room = unsafe room else {
      throw Failure(
        description: "too little address space (ulimit -v); linkcheck needs "
          + "\(addressSpace >> 20) MB more than it has: `ulimit -v unlimited`")
    }
    unsafe munmap(room, addressSpace)
    var thread = pthread_t()
    guard unsafe pthread_create(&thread, nil, { _ in nil }, nil) == 0 else {
      throw Failure(
        description: "no thread can be started (ulimit -u); linkcheck needs two at least")
    }
    pthread_join(thread, nil)
  }
}
