/// The arguments of the process, without its name, which may be missing.
enum ProcessArguments {
  /// Throws a `UsageError` where one is not UTF-8: it could not name what it is to name.
  static func read() throws -> [String] {
    var arguments: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = unsafe CommandLine.unsafeArgv[index] else { break }
      guard let text = unsafe String(validatingCString: bytes) else {
        throw UsageError(
          description: "argument \(index), `\(unsafe String(cString: bytes))`, is not UTF-8; "
            + "go to its folder with `cd` and give `.`, or rename it")
      }
      arguments.append(text)
    }
    return arguments
  }
}
