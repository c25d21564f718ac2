internal import Glibc

/// The branch a checkout is on, read from its `HEAD` without git.
enum GitHead {
  /// The current branch of the working tree at `folder`; nil where it is none or detached.
  static func branch(of folder: String) -> String? {
    var git = folder + "/.git"
    if FileSystem.isFile(git) {
      // A linked working tree: `gitdir: PATH`.
      guard let text = contents(git), text.hasPrefix("gitdir: ") else { return nil }
      let path = text.dropFirst(8)
      git = path.hasPrefix("/") ? String(path) : folder + "/" + path
    }
    guard let head = contents(git + "/HEAD"), head.hasPrefix("ref: refs/heads/") else { return nil }
    return String(head.dropFirst(16))
  }

  private static func contents(_ path: String) -> String? {
    guard FileSystem.isFile(path), let folder = try? FolderStore(FilePath.folder(of: path))
    else { return nil }
    var bytes: [UInt8] = []
    let name = Array(FilePath.lastComponent(path).utf8)
    guard (try? folder.read(name.span, into: &bytes, limit: 4096)) != nil else { return nil }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
