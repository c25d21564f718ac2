/// A pattern for paths and URLs, compiled once.
///
/// | written | matches |
/// |---|---|
/// | `*` | any characters but `/`, also none |
/// | `**` | any characters; as a whole segment (`a/**/b`) any number of segments, also none |
/// | `?` | one character but `/` |
/// | `[a-z]`, `[!a-z]`, `[^a-z]` | one character of, or not of, the class; never `/` |
/// | `{a,b}` | either alternative; may be nested and may hold any of the others |
/// | `\` | the next character as it is |
///
/// The whole text must match; letter case counts and a leading `.` is a character like any other.
/// Characters are Unicode scalars; a byte that is not UTF-8 counts as one character. Matching costs
/// O(text × pattern / 64) steps for each alternative, whatever the pattern, and allocates nothing.
///
/// ```swift
/// let drafts = try Glob("news/**/*.{md,html}")
/// drafts.matches("news/gb/25/8/21/n1.md")  // true
/// ```
public struct Glob: Sendable, Hashable {
  /// The pattern as written.
  public let pattern: String
  private let alternatives: [GlobProgram]

  /// Compiles `pattern`.
  ///
  /// - Throws: ``GlobError`` where a class or group is not closed, a range runs backwards, or the
  ///   pattern exceeds a limit: 8192 bytes, 256 alternatives, 8 nested groups, or 1023 characters
  ///   after the first wildcard.
  public init(_ pattern: String) throws(GlobError) {
    self.pattern = pattern
    var parser = GlobParser(pattern)
    let expansions = try parser.expansions()
    var alternatives: [GlobProgram] = []
    alternatives.reserveCapacity(expansions.count)
    for tokens in expansions {
      guard let program = GlobProgram(tokens, classes: parser.classes) else {
        throw GlobError(
          "more than \(GlobProgram.capacity) characters after the first wildcard", offset: 0)
      }
      alternatives.append(program)
    }
    self.alternatives = alternatives
  }

  /// Compiles `text` as a path of a mount that is to be left out, which may begin with `./` or `/`, and
  /// end with `/`.
  ///
  /// - Throws: ``GlobError``, as ``init(_:)`` does.
  public init(excluding text: String) throws(GlobError) {
    try self.init(Self.pattern(ofPath: text, ofFiles: false).pattern)
  }

  /// The pattern of paths below a folder that `text` means, and the bytes left out at its start.
  ///
  /// - Parameter ofFiles: whether a folder stands for the files in it.
  static func pattern(ofPath text: String, ofFiles: Bool) -> (pattern: String, dropped: Int) {
    let dropped = text.hasPrefix("./") ? 2 : text.hasPrefix("/") ? 1 : 0
    var pattern = String(text.dropFirst(dropped))
    if pattern.utf8.count > 1, pattern.hasSuffix("/"), !pattern.hasSuffix("\\/") {
      if ofFiles { pattern += "**" } else { pattern.removeLast() }
    }
    return (pattern, dropped)
  }

  /// How much memory the compiled pattern takes, about 1.3 kB each.
  var size: Int { alternatives.reduce(0) { $0 + $1.size } }

  /// Whether the whole of `bytes` matches.
  public func matches(_ bytes: Span<UInt8>) -> Bool {
    for index in alternatives.indices where alternatives[index].matches(bytes) { return true }
    return false
  }

  /// Whether the whole of `text` matches.
  public func matches(_ text: String) -> Bool {
    matches(text.utf8.span)
  }

  /// Whether both are the same pattern, letter for letter.
  public static func == (a: Glob, b: Glob) -> Bool {
    a.pattern.utf8.elementsEqual(b.pattern.utf8)
  }

  /// Hashes the pattern.
  public func hash(into hasher: inout Hasher) {
    for byte in pattern.utf8 { hasher.combine(byte) }
  }
}

/// Why a ``Glob`` could not be compiled.
public struct GlobError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let message: String
  /// Where in the pattern, in UTF-8 bytes from 0.
  public let offset: Int

  /// An error at byte `offset` of the pattern.
  init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The message and the 1-based position.
  public var description: String { "\(message) (at byte \(offset + 1) of the pattern)" }
}
