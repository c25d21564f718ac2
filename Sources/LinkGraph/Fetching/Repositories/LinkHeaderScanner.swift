/// Goes through the value of a `Link` header field (RFC 8288, section 3; RFC 9110, section 5.6).
struct LinkHeaderScanner {
  private let bytes: [UInt8]
  private var at = 0

  /// A scanner at the start of `value`.
  init(_ value: String) { bytes = Array(value.utf8) }

  /// Moves to the next link of the list, behind its `<…>`, and returns what is between; nil at the
  /// end, or where no link stands.
  mutating func target() -> String? {
    while let byte = peek(), byte == UInt8(ascii: ",") || isSpace(byte) { at += 1 }
    guard peek() == UInt8(ascii: "<"),
      let close = bytes[at...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    defer { at = close + 1 }
    return text((at + 1)..<close)
  }

  /// The next parameter of the link, its name in lower case and its value without quotes; nil,
  /// moved to the comma or the end, where there is none.
  mutating func parameter() -> (name: String, value: String)? {
    skipSpace()
    guard peek() == UInt8(ascii: ";") else {
      while let byte = peek(), byte != UInt8(ascii: ",") { at += 1 }
      return nil
    }
    at += 1
    skipSpace()
    let start = at
    while let byte = peek(), byte != UInt8(ascii: "="), !endsToken(byte) { at += 1 }
    let name = text(start..<at).lowercased()
    skipSpace()
    guard peek() == UInt8(ascii: "=") else { return (name, "") }
    at += 1
    skipSpace()
    return (name, peek() == UInt8(ascii: "\"") ? quoted() : token())
  }

  private mutating func token() -> String {
    let start = at
    while let byte = peek(), !endsToken(byte) { at += 1 }
    return text(start..<at)
  }

  /// A quoted string (RFC 9110, section 5.6.4); one that does not end goes to the end.
  private mutating func quoted() -> String {
    var value: [UInt8] = []
    at += 1
    while let byte = peek(), byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
      value.append(bytes[at])
      at += 1
    }
    at = min(at + 1, bytes.count)
    return String(decoding: value, as: UTF8.self)
  }

  private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), isSpace(byte) { at += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func endsToken(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || isSpace(byte)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
