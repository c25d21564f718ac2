/// One alternative of a glob as a bit-parallel automaton ("shift-and", Baeza-Yates and Gonnet).
///
/// The alternative is a row of elements that match a character each. Bit *i* of the state set says
/// that the elements before *i* have matched; a character moves each bit whose element accepts it
/// one place on. Wildcards are no elements but flags of the place where they stand: a bit may stay
/// there on any character (`**`) or any but `/` (`*`). A whole-segment `**/` is the element `/` at
/// a place with `**`, which a bit that arrives there may also skip.
///
/// Every character costs one step for each 64 elements, so no pattern or path makes it slow. What
/// comes before the first wildcard is compared as bytes first: most paths end there.
struct GlobProgram: Sendable {
  /// How many elements may follow the literal prefix: ``words`` fit the array of `matchesWide`.
  static let capacity = 1023

  private static let slash = UInt32(UInt8(ascii: "/"))

  /// The bytes that the text begins with.
  private let prefix: [UInt8]
  /// Whether the prefix is all of it.
  private let isLiteral: Bool
  /// Words of a state set.
  private let words: Int
  private let initial: [UInt64]
  private let staysOnAny: [UInt64]
  private let staysInSegment: [UInt64]
  private let skips: [UInt64]
  /// 128 rows: the elements that accept each ASCII character.
  private let ascii: [UInt64]
  /// The elements that accept every other character.
  private let beyondASCII: [UInt64]
  /// Literal characters above ASCII, ascending, and the elements that accept them, a row each.
  private let scalars: [UInt32]
  private let scalarRows: [UInt64]
  /// Classes and their elements.
  private let classes: [(element: Int, members: GlobClass)]
  /// The place behind the last element.
  private let last: Int
  /// Whether anything may follow once `last` is reached.
  private let acceptsRest: Bool

  /// How many tables of 63 elements it has.
  var size: Int { words }

  /// Compiles one alternative; nil where more than ``capacity`` elements follow the prefix.
  init?(_ tokens: [GlobToken], classes known: [GlobClass]) {
    let row = GlobRow(tokens)
    var head = 0
    var prefix: [UInt8] = []
    while head < row.elements.count, row.flags[head].isEmpty,
      case .literal(let value) = row.elements[head], let scalar = Unicode.Scalar(value)
    {
      prefix.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      head += 1
    }
    self.prefix = prefix
    let elements = row.elements[head...]
    let flags = row.flags[head...]
    guard elements.count <= Self.capacity else { return nil }
    last = elements.count
    isLiteral = elements.isEmpty && flags[head].isEmpty
    acceptsRest = flags[head + elements.count].contains(.any)
    words = elements.count / 64 + 1

    let words = words
    func bits(_ flag: GlobRow.Flags) -> [UInt64] {
      var result = [UInt64](repeating: 0, count: words)
      for (place, own) in flags.enumerated() where own.contains(flag) {
        result[place / 64] |= 1 << UInt64(place % 64)
      }
      return result
    }
    staysOnAny = bits(.any)
    staysInSegment = bits(.segment)
    skips = bits(.skip)
    var initial = [UInt64](repeating: 0, count: words)
    initial[0] = skips[0] & 1 == 1 ? 3 : 1
    self.initial = initial

    var ascii = [UInt64](repeating: 0, count: 128 * words)
    var beyond = [UInt64](repeating: 0, count: words)
    var classes: [(element: Int, members: GlobClass)] = []
    var literals: [UInt32: [UInt64]] = [:]
    for (index, element) in elements.enumerated() {
      let (word, bit) = (index / 64, UInt64(1) << UInt64(index % 64))
      switch element {
      case .literal(let value) where value < 0x80:
        ascii[Int(value) * words + word] |= bit
      case .literal(let value):
        literals[value, default: [UInt64](repeating: 0, count: words)][word] |= bit
      case .oneOf(let name):
        classes.append((index, known[name]))
        for value in 0..<128 where known[name].contains(UInt32(value)) {
          ascii[value * words + word] |= bit
        }
      default:
        for value in 0..<128 where UInt32(value) != Self.slash {
          ascii[value * words + word] |= bit
        }
        beyond[word] |= bit
      }
    }
    self.ascii = ascii
    beyondASCII = beyond
    self.classes = classes
    let sorted = literals.sorted { $0.key < $1.key }
    scalars = sorted.map(\.key)
    scalarRows = sorted.flatMap(\.value)
  }

