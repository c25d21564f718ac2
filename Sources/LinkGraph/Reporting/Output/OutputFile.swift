internal import CSystem
internal import Glibc

/// A file that a report goes to: looked at before the work, and written whole or not at all.
///
/// The report is written beside the path, without a name where the file system can do that, and takes
/// the path's place when it is complete and on the medium: who reads meanwhile, or after a crash, has
/// the earlier report. No symbolic link is followed, and nothing but a regular file replaced. FIFOs
/// that somebody reads, and devices, are written to as they are.
public final class OutputFile: Sendable {
  /// As the user wrote it.
  public let path: String
  private let place: Place

  private enum Place {
    case file(FolderHandle, name: String)
    case stream(Stream)
  }

  /// An open FIFO, device, or descriptor of the process; closed by the last owner.
  private final class Stream: Sendable {
    let descriptor: Int32
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { _ = Glibc.close(descriptor) }
  }

  /// Looks at `path`; writes nothing. The folder must exist.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    if let descriptor = Self.descriptor(named: path) {
      let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      guard copy >= 0 else { throw .place(path: path, errno: errno) }
      place = .stream(Stream(copy))
      return
    }
    let (folderPath, name) = Self.split(path)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw .notAFile(path: path, what: "folder")
    }
    let folder = try FolderHandle.open(folderPath)
    switch folder.kind(of: name) {
    case nil, S_IFREG:
      guard unsafe faccessat(folder.descriptor, ".", W_OK | X_OK, 0) == 0 else {
        throw .place(path: path, errno: errno)
      }
      place = .file(folder, name: name)
    case S_IFLNK:
      throw .symbolicLink(path: path, link: path, target: Self.target(ofLink: path))
    case S_IFDIR: throw .notAFile(path: path, what: "folder")
    case S_IFSOCK: throw .notAFile(path: path, what: "socket")
    case S_IFBLK: throw .notAFile(path: path, what: "disk")
    default:
      let stream = unsafe openat(
        folder.descriptor, name, O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC)
      if stream < 0, errno == ENXIO { throw .unreadFIFO(path) }
      guard stream >= 0 else { throw .place(path: path, errno: errno) }
      place = .stream(Stream(stream))
    }
  }

  /// Whether both are the same file, however their paths are spelled.
  public func isSame(as other: OutputFile) -> Bool {
    guard case .file(let folder, let name) = place, case .file(let second, let other) = other.place
    else { return path == other.path }
    return name == other && Self.isSame(folder, second)
  }

  /// Whether it stands in the folder that `report` will be.
  public func isInside(_ report: OutputFolder) -> Bool {
    guard case .file(let folder, _) = place else { return false }
    return report.holds(folder)
  }

  /// Writes the file with `body`, whole or not at all.
  public func write(
    _ body: (inout FileSink) throws(ByteSinkError) -> Void
  ) throws(OutputError) {
    switch place {
    case .stream(let stream):
      var sink = FileSink(descriptor: stream.descriptor, path: path)
      try Self.bytes { () throws(ByteSinkError) in
        try body(&sink)
        try sink.flush()
      }
    case .file(let folder, let name):
      let part = folder.partName(for: name)
      // Without a name until it is complete, so that not even a kill leaves anything behind.
      let nameless =
        unsafe access("/proc/self/fd", X_OK) == 0
        ? unsafe openat(
          folder.descriptor, ".", Int32(linkcheck_O_TMPFILE) | O_WRONLY | O_CLOEXEC, 0o666) : -1
      var sink =
        nameless >= 0 ? FileSink(owning: nameless, path: path) : try folder.create(part)
      do throws(OutputError) {
        if let mode = folder.mode(of: name) { _ = fchmod(sink.descriptor, mode & 0o777) }
        try Self.bytes { () throws(ByteSinkError) in
          try body(&sink)
          try sink.synchronize()
        }
        if nameless >= 0 {
          let linked = unsafe linkat(
            AT_FDCWD, "/proc/self/fd/\(sink.descriptor)", folder.descriptor, part, AT_SYMLINK_FOLLOW
          )
          guard linked == 0 else { throw OutputError.place(path: path, errno: errno) }
        }
        let kind = folder.kind(of: name)
        guard kind == nil || kind == S_IFREG else {
          throw OutputError.notAFile(path: path, what: "file of another kind by now")
        }
        guard unsafe renameat(folder.descriptor, part, folder.descriptor, name) == 0 else {
          throw OutputError.place(path: path, errno: errno)
        }
        folder.synchronize()
      } catch {
        _ = unsafe unlinkat(folder.descriptor, part, 0)
        throw error
      }
    }
  }

  /// The descriptor of this process that `path` names, such as `/dev/stdout` or `/dev/fd/63`.
  private static func descriptor(named path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count))
      }
      return nil
    }
  }

  /// The path of the folder, and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (
      slash == path.startIndex ? "/" : String(path[..<slash]), String(path[slash...].dropFirst())
    )
  }

  /// Where the link at `path` leads in the end; nil for nowhere.
  static func target(ofLink path: String) -> String? {
    FileSystem.realPath(Array(path.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  static func isSame(_ a: FolderHandle, _ b: FolderHandle) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe fstat(a.descriptor, &first) == 0, unsafe fstat(b.descriptor, &second) == 0 else {
      return false
    }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// What `body` throws, as an error of output.
  static func bytes(_ body: () throws(ByteSinkError) -> Void) throws(OutputError) {
    do { try body() } catch { throw .bytes(error) }
  }

  static func close(_ sink: consuming FileSink) throws(OutputError) {
    do { try sink.synchronizeAndClose() } catch { throw .bytes(error) }
  }
}
