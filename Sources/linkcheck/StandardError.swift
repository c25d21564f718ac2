import Glibc
import LinkGraph

/// Standard error, unbuffered.
enum StandardError {
  /// Whether a person watches.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes lines that may name what came from outside, made safe to show.
  static func write(lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      write(SafeText.line(String(line)) + "\n")
    }
  }

  /// Writes `text`, which holds nothing from outside; what cannot be written is lost, there is nobody
  /// to tell.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
