internal import CSystem
internal import Glibc

/// Folder listings and canonical paths in bytes; the C calls of the walk over a mirror.
///
/// Sound because every pointer lent by an array lives only inside its closure, the stream of
/// `opendir` is closed in the function that opened it, and a `dirent` is read before the next call.
enum DirectoryListing {
  /// One name of a folder.
  struct Entry {
    enum FileKind { case file, folder, symbolicLink, special }
    var name: [UInt8]
    var type: FileKind
  }

  /// Why a folder could not be listed.
  struct Failure: Error {
    var reason: String
  }

  /// The names in the folder at `path`, in the order the system gives them.
  static func entries(of path: [UInt8]) -> Result<[Entry], Failure> {
    let stream = unsafe withCString(path) { unsafe opendir($0) }
    guard let stream = unsafe stream else { return .failure(Failure(reason: lastError())) }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        return errno == 0 ? .success(entries) : .failure(Failure(reason: lastError()))
      }
      // d_name ends with NUL inside the record, whatever size the imported tuple has.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
      let name = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
      if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
      let type = unsafe entry.pointee.d_type
      entries.append(Entry(name: name, type: kind(type, path: path, name: name)))
    }
  }

  private static func kind(_ type: UInt8, path: [UInt8], name: [UInt8]) -> Entry.FileKind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .symbolicLink
    case Int(DT_UNKNOWN):
      var status = stat()
      let failed = unsafe withCString(path + [UInt8(ascii: "/")] + name) {
        unsafe lstat($0, &status)
      }
      guard failed == 0 else { return .special }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .symbolicLink
      default: return .special
      }
    default: return .special
    }
  }

  /// The absolute path of `path` without symbolic links; nil where it leads to nothing or in circles.
  static func realPath(_ path: [UInt8]) -> [UInt8]? {
    guard let resolved = unsafe withCString(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Whether `path` is a folder, symbolic links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether `path` is a regular file, symbolic links followed.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func withCString<R>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
    // File names hold no NUL, but a caller's path might: it then ends there and names nothing.
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("holds at least the NUL") }
      return unsafe body(base)
    }
  }

  static func lastError() -> String {
    unsafe String(cString: strerror(errno))
  }
}
