internal import Glibc

/// Why an HTML report could not be written.
public enum HTMLReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The folder holds files that no report writer put there.
  case foreignFolder(String)
  /// The path is something else than a folder.
  case notAFolder(String)
  /// The folder could not be made, read or changed; with the C library's `errno`.
  case folder(path: String, errno: Int32)
  /// A file could not be written.
  case file(ByteSinkError)

  /// A sentence for the user.
  public var description: String {
    switch self {
    case .foreignFolder(let path):
      "\(path) is not empty and no earlier report: choose an empty or new folder"
    case .notAFolder(let path):
      "\(path) is not a folder: an HTML report is a folder of files"
    case .folder(let path, let errno):
      "cannot write the report folder \(path): "
        + (unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)")
    case .file(let error): error.description
    }
  }
}