  /// Whether the whole of `bytes` matches.
  func matches(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for index in prefix.indices where bytes[index] != prefix[index] { return false }
    if isLiteral { return bytes.count == prefix.count }
    return words == 1 ? matchesNarrow(bytes) : matchesWide(bytes)
  }

  /// ``matches(_:)`` behind the prefix for up to 63 elements.
  private func matchesNarrow(_ bytes: Span<UInt8>) -> Bool {
    let skip = skips[0]
    let end = UInt64(1) << UInt64(last)
    let done = acceptsRest ? end : 0
    var states = initial[0]
    var at = prefix.count
    while at < bytes.count {
      if states & done != 0 { return true }
      var accepting: UInt64
      var staying = staysOnAny[0]
      let byte = bytes[at]
      if byte < 0x80 {
        accepting = ascii[Int(byte)]
        if byte != UInt8(ascii: "/") { staying |= staysInSegment[0] }
        at &+= 1
      } else {
        accepting = row(of: Self.scalar(in: bytes, at: &at), word: 0)
        staying |= staysInSegment[0]
      }
      var moved = (states & accepting) << 1
      moved |= (moved & skip) << 1
      states = moved | (states & staying)
      if states == 0 { return false }
    }
    return states & end != 0
  }

  /// ``matches(_:)`` behind the prefix for up to ``capacity`` elements.
  private func matchesWide(_ bytes: Span<UInt8>) -> Bool {
    var states = InlineArray<16, UInt64>(repeating: 0)
    for word in 0..<words { states[word] = initial[word] }
    let (endWord, end) = (last / 64, UInt64(1) << UInt64(last % 64))
    var at = prefix.count
    while at < bytes.count {
      if acceptsRest, states[endWord] & end != 0 { return true }
      let byte = bytes[at]
      let value = byte < 0x80 ? UInt32(byte) : Self.scalar(in: bytes, at: &at)
      if byte < 0x80 { at &+= 1 }
      var carry: UInt64 = 0
      var skipCarry: UInt64 = 0
      var alive: UInt64 = 0
      for word in 0..<words {
        let accepting = byte < 0x80 ? ascii[Int(byte) * words + word] : row(of: value, word: word)
        let staying = staysOnAny[word] | (value == Self.slash ? 0 : staysInSegment[word])
        let hits = states[word] & accepting
        var moved = hits << 1 | carry
        carry = hits >> 63
        let skipping = moved & skips[word]
        moved |= skipping << 1 | skipCarry
        skipCarry = skipping >> 63
        states[word] = moved | (states[word] & staying)
        alive |= states[word]
      }
      if alive == 0 { return false }
    }
    return states[endWord] & end != 0
  }

  /// The elements in `word` that accept `value`, which is above ASCII.
  private func row(of value: UInt32, word: Int) -> UInt64 {
    var result = beyondASCII[word]
    let low = scalars.indices.partitionPoint { scalars[$0] < value }
    if low < scalars.count, scalars[low] == value { result |= scalarRows[low * words + word] }
    for index in classes.indices {
      let element = classes[index].element
      if element / 64 == word, classes[index].members.contains(value) {
        result |= 1 << UInt64(element % 64)
      }
    }
    return result
  }

  /// The scalar that begins with the non-ASCII byte at `at`, which moves behind it. A byte that
  /// begins no well-formed sequence (Unicode, table 3-7) is one character above all scalars.
  private static func scalar(in bytes: Span<UInt8>, at: inout Int) -> UInt32 {
    let step = UTF8Step(bytes, at: at)
    guard step.isValid else {
      let invalid = 0x11_0000 + UInt32(bytes[at])
      at &+= 1
      return invalid
    }
    at &+= step.length
    return step.scalar
  }
}
