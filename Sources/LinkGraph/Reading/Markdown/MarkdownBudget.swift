/// What parsing one Markdown document may cost.
///
/// cmark-gfm takes about 10 ns and 2 to 200 bytes for each byte of what people write, but is
/// quadratic on inputs that nobody can list: hence two hundred times that time, and no more memory.
struct MarkdownBudget: Sendable {
  /// Processor time; a parse may get a quarter of a second more.
  var nanoseconds: Int64
  /// Memory.
  var bytes: Int

  /// The budget of a document of `length` bytes.
  init(length: Int) {
    nanoseconds = 100_000_000 + Int64(length) * 2_000
    bytes = min(64 << 20 + length * 256, 1 << 30)
  }

  /// A budget from its parts.
  init(nanoseconds: Int64, bytes: Int) {
    self.nanoseconds = nanoseconds
    self.bytes = bytes
  }

  /// What is said of a document that costs more.
  func failure(isOutOfTime: Bool) -> ReadFailure {
    let cost =
      isOutOfTime
      ? "\(nanoseconds / 1_000_000 + 250) ms" : "\(bytes >> 20) MiB of memory"
    return ReadFailure(
      .tooCostly,
      "its Markdown takes the parser more than \(cost), many times what text of its length does: "
        + (isOutOfTime
          ? "look for constructs that begin again and again and are never closed"
          : "look for long definitions that are used many times, or marks without text"))
  }
}
