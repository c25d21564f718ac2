internal import CSystem
internal import Glibc
internal import Synchronization

/// A folder of the file system, held open.
///
/// Everything is opened below the folder's descriptor with every symbolic link refused, so no name
/// and no race can lead outside. Sound to share: the descriptor is set once and closed by the last
/// owner; every pointer lent by an array lives only inside its closure.
final class FolderStore: FileStore {
  /// The folder's path.
  let name: String
  let descriptor: Int32
  /// Whether waiting for a free descriptor was in vain.
  private let isStarved = Atomic<Bool>(false)

  /// Opens the folder at `path`.
  init(_ path: String) throws(ReadFailure) {
    name = path
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 {
      var failure = ReadFailure(errno: errno)
      if failure.cause == .exhausted { failure.reason += StoreFailures.remedy }
      throw failure
    }
  }

  deinit { close(descriptor) }

  // MARK: Opening

  /// A descriptor of what stands at `path`; the caller closes it.
  ///
  /// - Parameter flags: `O_DIRECTORY`, or 0.
  func openBeneath(_ path: Span<UInt8>, flags: Int32 = 0) throws(ReadFailure) -> Int32 {
    if ByteSearch.first(0, in: path, 0..<path.count) != nil {
      throw ReadFailure(.nulInName, "has a NUL in its name")
    }
    var name: [CChar] = []
    name.reserveCapacity(path.count + 1)
    for index in path.indices { name.append(CChar(bitPattern: path[index])) }
    name.append(0)
    var file = openBeneath(name, flags)
    // Another worker's file may be closed any moment. Once that did not help, it is not tried again.
    var tries = 0
    while file == -EMFILE || file == -ENFILE, tries < 100, !isStarved.load(ordering: .relaxed) {
      usleep(2_000)
      file = openBeneath(name, flags)
      tries += 1
    }
    if tries == 100 { isStarved.store(true, ordering: .relaxed) }
    if file < 0 { throw ReadFailure(errno: -file) }
    return file
  }

  private func openBeneath(_ name: [CChar], _ flags: Int32) -> Int32 {
    unsafe name.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -ENOENT }
      let opened = unsafe linkcheck_open_beneath(descriptor, base, flags)
      guard opened == -ENOSYS || opened == -EPERM else { return opened }
      return unsafe linkcheck_walk_beneath(descriptor, base, flags)
    }
  }

  // MARK: Reading

  func read(_ path: Span<UInt8>, into buffer: inout [UInt8], limit: Int) throws(ReadFailure) {
    buffer.removeAll(keepingCapacity: true)
    let file = try openBeneath(path)
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw ReadFailure(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ReadFailure(.notRegular, "not a regular file (\(Self.name(status.st_mode)))")
    }
    guard status.st_size <= limit else {
      throw ReadFailure(.tooLarge, "\(status.st_size) bytes, more than the limit of \(limit)")
    }
    // One byte more than the size tells in one call that the file ends there.
    var capacity = Int(status.st_size) + 1
    var filled = 0
    while true {
      buffer.reserveCapacity(capacity)
      var failure: ReadFailure?
      let before = filled
      unsafe Self.fill(&buffer, from: filled, capacity: capacity) { target -> Int in
        let count = unsafe Glibc.read(file, target.baseAddress, target.count)
        if count < 0 {
          if errno != EINTR { failure = ReadFailure(errno: errno) }
          return 0
        }
        filled += count
        return count
      }
      if let failure { throw failure }
      if filled == before, errno != EINTR || filled >= Int(status.st_size) { return }
      if filled > limit {
        throw ReadFailure(.changedWhileRead, "grew past the limit of \(limit) bytes")
      }
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

  private static func name(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFIFO: "FIFO"
    case S_IFSOCK: "socket"
    case S_IFCHR, S_IFBLK: "device"
    case S_IFDIR: "folder"
    default: "special file"
    }
  }

  // MARK: Content ids

  /// Inode, size, and the times of the last changes of content and of inode, to the nanosecond;
  /// not the device, whose number a reboot may change.
  ///
  /// The last of them cannot be set, so writing the file changes the id even where its time is put
  /// back; two writes within one tick of the file system's clock may have one id.
  func contentID(of path: Span<UInt8>) -> ContentID? {
    guard let file = try? openBeneath(path) else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(48)
    for number in [
      UInt64(status.st_ino), UInt64(bitPattern: Int64(status.st_size)),
      UInt64(bitPattern: Int64(status.st_mtim.tv_sec)), UInt64(status.st_mtim.tv_nsec),
      UInt64(bitPattern: Int64(status.st_ctim.tv_sec)), UInt64(status.st_ctim.tv_nsec),
    ] {
      bytes.append(fixed: number)
    }
    return ContentID(bytes: bytes)
  }
}
