internal import CSystem
internal import Glibc

/// An open mount folder, from which its files are read.
///
/// A file is opened below the folder's descriptor with every symbolic link refused, so no name and no
/// race can lead outside. Sound to share: the descriptor is set once and closed by the last owner.
final class MountFolder: Sendable {
  private let descriptor: Int32

  /// Why a file could not be read.
  struct Failure: Error, Sendable {
    /// In a few words, e.g. `permission denied`.
    var reason: String
    /// Whether the file is gone, not just unreadable.
    var isMissing = false
  }

  /// Opens the folder at `path`.
  init(_ path: String) throws(Failure) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw Failure(reason: DirectoryListing.lastError().lowercased()) }
  }

  deinit { close(descriptor) }

  /// Reads the file at `path` into `buffer`, whose memory is used again.
  ///
  /// - Parameter limit: files of more bytes are refused unread.
  func read(_ path: Span<UInt8>, into buffer: inout [UInt8], limit: Int) throws(Failure) {
    buffer.removeAll(keepingCapacity: true)
    let file = try openFile(path)
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw lastFailure() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(reason: "not a regular file (\(Self.name(status.st_mode)))")
    }
    guard status.st_size <= limit else {
      throw Failure(reason: "\(status.st_size) bytes, more than the limit of \(limit)")
    }
    // One byte more than the size tells in one call that the file ends there.
    var capacity = Int(status.st_size) + 1
    var filled = 0
    while true {
      buffer.reserveCapacity(capacity)
      var failure: Failure?
      let before = filled
      unsafe Self.fill(&buffer, from: filled, capacity: capacity) { target -> Int in
        let count = unsafe Glibc.read(file, target.baseAddress, target.count)
        if count < 0 {
          if errno != EINTR { failure = lastFailure() }
          return 0
        }
        filled += count
        return count
      }
      if let failure { throw failure }
      if filled == before, errno != EINTR || filled >= Int(status.st_size) { return }
      if filled > limit { throw Failure(reason: "grew past the limit of \(limit) bytes") }
      if filled == capacity { capacity *= 2 }
      errno = 0
    }
  }

  /// Lets `body` write behind the first `count` bytes of `buffer`.
  private static func fill(
    _ buffer: inout [UInt8], from count: Int, capacity: Int,
    _ body: (UnsafeMutableRawBufferPointer) -> Int
  ) {
    if buffer.count < capacity {
      buffer.append(contentsOf: repeatElement(0, count: capacity - buffer.count))
    }
    let added = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe body(UnsafeMutableRawBufferPointer(rebasing: bytes[count..<capacity]))
    }
    buffer.removeLast(buffer.count - count - added)
  }

  private func openFile(_ path: Span<UInt8>) throws(Failure) -> Int32 {
    if ByteSearch.first(0, in: path, 0..<path.count) != nil {
      throw Failure(reason: "has a NUL in its name")
    }
    var name: [CChar] = []
    name.reserveCapacity(path.count + 1)
    for index in path.indices { name.append(CChar(bitPattern: path[index])) }
    name.append(0)
    var file = unsafe name.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -ENOENT }
      let opened = unsafe linkcheck_open_beneath(descriptor, base)
      guard opened == -ENOSYS || opened == -EPERM else { return opened }
      // Old kernels and some sandboxes know no openat2: the last component at least is held.
      let fallback = unsafe openat(
        descriptor, base, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
      return fallback < 0 ? -errno : fallback
    }
    if file < 0 {
      errno = -file
      file = -1
      throw lastFailure()
    }
    return file
  }

  private func lastFailure() -> Failure {
    let code = errno
    let reason =
      code == ELOOP
      ? "a symbolic link that leads in a circle or nowhere"
      : DirectoryListing.lastError().lowercased()
    return Failure(reason: reason, isMissing: code == ENOENT)
  }

  private static func name(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFIFO: "FIFO"
    case S_IFSOCK: "socket"
    case S_IFCHR, S_IFBLK: "device"
    case S_IFDIR: "folder"
    default: "special file"
    }
  }
}
