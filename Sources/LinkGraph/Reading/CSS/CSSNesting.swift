/// Where in a style sheet the tokenizer stands, as far as it decides whether an address there is a
/// reference.
struct CSSNesting {
  /// What an address is used for.
  enum Use {
    case `import`
    case other
  }

  /// An open bracket or function.
  private enum Frame {
    case brace
    case bracket
    case parenthesis
    /// `url(` or `src(`, whose first string is an address.
    case url
    /// The same as the address of an `@import`.
    case importURL
    /// `image-set(`, all of whose own strings are addresses.
    case imageSet
  }

  /// The at-rule whose prelude is being read.
  private enum Prelude {
    case none
    /// `@import`, nothing of its prelude seen.
    case importStart
    case layer
    case other
  }

  private let context: CSSReferences.Context
  private var frames: [Frame] = []
  private var prelude = Prelude.none
  private var preludeDepth = 0
  /// Whether the next token may start a statement (a rule or a declaration).
  private var atStart = true
  private var importsAllowed: Bool

  init(_ context: CSSReferences.Context) {
    self.context = context
    importsAllowed = context == .stylesheet
  }

  /// Takes in the next token and says what the address that it is, if it is one, is used for.
  mutating func use(of token: CSSToken, _ css: Span<UInt8>) -> Use? {
    if token.kind == .whitespace || token.kind == .commentDelimiter && frames.isEmpty {
      return nil
    }
    let isStart = atStart
    atStart = false
    if isStart, prelude == .none, token.kind == .atKeyword {
      startRule(CSSName(css, token.text, needsDecoding: token.needsDecoding))
      return nil
    }
    if isStart, frames.isEmpty { importsAllowed = false }
    let isImport = prelude == .importStart
    if isImport { prelude = .other }
    if token.kind != .string { endAddress() }

    switch token.kind {
    case .url:
      return isImport ? .import : prelude == .none ? .other : nil
    case .string:
      return isImport ? .import : useOfString()
    case .function:
      open(CSSName(css, token.text, needsDecoding: token.needsDecoding), isImport: isImport)
    case .open:
      open(bracket: css[token.text.lowerBound])
    case .close:
      close(bracket: css[token.text.lowerBound])
    case .semicolon:
      if prelude != .none, frames.count == preludeDepth {
        prelude = .none
        atStart = true
      } else {
        atStart = frames.isEmpty ? context == .declarations : frames.last == .brace
      }
    case .whitespace, .commentDelimiter, .atKeyword, .bad, .other:
      break
    }
    return nil
  }

  private mutating func startRule(_ name: CSSName) {
    preludeDepth = frames.count
    switch name {
    case .import:
      prelude = importsAllowed && frames.isEmpty ? .importStart : .other
    case .layer:
      prelude = .layer
    case .charset:
      prelude = .other
    default:
      prelude = .other
      if frames.isEmpty { importsAllowed = false }
    }
  }

  private mutating func useOfString() -> Use? {
    guard let frame = frames.last else { return nil }
    switch frame {
    case .importURL:
      endAddress()
      return .import
    case .url:
      endAddress()
      return prelude == .none ? .other : nil
    case .imageSet:
      return prelude == .none ? .other : nil
    case .brace, .bracket, .parenthesis:
      return nil
    }
  }

  /// Only the first token of `url()` can be its address; what follows are modifiers.
  private mutating func endAddress() {
    if let last = frames.last, last == .url || last == .importURL {
      frames[frames.count - 1] = .parenthesis
    }
  }

  private mutating func open(_ function: CSSName, isImport: Bool) {
    switch function {
    case .url, .src: frames.append(isImport ? .importURL : .url)
    case .imageSet: frames.append(.imageSet)
    default: frames.append(.parenthesis)
    }
  }

  private mutating func open(bracket: UInt8) {
    switch bracket {
    case UInt8(ascii: "{"):
      if prelude != .none, frames.count == preludeDepth {
        // A block of layers, unlike a list of their names, ends the imports.
        if prelude == .layer, frames.isEmpty { importsAllowed = false }
        prelude = .none
      }
      frames.append(.brace)
      atStart = true
    case UInt8(ascii: "["): frames.append(.bracket)
    default: frames.append(.parenthesis)
    }
  }

  /// A closing bracket that is not the innermost open one's counterpart means nothing.
  private mutating func close(bracket: UInt8) {
    guard let last = frames.last else { return }
    let matches =
      switch last {
      case .brace: bracket == UInt8(ascii: "}")
      case .bracket: bracket == UInt8(ascii: "]")
      case .parenthesis, .url, .importURL, .imageSet: bracket == UInt8(ascii: ")")
      }
    guard matches else { return }
    frames.removeLast()
    if prelude != .none, frames.count < preludeDepth { prelude = .none }
    if last == .brace { atStart = frames.isEmpty || frames.last == .brace }
  }
}
