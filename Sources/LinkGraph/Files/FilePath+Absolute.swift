/// Paths of configurations and arguments, made absolute.
extension FilePath {
  /// The folder that holds `file`, absolute, symbolic links resolved where it exists.
  static func folder(of file: String) -> String {
    let parent =
      file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    return absolute(parent)
  }

  /// `path` as an absolute one; symbolic links are resolved where it exists.
  static func absolute(_ path: String) -> String {
    if let real = FileSystem.realPath(Array(path.utf8)) {
      return String(decoding: real, as: UTF8.self)
    }
    return path.hasPrefix("/") ? path : absolute(".") + "/" + path
  }
}
