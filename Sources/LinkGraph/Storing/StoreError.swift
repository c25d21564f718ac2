internal import GRDB

/// Why the store, or a temporary file of the program, cannot be used.
///
/// Never fatal for a run: the caller goes on without a store and shows ``description``.
struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of reasons.
  enum Reason: Sendable, Equatable {
    /// A symbolic link stands where the folder or a file of the store belongs; it is not followed.
    case symbolicLink
    /// Something else stands where the folder or a file of the store belongs.
    case wrongFileType
    /// The folder or file cannot be made, read or written.
    case notWritable
    /// A database of another program.
    case foreign
    /// Written by a newer linkcheck.
    case newer
    /// Not a database, damaged, or with tables that linkcheck did not make.
    case corrupt
    /// Another run held its lock for longer than the busy timeout.
    case locked
    /// The disk is full.
    case full
    /// A file for the time of the run cannot be made or written.
    case temporaryFile
    /// Anything else that SQLite or the system reports.
    case failed
  }

  /// The folder or file.
  var path: String
  /// What kind of problem it is.
  var reason: Reason
  /// What the system or SQLite said; empty where the reason says it all.
  var evidence = ""

  /// What the user can do about it.
  var remedy: String {
    switch reason {
    case .symbolicLink: "remove the link"
    case .wrongFileType: "move it away"
    case .notWritable: "make it writable, or use --no-cache"
    case .foreign: "move it away; a new one will be made"
    case .newer: "use that version, or move the file away"
    case .corrupt: "move it away; a new one will be made"
    case .locked: "wait for the other run to end, or use --no-cache"
    case .full: "free some space"
    case .temporaryFile: "set TMPDIR to a folder that can be written"
    case .failed: "use --no-cache"
    }
  }

  /// One line: path, reason, evidence and remedy.
  var description: String {
    let problem =
      switch reason {
      case .symbolicLink: "is a symbolic link, which is not followed"
      case .wrongFileType: "is neither a folder nor a file of the store"
      case .notWritable: "cannot be written"
      case .foreign: "is the database of another program"
      case .newer: "was written by a newer linkcheck"
      case .corrupt: "is damaged or not a store"
      case .locked: "is in use by another run"
      case .full: "cannot grow, the disk is full"
      case .temporaryFile, .failed: "cannot be used"
      }
    let because = evidence.isEmpty ? "" : " (\(evidence))"
    return "\(path) \(problem)\(because); \(remedy)"
  }
}

extension StoreError {
  /// The error for what GRDB threw while it worked on `path`.
  init(path: String, underlying: any Error) {
    self.path = path
    switch underlying {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      // The message of SQLite, never the statement or its arguments.
      evidence = error.message ?? "\(error.resultCode)"
      reason =
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: .corrupt
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notWritable
        case .SQLITE_FULL: .full
        default: .failed
        }
    default:
      reason = .failed
      evidence = "\(underlying)"
    }
  }
}
