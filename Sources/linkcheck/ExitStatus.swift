import ArgumentParser

/// What the exit code tells a script; the numbers from 64 on are those of sysexits(3).
enum ExitStatus: Int32 {
  case healthy = 0
  case findings = 1
  case incomplete = 2
  case usage = 64
  case configuration = 78

  /// The code as ArgumentParser throws it.
  var code: ExitCode { ExitCode(rawValue) }
}

/// A usage error that parsing alone cannot see.
struct UsageError: Error, CustomStringConvertible {
  var description: String
}
