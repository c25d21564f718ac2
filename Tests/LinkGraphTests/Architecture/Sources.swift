import Foundation

/// The library's sources by room, comments and literals taken out.
struct Sources {
  struct File {
    /// Path below the library's folder.
    let path: String
    let room: String
    let code: String
  }

  /// The rooms, the first below all others.
  let rooms: [String]
  let files: [File]

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let library = repository.appending(path: "Sources/LinkGraph")

  /// The order of the rooms as it is written down, with what each holds.
  static func order() throws -> String {
    try String(contentsOf: library.appending(path: "rooms.txt"), encoding: .utf8)
  }

  init() throws {
    rooms = try Self.order().split(separator: "\n").map { line in
      String(line.prefix { $0 != " " })
    }
    let names =
      FileManager.default.enumerator(atPath: Self.library.path)?.compactMap { $0 as? String } ?? []
    files = try names.sorted().filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: Self.library.appending(path: path), encoding: .utf8)
      let room = path.contains("/") ? String(path.prefix { $0 != "/" }) : ""
      return File(path: path, room: room, code: Self.bare(text))
    }
  }

  /// `text` without comments and without what string literals say; code inside `\(…)` stays.
  static func bare(_ text: String) -> String {
    var code = text
    for (pattern, replacement) in [
      (#"(?m)//.*$"#, ""), (#"(?s)"""(?:[^\\]|\\.)*?""""#, "\"\""),
    ] {
      code = code.replacingOccurrences(
        of: pattern, with: replacement, options: .regularExpression)
    }
    // Interpolations hold code; what is around them does not.
    return code.replacingOccurrences(
      of: #""(?:[^"\\\n]|\\[^(])*""#, with: "\"\"", options: .regularExpression)
  }

  /// The types that a file declares at its top level for others to use.
  static func declared(in code: String) -> [String] {
    let modifiers =
      #"(?:(?:public|internal|package|final|indirect|nonisolated|@\w+(?:\([^)]*\))?) )*"#
    return matches(
      "(?m)^" + modifiers + #"(?:struct|enum|class|actor|protocol|typealias) (\w+)"#, code)
  }

  /// The names that begin with a capital and follow no dot: types, as far as names tell.
  static func named(in code: String) -> Set<String> {
    Set(matches(#"(?<![.\w])([A-Z]\w*)"#, code))
  }

  private static func matches(_ pattern: String, _ text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }
}
