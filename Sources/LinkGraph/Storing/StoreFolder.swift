internal import CSystem
internal import Glibc

/// The folder `.linkcheck` with the store's files in it, made and looked at before SQLite opens them.
///
/// A mirror is hostile input, and `.linkcheck` may come with it: no symbolic link is followed, and
/// nothing but regular files is opened.
struct StoreFolder: ~Copyable {
  /// The folder's name below the folder of the configuration.
  static let name = ".linkcheck"

  /// The folder, as a path that no library takes for a URI.
  let path: String
  private let descriptor: Int32

  /// Opens the folder `.linkcheck` in `parent`; makes it, closed to others and with a `.gitignore`,
  /// where it is missing.
  static func open(in parent: String) throws(StoreError) -> StoreFolder {
    let base = parent.isEmpty ? "." : parent
    let path = (base.hasPrefix("/") ? "" : "./") + base + (base.hasSuffix("/") ? "" : "/") + name
    let isNew = unsafe mkdir(path, 0o700) == 0
    if !isNew, errno != EEXIST { throw StoreError.system(path, .notWritable) }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw openError(path) }
    let folder = StoreFolder(path: path, descriptor: descriptor)
    if isNew { try folder.write("*\n", to: ".gitignore") }
    return folder
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Waits until no other process or ``Store`` is opening this folder, at most for `limit`.
  ///
  /// The lock ends with this value. File systems without locks go unlocked: SQLite's own locks, or
  /// their absence, decide there.
  func lock(atMost limit: Duration) throws(StoreError) {
    let deadline = ContinuousClock.now + limit
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { return }
      guard ContinuousClock.now < deadline else {
        throw StoreError(path: path, reason: .locked)
      }
      usleep(10_000)
    }
  }

  /// Makes the database file `name`, readable by its owner only, or sees to it that what is there,
  /// and what SQLite keeps beside it, are regular files.
  ///
  /// Never opens a file that was there before: closing it would drop the locks that another
  /// connection of this process holds on it (fcntl(2), "record locks").
  func prepareDatabase(_ name: String) throws(StoreError) {
    for suffix in ["-wal", "-shm", "-journal"] { _ = try size(of: name + suffix) }
    guard let size = try size(of: name) else { return try write("", to: name) }
    // SQLite takes less than a page for an empty database and writes over it.
    if size > 0, size < 512 { throw StoreError(path: path + "/" + name, reason: .corrupt) }
    // SQLite would open what it may only read, and fail when the run's answers are saved.
    for file in [".", name] {
      guard unsafe faccessat(descriptor, file, W_OK, AT_EACCESS) == 0 else {
        throw StoreError.system(file == "." ? path : path + "/" + name, .notWritable)
      }
    }
  }

  /// The size of the file `name`, nil where there is none; throws where it is not a regular file.
  private func size(of name: String) throws(StoreError) -> Int? {
    let file = path + "/" + name
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw StoreError.system(file, .notWritable)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFLNK: throw StoreError(path: file, reason: .symbolicLink)
    default: throw StoreError(path: file, reason: .wrongFileType)
    }
  }

  /// Makes the file `name`, which must not be there yet.
  private func write(_ text: String, to name: String) throws(StoreError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe openat(descriptor, name, flags, 0o600)
    guard file >= 0 else { throw StoreError.system(path + "/" + name, .notWritable) }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard unsafe Glibc.write(file, bytes, bytes.count) == bytes.count else {
      throw StoreError.system(path + "/" + name, .notWritable)
    }
  }

  /// Why the folder at `path` could not be opened.
  private static func openError(_ path: String) -> StoreError {
    let failure = StoreError.system(path, .notWritable)
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return failure }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return StoreError(path: path, reason: .symbolicLink)
    case S_IFDIR: return failure
    default: return StoreError(path: path, reason: .wrongFileType)
    }
  }
}

extension StoreError {
  /// The error for what `errno` says.
  fileprivate static func system(_ path: String, _ reason: Reason) -> StoreError {
    let code = errno
    let text = unsafe String(cString: strerror(code))
    return StoreError(path: path, reason: code == ENOSPC ? .full : reason, evidence: text)
  }
}
