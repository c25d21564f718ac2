/// Lays text out in lines of a terminal.
///
/// Whatever comes from a mirror goes through ``VisibleText``. Lines keep to ``width`` columns; only
/// a token that must not be broken, a URL or a path, may be longer and then has a line to itself.
struct TerminalLines {
  /// How a piece of text stands out.
  enum Style {
    case plain, strong, dim, error, warning, info, good

    /// The parameters of the SGR sequence (ECMA-48) that starts it.
    var parameters: StaticString? {
      switch self {
      case .plain: nil
      case .strong: "1"
      case .dim: "2"
      case .error: "1;31"
      case .warning: "1;33"
      case .info: "1;36"
      case .good: "1;32"
      }
    }
  }

  /// Columns of a line.
  let width: Int
  /// Whether styles show, as ANSI escapes.
  let color: Bool
  /// The lines so far.
  private(set) var bytes: [UInt8] = []

  /// No lines yet.
  init(width: Int, color: Bool) {
    self.width = max(20, width)
    self.color = color
  }

  /// An empty line.
  mutating func blank() { bytes.append(0x0A) }

  /// A line with one token that is never broken.
  mutating func token(_ text: Span<UInt8>, indent: Int, style: Style = .plain) {
    line(VisibleText(text), indent: indent, style: style)
  }

  /// A line with one token that is never broken, and at the right edge what fits there; else the
  /// latter has the next line.
  mutating func token(
    _ text: String, indent: Int, style: Style = .plain, right: String, rightStyle: Style = .dim
  ) {
    let (left, tail) = (VisibleText(text), VisibleText(right))
    pad(indent)
    styled(left, style)
    if indent + left.width + 2 + tail.width <= width {
      pad(width - indent - left.width - tail.width)
    } else {
      blank()
      pad(max(indent, min(indent + 2, width - tail.width)))
    }
    styled(tail, rightStyle)
    blank()
  }

  /// Lines with the words of `text`, the first line after `lead`, the others below its end.
  mutating func prose(_ text: String, indent: Int, lead: String = "", style: Style = .plain) {
    let mark = VisibleText(lead)
    let words = text.utf8.split(separator: 0x20).map { word in
      VisibleText(String(decoding: word, as: UTF8.self))
    }
    flow(words, separator: " ", indent: indent, lead: mark, style: style)
  }

  /// Lines with `items`, none of which is broken, separated by middle dots.
  mutating func items(_ items: [String], indent: Int, lead: String) {
    flow(items.map { VisibleText($0) }, separator: " · ", indent: indent, lead: VisibleText(lead))
  }

  /// Takes the lines out.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func flow(
    _ words: [VisibleText], separator: String, indent: Int, lead: VisibleText,
    style: Style = .plain
  ) {
    let hanging = indent + lead.width
    let gap = VisibleText(separator)
    pad(indent)
    bytes.append(contentsOf: lead.bytes)
    start(style)
    var column = hanging
    for (index, word) in words.enumerated() {
      if index > 0 {
        if column + gap.width + word.width <= width {
          bytes.append(contentsOf: gap.bytes)
          column += gap.width
        } else {
          // A style must not run over the padding: some terminals underline or colour it.
          end(style)
          if separator != " " { bytes.append(contentsOf: " ·".utf8) }
          blank()
          pad(hanging)
          start(style)
          column = hanging
        }
      }
      if column + word.width > width, Self.isBreakable(word) {
        column = broken(word, from: column, indent: hanging)
      } else {
        bytes.append(contentsOf: word.bytes)
        column += word.width
      }
    }
    end(style)
    blank()
  }

  /// Writes a word that is too long for a line over several; returns the column after it.
  private mutating func broken(_ word: VisibleText, from start: Int, indent: Int) -> Int {
    var column = start
    var at = 0
    while at < word.bytes.count {
      let step = UTF8Step(word.bytes.span, at: at)
      let columns = DisplayWidth.of(step.scalar)
      // A line must not begin with what a CI system could take for a command.
      if column + columns > width, step.scalar != 0x3A, step.scalar != 0x23 {
        blank()
        pad(indent)
        column = indent
      }
      bytes.append(bytes: word.bytes.span.extracting(at..<at + step.length))
      column += columns
      at += step.length
    }
    return column
  }

  /// Whether a word too long for a line is prose without spaces, such as Chinese, rather than a
  /// URL or path, which a reader wants to select as a whole.
  private static func isBreakable(_ word: VisibleText) -> Bool {
    !word.bytes.contains { $0 == 0x2F || $0 == 0x2E }
  }

  private mutating func line(_ text: VisibleText, indent: Int, style: Style) {
    pad(indent)
    styled(text, style)
    blank()
  }

  private mutating func styled(_ text: VisibleText, _ style: Style) {
    start(style)
    bytes.append(contentsOf: text.bytes)
    end(style)
  }

  private mutating func start(_ style: Style) {
    guard color, let parameters = style.parameters else { return }
    bytes.append(utf8: "\u{1B}[")
    bytes.append(utf8: parameters)
    bytes.append(utf8: "m")
  }

  private mutating func end(_ style: Style) {
    guard color, style.parameters != nil else { return }
    bytes.append(utf8: "\u{1B}[0m")
  }

  private mutating func pad(_ columns: Int) {
    for _ in 0..<max(0, columns) { bytes.append(0x20) }
  }
}
