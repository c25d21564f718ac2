/// Reads a glob pattern and multiplies out its groups.
struct GlobParser {
  /// The classes that tokens refer to.
  private(set) var classes: [GlobClass] = []

  private enum Part {
    case token(GlobToken)
    case open, comma, close
  }

  private static let byteLimit = 8192
  private static let depthLimit = 8
  private static let alternativeLimit = 256
  private static let tokenLimit = 65_536

  private let scalars: [Unicode.Scalar]
  private var parts: [(part: Part, offset: Int)] = []
  private var at = 0
  private var offset = 0

  /// A parser of `pattern`.
  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars.prefix(Self.byteLimit + 1))
  }

  /// The pattern's alternatives without groups, in the order written.
  mutating func expansions() throws(GlobError) -> [[GlobToken]] {
    guard !scalars.isEmpty else { throw GlobError("the pattern is empty", offset: 0) }
    try readParts()
    var next = 0
    return try alternatives(from: &next)
  }

  // MARK: Tokens

  private mutating func advance() -> Unicode.Scalar? {
    guard at < scalars.count else { return nil }
    let scalar = scalars[at]
    at += 1
    offset += UTF8.width(scalar)
    return scalar
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard at < scalars.count, scalars[at] == scalar else { return false }
    _ = advance()
    return true
  }

  private mutating func readParts() throws(GlobError) {
    var openings: [Int] = []
    while true {
      let start = offset
      guard let scalar = advance() else { break }
      guard offset <= Self.byteLimit else {
        throw GlobError("the pattern is longer than \(Self.byteLimit) bytes", offset: start)
      }
      let part: Part
      switch scalar {
      case "*":
        var token = GlobToken.star
        while skip("*") { token = .globstar }
        part = .token(token)
      case "?":
        part = .token(.any)
      case "[":
        part = .token(.oneOf(classes.count))
        classes.append(try readClass(from: start))
      case "{":
        openings.append(start)
        guard openings.count <= Self.depthLimit else {
          throw GlobError("groups are nested deeper than \(Self.depthLimit)", offset: start)
        }
        part = .open
      case "}":
        guard openings.popLast() != nil else {
          throw GlobError(#"`}` closes no group; write `\}` for the character"#, offset: start)
        }
        part = .close
      case "," where !openings.isEmpty:
        part = .comma
      case "\\":
        guard let escaped = advance() else {
          throw GlobError(#"`\` at the end escapes nothing"#, offset: start)
        }
        part = .token(.literal(escaped.value))
      default:
        part = .token(.literal(scalar.value))
      }
      parts.append((part, start))
    }
    if let opening = openings.last {
      throw GlobError(#"`{` is never closed; write `\{` for the character"#, offset: opening)
    }
  }

  /// Reads the rest of a class whose `[` is at `start`.
  private mutating func readClass(from start: Int) throws(GlobError) -> GlobClass {
    var result = GlobClass()
    result.isNegated = skip("!") || skip("^")
    while true {
      let here = offset
      guard let low = advance() else {
        throw GlobError(#"`[` is never closed; write `\[` for the character"#, offset: start)
      }
      // As in the shell, a `]` that comes first is one of the characters.
      if low == "]", !result.ranges.isEmpty { return result }
      if low == "[", at < scalars.count, ":.=".unicodeScalars.contains(scalars[at]) {
        throw GlobError("named classes such as `[:alpha:]` are not known", offset: here)
      }
      let first = try classMember(low, at: here, start: start)
      var last = first
      if at + 1 < scalars.count, scalars[at] == "-", scalars[at + 1] != "]" {
        _ = advance()
        let end = offset
        guard let high = advance() else { continue }
        last = try classMember(high, at: end, start: start)
      }
      guard first <= last else {
        throw GlobError("the range runs backwards", offset: here)
      }
      result.ranges.append(first...last)
    }
  }

  private mutating func classMember(_ scalar: Unicode.Scalar, at place: Int, start: Int)
    throws(GlobError) -> UInt32
  {
    var member = scalar
    if scalar == "\\" {
      guard let escaped = advance() else {
        throw GlobError(#"`[` is never closed; write `\[` for the character"#, offset: start)
      }
      member = escaped
    }
    guard member != "/" else { throw GlobError("a class cannot hold `/`", offset: place) }
    return member.value
  }

  // MARK: Groups

  /// The alternatives up to the end, or to the `,` or `}` at `next`. Recursion ends at
  /// `depthLimit`, which `readParts` has checked.
  private func alternatives(from next: inout Int) throws(GlobError) -> [[GlobToken]] {
    var results: [[GlobToken]] = [[]]
    while next < parts.count {
      switch parts[next].part {
      case .token(let token):
        for index in results.indices { results[index].append(token) }
        next += 1
      case .comma, .close:
        return results
      case .open:
        let opening = parts[next].offset
        let choices = try group(from: &next)
        let total = results.count * choices.count
        let tokens =
          results.reduce(0) { $0 + $1.count } * choices.count
          + choices.reduce(0) { $0 + $1.count } * results.count
        guard total <= Self.alternativeLimit, tokens <= Self.tokenLimit else {
          throw GlobError(
            "the groups make more than \(Self.alternativeLimit) alternatives", offset: opening)
        }
        results = results.flatMap { head in choices.map { head + $0 } }
      }
    }
    return results
  }

  /// The choices of the group that opens at `next`, which moves behind its `}`.
  private func group(from next: inout Int) throws(GlobError) -> [[GlobToken]] {
    let opening = parts[next].offset
    var choices: [[GlobToken]] = []
    repeat {
      next += 1  // `{` or `,`
      choices += try alternatives(from: &next)
      guard choices.count <= Self.alternativeLimit else {
        throw GlobError(
          "the groups make more than \(Self.alternativeLimit) alternatives", offset: opening)
      }
    } while isComma(next)
    next += 1  // `}`
    return choices
  }

  private func isComma(_ index: Int) -> Bool {
    guard index < parts.count, case .comma = parts[index].part else { return false }
    return true
  }
}
