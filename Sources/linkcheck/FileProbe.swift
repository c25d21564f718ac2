import Glibc
import LinkGraph

/// What stands at a path that the user gave.
enum FileProbe {
  /// The folder that the file at `path` is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The nearest of `folder` and those above it that holds a `linkcheck.yml`, else the nearest that is
  /// a git work tree; nil where none is.
  static func mirrorFolder(above folder: String) -> String? {
    guard let real = realPath(folder) else { return nil }
    for name in [Configuration.fileName, ".git"] {
      var current = real
      while true {
        if exists((current == "/" ? "" : current) + "/" + name) { return current }
        if current == "/" { break }
        current = self.folder(of: current)
      }
    }
    return nil
  }

  /// The deepest folder that holds all of `paths`, none of which is a root folder's sibling.
  static func commonFolder(of paths: [String]) -> String {
    var common: [Substring]?
    for path in paths {
      let folder = isFolder(path) ? path : self.folder(of: path)
      let parts = (realPath(folder) ?? folder).split(separator: "/")
      common = common.map { zip($0, parts).prefix { $0 == $1 }.map(\.0) } ?? parts
    }
    return "/" + (common ?? []).joined(separator: "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Whether anything does, symbolic links followed.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether a folder does.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
