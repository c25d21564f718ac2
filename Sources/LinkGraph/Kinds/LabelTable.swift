/// The labels of all rules, found by their text.
struct LabelTable: Sendable {
  /// What must follow a label on the page.
  enum Needs: UInt8, Sendable {
    /// A colon, a link or the end of the element.
    case nothing
    /// In a paragraph not a link: its words begin sentences too.
    case end
    /// A colon.
    case colon
  }

  /// What a label means.
  struct Label: Sendable {
    var text: [UInt8]
    /// The first rule that asks for the label alone.
    var rule = RuleSet.none
    /// The rules that ask for a place too.
    var conjunctions: UInt64 = 0
    var needs = Needs.nothing
  }

  private(set) var labels: [Label] = []
  /// The length of the longest.
  private(set) var longest = 0
  private var byHash: [UInt64: UInt16] = [:]
  /// Labels that any text may follow, longest first.
  private(set) var openEnded: [UInt16] = []
  /// The bytes that labels begin with.
  private(set) var starts: [Bool] = Array(repeating: false, count: 256)
  /// For texts that begin with three ASCII letters: whether a label may begin so.
  private var letters = [UInt64](repeating: 0, count: 64)
  /// The first three bytes of labels that begin with a character of three bytes, as CJK ones do.
  private var wideStarts: [UInt32] = []

  var isEmpty: Bool { labels.isEmpty }

  /// Adds a label as a rule writes it: a final colon does not count, a final `*` lets any text follow.
  mutating func add(_ label: String, rule: UInt16, conjunction: UInt64, needs: Needs) {
    var text: [UInt8] = []
    LabelText.append(Array(label.utf8).span, to: &text)
    let isOpenEnded = text.last == UInt8(ascii: "*")
    if isOpenEnded { text.removeLast() }
    if text.last == UInt8(ascii: ":") { text.removeLast() }
    guard !text.isEmpty, labels.count < Int(RuleSet.none) else { return }
    let hash = ByteHash.hash(text.span)
    let index =
      byHash[hash].map(Int.init)
      ?? {
        labels.append(Label(text: text, needs: needs))
        byHash[hash] = UInt16(labels.count - 1)
        file(text)
        return labels.count - 1
      }()
    if needs.rawValue < labels[index].needs.rawValue { labels[index].needs = needs }
    if isOpenEnded, !openEnded.contains(UInt16(index)) {
      openEnded.append(UInt16(index))
      let labels = labels
      openEnded.sort { labels[Int($0)].text.count > labels[Int($1)].text.count }
    }
    if conjunction != 0 {
      labels[index].conjunctions |= conjunction
    } else if labels[index].rule == RuleSet.none {
      labels[index].rule = rule
    }
  }

  private mutating func file(_ text: [UInt8]) {
    longest = max(longest, text.count)
    starts[Int(text[0])] = true
    if let wide = Self.wideStart(of: text.span, at: 0), !wideStarts.contains(wide) {
      wideStarts.append(wide)
    }
    if text.count >= 3 {
      let bit = Self.bit(text[0], text[1], text[2])
      letters[bit >> 6] |= 1 << UInt64(bit & 63)
    } else {
      // Too short to tell.
      letters = [UInt64](repeating: .max, count: 64)
    }
  }

  @inline(__always)
  private static func bit(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let packed = UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16
    return Int((packed &* 0x9e37_79b1) >> 20)
  }

  /// The three bytes at `index` as one number, where a character of three bytes begins there.
  private static func wideStart(of text: Span<UInt8>, at index: Int) -> UInt32? {
    guard text[index] >> 4 == 0xe, index + 3 <= text.count else { return nil }
    return UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }

  /// Whether `text` may be the beginning of a label; false only where it surely is none.
  func canBegin(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] <= 0x20 { index &+= 1 }
    guard index < text.count else { return true }
    let byte = text[index]
    if byte.isASCIILetter {
      guard starts[Int(byte.asciiLowercased)] else { return false }
      guard index &+ 2 < text.count, text[index &+ 1].isASCIILetter,
        text[index &+ 2].isASCIILetter
      else { return true }
      let bit = Self.bit(byte | 0x20, text[index &+ 1] | 0x20, text[index &+ 2] | 0x20)
      return letters[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }
    // Numbers, spaces, marks and folded letters are left to the full comparison.
    if byte < 0xe4 || byte > 0xe9 { return true }
    guard starts[Int(byte)] else { return false }
    return Self.wideStart(of: text, at: index).map(wideStarts.contains) ?? true
  }

  /// The label that is exactly `text`.
  func label(_ text: Span<UInt8>) -> Int? {
    guard text.count > 0, text.count <= longest, starts[Int(text[0])],
      let index = byHash[ByteHash.hash(text)]
    else { return nil }
    let known = labels[Int(index)].text
    return known.span.equals(text) ? Int(index) : nil
  }

  /// The label that lets any text follow and that `text` begins with.
  func label(beginning text: Span<UInt8>) -> Int? {
    for index in openEnded {
      let known = labels[Int(index)].text
      if text.count >= known.count, text.extracting(0..<known.count).equals(known.span) {
        return Int(index)
      }
    }
    return nil
  }
}
