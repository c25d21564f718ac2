/// Turns the positions of the YAML parser, which count characters, into columns in bytes.
///
/// Positions are asked for in the order of the text; so all of them together cost one walk.
struct YAMLPlaces {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var character = 1
  private var lineStart = 0

  /// Places in `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The byte offset and byte column of `character` (1-based) in `line` (1-based).
  mutating func place(line wanted: Int, character column: Int) -> (offset: Int, column: Int) {
    if (wanted, column) < (line, character) {
      (offset, line, character, lineStart) = (0, 1, 1, 0)
    }
    while offset < bytes.count, (line, character) < (wanted, column) {
      let length = breakLength
      if length > 0 {
        if line == wanted { break }
        offset += length
        line += 1
        character = 1
        lineStart = offset
      } else {
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        character += 1
      }
    }
    return (offset, offset - lineStart + 1)
  }

  /// Length of the line break at `offset`, 0 for none. Line breaks are YAML 1.1's, as the parser
  /// counts them: LF, CR, CR LF, NEL, LS and PS.
  private var breakLength: Int {
    switch bytes[offset] {
    case 0x0A: 1
    case 0x0D: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8
        ? 3 : 0
    default: 0
    }
  }

  /// How many brackets and braces are open at most, those in quotes and comments counted too; up to
  /// 1000, where the parser gives up. O(text).
  var bracketDepth: Int {
    var depth = 0
    var deepest = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }
    return min(deepest, 1000)
  }

  /// Whether the text has exactly the bytes of `string` at `offset`.
  func holds(_ string: String, at offset: Int) -> Bool {
    var at = offset
    for byte in string.utf8 {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// Where the first scalar with value `value` stands, if it stands anywhere.
  mutating func first(scalar value: UInt32) -> (line: Int, column: Int)? {
    guard let scalar = Unicode.Scalar(value), let code = UTF8.encode(scalar) else { return nil }
    guard let start = Self.first(Array(code), in: bytes) else { return nil }
    return Self.lineAndColumn(of: start, in: bytes)
  }

  /// The next line after `line` that writes `key` at byte `column`, in the same block mapping as
  /// the key there; nil where there is none, as in a mapping in braces. O(text).
  func repeated(_ key: String, afterLine line: Int, column: Int) -> Int? {
    var number = 0
    let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.utf8) }
    for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard number > line else { continue }
      let indent = text.prefix { $0 == 0x20 }.count
      guard indent < text.count, text[text.startIndex + indent] != UInt8(ascii: "#"),
        text[text.startIndex + indent] != 0x0D
      else { continue }
      if indent < column - 1 { return nil }
      guard indent == column - 1 else { continue }
      let rest = text.dropFirst(indent)
      for spelling in spellings where rest.starts(with: spelling) {
        let tail = rest.dropFirst(spelling.count).drop { $0 == 0x20 }
        if tail.first == UInt8(ascii: ":") { return number }
      }
    }
    return nil
  }

  /// Where the first byte stands that is not valid UTF-8.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = 0
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): valid += UTF8.width(scalar)
      case .emptyInput, .error: break loop
      }
    }
    return lineAndColumn(of: valid, in: bytes)
  }

  private static func lineAndColumn(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let lines = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (lines + 1, offset - start + 1)
  }

  private static func first(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return (0...bytes.count - needle.count).first { bytes[$0...].starts(with: needle) }
  }
}
