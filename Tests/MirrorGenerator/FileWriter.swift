import Glibc

/// Writes files below one folder.
struct FileWriter: Sendable {
  /// The folder, without a final slash.
  let root: String

  /// Opens the output folder, which must be new or empty.
  init(emptyFolder path: String) throws(GeneratorError) {
    root = path
    try makeFolders("")
    guard let listing = unsafe opendir(path) else { throw Self.failure("read", path) }
    defer { unsafe closedir(listing) }
    var entries = 0
    while unsafe readdir(listing) != nil { entries += 1 }
    // Every folder lists itself and its parent.
    if entries > 2 { throw .outputNotEmpty(path) }
  }

  /// Makes the folder `path` below the root, and those above it.
  func makeFolders(_ path: String) throws(GeneratorError) {
    let full = path.isEmpty ? root : "\(root)/\(path)"
    if unsafe mkdir(full, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = full.lastIndex(of: "/"), slash > full.startIndex else {
      throw Self.failure("make the folder", full)
    }
    if path.isEmpty {
      let parent = try FileWriter(parent: String(full[..<slash]))
      try parent.makeFolders("")
    } else {
      try makeFolders(String(path.split(separator: "/").dropLast().joined(separator: "/")))
    }
    guard unsafe mkdir(full, 0o777) == 0 || errno == EEXIST else {
      throw Self.failure("make the folder", full)
    }
  }

  /// Writes a file whose folder exists.
  func write(_ bytes: [UInt8], to path: String) throws(GeneratorError) {
    let full = "\(root)/\(path)"
    let file = unsafe open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Self.failure("create", full) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure("write", full)
      }
      done += count
    }
  }

  /// Makes the symbolic link `path` with the text `target`.
  func link(_ path: String, to target: String) throws(GeneratorError) {
    guard unsafe symlink(target, "\(root)/\(path)") == 0 else { throw Self.failure("link", path) }
  }

  /// Makes a FIFO, which no checker may open.
  func fifo(_ path: String) throws(GeneratorError) {
    guard unsafe mkfifo("\(root)/\(path)", 0o666) == 0 else {
      throw Self.failure("make the FIFO", path)
    }
  }

  private init(parent: String) throws(GeneratorError) { root = parent }

  /// The error that `errno` tells of.
  private static func failure(_ operation: String, _ path: String) -> GeneratorError {
    let code = errno
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return .file(operation: operation, path: path, code: code, reason: reason)
  }
}
