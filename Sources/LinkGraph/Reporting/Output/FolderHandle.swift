internal import CSystem
internal import Glibc

/// A folder held open to write into, found without following a symbolic link.
///
/// All names are looked up from its descriptor, so nobody can put another folder in its place
/// meanwhile. Sound to share: the descriptor is set once and closed by the last owner.
final class FolderHandle: Sendable {
  let descriptor: Int32
  /// As the user wrote it, for messages.
  let path: String

  /// - Parameter descriptor: is closed with the handle.
  private init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens the folder at `path`, segment by segment.
  ///
  /// Links that stand in the root folder are the system's own, such as `/home` or `/var`, and are
  /// followed.
  ///
  /// - Parameter makes: whether folders that do not exist are made.
  static func open(_ path: String, makes: Bool = false) throws(OutputError) -> FolderHandle {
    var isRoot = path.hasPrefix("/")
    var handle = try FolderHandle(at: AT_FDCWD, isRoot ? "/" : ".", isRoot ? "/" : ".", 0)
    var walked = isRoot ? "/" : ""
    for segment in path.split(separator: "/") where segment != "." {
      let name = String(segment)
      walked += (walked.isEmpty || walked.hasSuffix("/") ? "" : "/") + name
      if makes, unsafe mkdirat(handle.descriptor, name, 0o777) != 0, errno != EEXIST {
        throw .place(path: walked, errno: errno)
      }
      switch handle.kind(of: name) {
      case nil: throw .place(path: walked, errno: ENOENT)
      case S_IFDIR: handle = try FolderHandle(at: handle.descriptor, name, walked, O_NOFOLLOW)
      case S_IFLNK where isRoot: handle = try FolderHandle(at: handle.descriptor, name, walked, 0)
      case S_IFLNK:
        throw .symbolicLink(path: path, link: walked, target: OutputFile.target(ofLink: walked))
      default: throw .notAFolder(walked)
      }
      isRoot = false
    }
    return handle
  }

  /// - Parameter flags: `O_NOFOLLOW`, or 0.
  private convenience init(
    at folder: Int32, _ name: String, _ path: String, _ flags: Int32
  ) throws(OutputError) {
    let descriptor = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
    guard descriptor >= 0 else { throw .place(path: path, errno: errno) }
    self.init(descriptor, path)
  }

  /// The folder `name` in this one, no link.
  func folder(_ name: String) throws(OutputError) -> FolderHandle {
    try FolderHandle(at: descriptor, name, "\(path)/\(name)", O_NOFOLLOW)
  }

  /// Makes the folder `name`, which must not exist.
  func make(_ name: String) throws(OutputError) -> FolderHandle {
    guard unsafe mkdirat(descriptor, name, 0o777) == 0 else {
      throw .place(path: "\(path)/\(name)", errno: errno)
    }
    return try folder(name)
  }

  /// What stands at `name`, the file type bits of its mode; nil for nothing.
  func kind(of name: String) -> mode_t? { mode(of: name).map { $0 & S_IFMT } }

  /// The mode of what stands at `name`, links not followed; nil for nothing.
  func mode(of name: String) -> mode_t? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status.st_mode
  }

  /// The names in it, in any order.
  func names() throws(OutputError) -> [String] {
    let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else {
      throw .place(path: path, errno: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // Read before the next call that could overwrite it.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// A new file `name`, to be written; nothing may stand there.
  func create(_ name: String) throws(OutputError) -> FileSink {
    let file = unsafe openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .place(path: "\(path)/\(name)", errno: errno) }
    return FileSink(owning: file, path: "\(path)/\(name)")
  }

  /// Waits until the medium holds its names; not all file systems can.
  func synchronize() { _ = fsync(descriptor) }

  /// What tells it from any other folder; nil where the system does not say.
  var identity: linkcheck_identity? {
    var identity = linkcheck_identity()
    return unsafe linkcheck_identify(descriptor, &identity) == 0 ? identity : nil
  }

  /// A name for something half written, which stands nowhere and which nobody could have foreseen.
  func partName(for name: String) -> String {
    "\(partPrefix(of: name))\(String(UInt64.random(in: 0...(.max)), radix: 36)).part"
  }

  /// Whether ``partName(for:)`` may have given `part`.
  func isPartName(_ part: String, for name: String) -> Bool {
    part.hasPrefix(partPrefix(of: name)) && part.hasSuffix(".part")
  }

  private func partPrefix(of name: String) -> String { ".\(name.prefix(100))." }

  /// Keeps others that ask for its lock from it, as long as the handle lives (flock(2)); false where
  /// somebody else has it.
  @discardableResult func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}
