/// Parses selector lists (CSS Selectors Level 4, the subset that ``Selector`` documents).
struct SelectorParser {
  private let characters: [Character]
  private var at = 0

  /// The selectors of the list `text`.
  static func parse(_ text: String) throws(SelectorError) -> [Selector] {
    var parser = SelectorParser(characters: Array(text))
    return try parser.list()
  }

  private init(characters: [Character]) { self.characters = characters }

  private var current: Character? { at < characters.count ? characters[at] : nil }

  private func error(_ reason: String) -> SelectorError {
    SelectorError(offset: at, reason: reason)
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = at
    while let character = current, character.isWhitespace { at += 1 }
    return at > start
  }

  private mutating func list() throws(SelectorError) -> [Selector] {
    var selectors: [Selector] = []
    repeat {
      skipSpaces()
      selectors.append(try complex())
      skipSpaces()
    } while take(",")
    if let character = current { throw error("unexpected `\(character)`") }
    return selectors
  }

  private mutating func take(_ character: Character) -> Bool {
    guard current == character else { return false }
    at += 1
    return true
  }

  private mutating func complex() throws(SelectorError) -> Selector {
    var compounds = [try compound()]
    while true {
      let hadSpace = skipSpaces()
      guard let character = current, character != "," else { break }
      if character == "+" || character == "~" {
        throw error("the sibling combinator `\(character)` is not supported; use `>` or a space")
      }
      let isChild = take(">")
      guard isChild || hadSpace else { throw error("unexpected `\(character)`") }
      skipSpaces()
      var next = try compound()
      next.isChild = isChild
      compounds.append(next)
    }
    return Selector(compounds: compounds)
  }

  private mutating func compound() throws(SelectorError) -> Selector.Compound {
    var compound = Selector.Compound()
    let start = at
    if take("*") {
    } else if let character = current, Self.isNameStart(character) {
      compound.tag = try name().lowercased()
    }
    while let character = current {
      switch character {
      case ".":
        at += 1
        compound.conditions.append(.hasClass(try name()))
      case "#":
        at += 1
        compound.conditions.append(.hasID(try name()))
      case "[": compound.conditions.append(try attribute())
      case ":": compound.conditions.append(try pseudoClass())
      default:
        if at == start { throw error("expected a tag, `.class`, `#id`, `[attribute]` or `:`") }
        return compound
      }
    }
    if at == start { throw error("expected a tag, `.class`, `#id`, `[attribute]` or `:`") }
    return compound
  }

  private static func isNameStart(_ character: Character) -> Bool {
    character.isLetter || character == "_" || character == "-" || !character.isASCII
  }

  private mutating func name() throws(SelectorError) -> String {
    let start = at
    while let character = current, Self.isNameStart(character) || character.isNumber { at += 1 }
    if at == start { throw error("expected a name") }
    return String(characters[start..<at])
  }

  private mutating func attribute() throws(SelectorError) -> Selector.Condition {
    at += 1
    skipSpaces()
    var attributeName = try name()
    while take(":") { attributeName += ":" + (try name()) }
    skipSpaces()
    let match: Selector.Match
    switch current {
    case "]":
      at += 1
      return .attribute(name: attributeName.lowercased(), match: .exists, value: "")
    case "=": match = .equals
    case "~": match = .includesWord
    case "^": match = .hasPrefix
    case "$": match = .hasSuffix
    case "*": match = .contains
    default: throw error("expected `]` or an operator")
    }
    if match != .equals { at += 1 }
    guard take("=") else { throw error("expected `=`") }
    skipSpaces()
    let value: String
    if let quote = current, quote == "\"" || quote == "'" {
      at += 1
      let start = at
      while let character = current, character != quote { at += 1 }
      value = String(characters[start..<at])
      guard take(quote) else { throw error("the string is not closed") }
    } else {
      value = try name()
    }
    skipSpaces()
    guard take("]") else { throw error("expected `]`") }
    return .attribute(name: attributeName.lowercased(), match: match, value: value)
  }

  private mutating func pseudoClass() throws(SelectorError) -> Selector.Condition {
    let start = at
    at += 1
    switch try name().lowercased() {
    case "first-child": return .nthChild(.init(step: 0, offset: 1))
    case "first-of-type": return .nthOfType(.init(step: 0, offset: 1))
    case "nth-child": return .nthChild(try position())
    case "nth-of-type": return .nthOfType(try position())
    case let other:
      at = start
      throw error(
        "`:\(other)` is not supported; use `:first-child`, `:first-of-type`, `:nth-child()` or "
          + "`:nth-of-type()`")
    }
  }

  /// `(odd)`, `(3)`, `(2n+1)`.
  private mutating func position() throws(SelectorError) -> Selector.Position {
    guard take("(") else { throw error("expected `(`") }
    let start = at
    while let character = current, character != ")" { at += 1 }
    let text = characters[start..<at].filter { !$0.isWhitespace }.map { $0.lowercased() }.joined()
    guard take(")") else { throw error("expected `)`") }
    if text == "odd" { return .init(step: 2, offset: 1) }
    if text == "even" { return .init(step: 2, offset: 0) }
    if let number = Int(text), number > 0 { return .init(step: 0, offset: number) }
    let parts = text.split(separator: "n", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      let step =
        parts[0].isEmpty || parts[0] == "+" ? 1 : parts[0] == "-" ? -1 : Int(parts[0])
      let offset = parts[1].isEmpty ? 0 : Int(parts[1])
      if let step, let offset, abs(step) < 1_000_000, abs(offset) < 1_000_000 {
        return .init(step: step, offset: offset)
      }
    }
    at = start
    throw error("expected a position such as `2`, `odd` or `2n+1`")
  }
}
