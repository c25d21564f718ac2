internal import CSystem
internal import Glibc

/// The file that marks a folder as a report of this program.
///
/// It is sealed by its time, in which the folder's inode and the time it was made are hidden: a marker
/// that came with a mirror cannot have it, for neither a clone nor an archive sets those. The content of
/// all markers is the same, as that of equal reports is. A copy of a report is no report.
enum ReportMarker {
  static let name = ".linkcheck-report"
  static let text = "This folder is written by linkcheck; a later report may replace it.\n"

  /// Seals the marker, which is open as `file`, for the open folder that it will stand in. False where
  /// that is not possible.
  static func seal(_ file: Int32, forFolder folder: Int32) -> Bool {
    let time = timespec(tv_sec: seal(ofFolder: folder), tv_nsec: 0)
    return unsafe futimens(file, [time, time]) == 0
  }

  /// Seconds since 1970, even, because some file systems know no others.
  private static func seal(ofFolder folder: Int32) -> Int {
    var identity = linkcheck_identity()
    _ = unsafe linkcheck_identify(folder, &identity)
    let text = "\(identity.inode) \(identity.seconds) \(identity.nanoseconds)"
    return Int(ByteHash.hash(text) >> 34) << 1
  }

  /// Whether the open folder has its marker.
  static func stands(inFolder descriptor: Int32) -> Bool {
    let file = unsafe openat(
      descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mtim.tv_sec == seal(ofFolder: descriptor)
    else { return false }
    let expected = Array(text.utf8)
    var bytes = [UInt8](repeating: 0, count: expected.count + 1)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    return count == expected.count && bytes.starts(with: expected)
  }
}
