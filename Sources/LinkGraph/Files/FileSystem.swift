internal import CSystem
internal import Glibc

/// Questions to the file system about the paths of configurations and arguments.
///
/// Sound because every pointer lent by an array lives only inside its closure.
enum FileSystem {
  /// The absolute path of `path` without symbolic links; nil where it leads to nothing or in
  /// circles, with the reason in `errno`.
  static func realPath(_ path: [UInt8]) -> [UInt8]? {
    let resolved = unsafe withCString(path) { unsafe realpath($0, nil) }
    guard let resolved = unsafe resolved else { return nil }
    defer { unsafe free(resolved) }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Where the symbolic link at `path` says that it leads; nil where there is none.
  static func text(ofLink path: [UInt8]) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe withCString(path) { path in
      unsafe buffer.withUnsafeMutableBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return -1 }
        return unsafe readlink(path, base.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    return length < 0 ? nil : Array(buffer[..<length])
  }

  /// What the system says of the last call that failed, in lower case.
  static var lastError: String { unsafe String(cString: strerror(errno)).lowercased() }

  /// Lends `path` to a C function. File names hold no NUL, but a caller's path might: it then ends
  /// there and names nothing.
  static func withCString<R>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("holds at least the NUL") }
      return unsafe body(base)
    }
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
}
