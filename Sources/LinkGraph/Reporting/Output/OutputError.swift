internal import Glibc

/// Why a report cannot go where it should, or could not be written there.
public enum OutputError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A symbolic link stands on the way, at `link`; where it leads, if anywhere.
  case symbolicLink(path: String, link: String, target: String?)
  /// Something stands at the path that no file may replace.
  case notAFile(path: String, what: String)
  /// The path is something else than a folder.
  case notAFolder(String)
  /// The folder holds files that no report writer put there.
  case foreignFolder(String)
  /// Nobody reads from the FIFO.
  case unreadFIFO(String)
  /// The place cannot be opened, made or looked at; with the C library's `errno`.
  case place(path: String, errno: Int32)
  /// The bytes could not be written.
  case bytes(ByteSinkError)

  /// Whether another path would help: the user's to mend, and seen before anything was written.
  public var isOfPath: Bool {
    switch self {
    case .bytes: false
    case .place(_, let errno): ![ENOSPC, EDQUOT, EIO, EMFILE, ENFILE, ENOMEM].contains(errno)
    default: true
    }
  }

  /// Whether the reader of a pipe went away.
  public var isBrokenPipe: Bool {
    if case .bytes(let error) = self { error.isBrokenPipe } else { false }
  }

  /// A sentence for the user.
  public var description: String {
    switch self {
    case .symbolicLink(let path, let link, let target):
      "\(path): \(link == path ? "this" : link) is a symbolic link, and reports are not written "
        + "through links; "
        + (target.map { "give the path it leads to: \($0)" } ?? "it leads nowhere: remove it")
    case .notAFile(let path, let what): "\(path) is a \(what): choose another path"
    case .notAFolder(let path):
      "\(path) is not a folder: an HTML report is a folder of files"
    case .foreignFolder(let path):
      "\(path) is not empty and no report that linkcheck wrote there: choose an empty or new folder"
    case .unreadFIFO(let path): "\(path) is a FIFO that nobody reads"
    case .place(let path, let errno):
      "cannot write \(path): \(ByteSinkError.reason(errno))"
    case .bytes(let error): error.description
    }
  }
}
