import Glibc

/// Standard input and output, unbuffered.
enum StandardStreams {
  /// Writes `text` and a line feed to standard output.
  static func writeLine(_ text: String) throws(ServerError) {
    try Socket(descriptor: dup(STDOUT_FILENO)).write(Array((text + "\n").utf8))
  }

  /// Returns when whoever started the server has closed its standard input.
  static func waitForEndOfInput() {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count == 0 || (count < 0 && errno != EINTR) { return }
    }
  }
}
