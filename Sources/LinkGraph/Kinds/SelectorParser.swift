/// Parses selector lists (CSS Selectors Level 4, the subset that ``Selector`` documents).
struct SelectorParser {
  private let characters: [Character]
  private var at = 0
  /// How many compounds the selectors have so far.
  private var compoundCount = 0

  /// The largest number in a position: no page has as many elements of one parent.
  private static let largestPosition = 1_000_000

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
    compoundCount += 1
    guard compoundCount <= RuleSet.capacity else {
      throw error("more than \(RuleSet.capacity) parts")
    }
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
        "\(Quoted(":" + other)) is not supported; use `:first-child`, `:first-of-type`, `:nth-child()` or "
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
    let end = at
    if text == "odd" { return .init(step: 2, offset: 1) }
    if text == "even" { return .init(step: 2, offset: 0) }
    let parts = text.split(separator: "n", maxSplits: 1, omittingEmptySubsequences: false)
    at = start
    if parts.count == 1 {
      guard let number = try integer(parts[0]), number > 0 else { throw badPosition() }
      at = end
      return .init(step: 0, offset: number)
    }
    guard parts.count == 2, let step = try step(parts[0]),
      let offset = try parts[1].isEmpty ? 0 : integer(parts[1])
    else { throw badPosition() }
    at = end
    return .init(step: step, offset: offset)
  }

  /// What stands before the `n`.
  private func step(_ text: Substring) throws(SelectorError) -> Int? {
    switch text {
    case "", "+": 1
    case "-": -1
    default: try integer(text)
    }
  }

  private func badPosition() -> SelectorError {
    error("expected a position such as `2`, `odd` or `2n+1`")
  }

  /// A number of a position; nil where `text` is none.
  private func integer(_ text: Substring) throws(SelectorError) -> Int? {
    let digits = text.drop { $0 == "+" || $0 == "-" }
    guard !digits.isEmpty, text.count - digits.count <= 1,
      digits.allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    guard let number = Int(text), number.magnitude <= Self.largestPosition else {
      throw error("a position has numbers up to \(Self.largestPosition)")
    }
    return number
  }
}
