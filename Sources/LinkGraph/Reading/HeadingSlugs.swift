/// The anchors that repository hosts give to headings.
///
/// GitHub: lower case; everything but word characters, `-` and space dropped; spaces become `-`,
/// those at the ends too; a repeat gets `-1`, `-2`, and these count as used too. GitLab also makes one `-` of several.
///
/// Works on bytes: most headings are ASCII or CJK, of which nothing has to be looked up.
struct HeadingSlugs: Sendable {
  /// Whether runs of `-` become one, as on GitLab.
  var collapsesHyphens = false
  /// The anchor made last, in UTF-8.
  private(set) var slug: [UInt8] = []
  /// The anchor made last as it is where white space at a heading's ends does not count: the field
  /// disagrees on the space that an image, a comment or an anchor beside the text leaves there.
  private(set) var trimmedSlug: [UInt8] = []
  /// How often each anchor of the page was asked for, by hash.
  private var used: [UInt64: Int] = [:]
  /// The same of the anchors without white space at the ends; nil while they are all the same.
  private var usedTrimmed: [UInt64: Int]?

  init(collapsesHyphens: Bool = false) { self.collapsesHyphens = collapsesHyphens }

  /// Forgets the page's headings.
  mutating func reset() {
    used.removeAll(keepingCapacity: true)
    usedTrimmed = nil
  }

  /// Makes the anchors of the next heading of the page, whose text is `text`; they are then in
  /// ``slug`` and ``trimmedSlug``. O(length).
  mutating func next(_ text: Span<UInt8>) {
    let trimmed = Self.trimmed(text)
    if usedTrimmed == nil, trimmed.count < text.count { usedTrimmed = used }
    make(text)
    Self.number(&slug, &used)
    guard var others = usedTrimmed else {
      trimmedSlug = slug
      return
    }
    usedTrimmed = nil
    swap(&slug, &trimmedSlug)
    make(text.extracting(trimmed))
    Self.number(&slug, &others)
    swap(&slug, &trimmedSlug)
    usedTrimmed = others
  }

  /// Numbers `slug` where it was `used`, and notes it there.
  private static func number(_ slug: inout [UInt8], _ used: inout [UInt64: Int]) {
    let plain = ByteHash.hash(slug.span)
    guard let count = used[plain] else {
      used[plain] = 0
      return
    }
    // The numbered name itself is then taken: `echo`, `echo`, `echo 1` give `echo-1-1` at the end.
    let length = slug.count
    var number = count
    var numbered: UInt64
    repeat {
      number += 1
      slug.removeLast(slug.count - length)
      slug.append(UInt8(ascii: "-"))
      slug.append(contentsOf: String(number).utf8)
      numbered = ByteHash.hash(slug.span)
    } while used[numbered] != nil
    used[plain] = number
    used[numbered] = 0
  }

  /// Makes ``slug`` of `text` without regard to other headings.
  private mutating func make(_ text: Span<UInt8>) {
    slug.removeAll(keepingCapacity: true)
    var at = 0
    while at < text.count {
      let byte = text[at]
      guard byte >= 0x80 else {
        at &+= 1
        if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") {
          slug.append(byte.asciiLowercased)
        } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
          if collapsesHyphens, slug.last == UInt8(ascii: "-") { continue }
          slug.append(UInt8(ascii: "-"))
        }
        continue
      }
      let step = UTF8Step(text, at: at)
      if step.isValid {
        append(step.scalar, text.extracting(at..<(at &+ step.length)))
      }
      at &+= step.length
    }
  }

  /// Appends the lower case of a scalar beyond ASCII where that is a word character.
  private mutating func append(_ scalar: UInt32, _ encoded: Span<UInt8>) {
    if Self.isCaselessLetter(scalar) {
      slug.append(bytes: encoded)
      return
    }
    guard let character = Unicode.Scalar(scalar) else { return }
    for lower in character.properties.lowercaseMapping.unicodeScalars where Self.isWord(lower) {
      slug.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Kana, unified ideographs and Hangul syllables: letters without case.
  private static func isCaselessLetter(_ scalar: UInt32) -> Bool {
    0x4E00...0x9FFF ~= scalar || 0xAC00...0xD7A3 ~= scalar || 0x3041...0x3096 ~= scalar
      || 0x30A1...0x30FA ~= scalar || 0x3400...0x4DBF ~= scalar
  }

  /// `text` without white space at its ends.
  private static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
    var start = 0
    while start < text.count {
      let step = UTF8Step(text, at: start)
      guard isSpace(step) else { break }
      start &+= step.length
    }
    var end = text.count
    while end > start {
      var first = end &- 1
      while first > start, text[first] & 0xC0 == 0x80 { first &-= 1 }
      let step = UTF8Step(text, at: first)
      guard isSpace(step), first &+ step.length == end else { break }
      end = first
    }
    return start..<end
  }

  private static func isSpace(_ step: UTF8Step) -> Bool {
    guard step.isValid else { return false }
    if step.scalar < 0x80 { return step.scalar == 0x20 || 0x09...0x0D ~= step.scalar }
    return Unicode.Scalar(step.scalar)?.properties.isWhitespace ?? false
  }

  /// Unicode's word characters (UTS #18, annex C), as Ruby's `\p{Word}` has them.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation,
      .letterNumber:
      return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
