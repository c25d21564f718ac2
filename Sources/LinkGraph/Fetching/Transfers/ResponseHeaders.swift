/// The header lines of one response that a ``TransferResponse`` tells of, collected as they arrive.
///
/// Lines of other names cost a comparison of their length. A new status line, after an interim
/// response (RFC 9110, section 15.2), starts again; trailers are not taken for headers (section
/// 6.5.1).
struct ResponseHeaders {
  /// The header fields that are kept.
  enum Name: UInt8 {
    case link, entityTag, server, location, retryAfter, contentType, lastModified, contentRange
    case contentLength, contentEncoding
    /// What content delivery networks say of challenges.
    case cloudflareMitigated, wafAction, dataDome, incapsula

    /// Field name in lower case.
    var text: StaticString {
      switch self {
      case .link: "link"
      case .entityTag: "etag"
      case .server: "server"
      case .location: "location"
      case .retryAfter: "retry-after"
      case .contentType: "content-type"
      case .lastModified: "last-modified"
      case .contentRange: "content-range"
      case .contentLength: "content-length"
      case .contentEncoding: "content-encoding"
      case .cloudflareMitigated: "cf-mitigated"
      case .wafAction: "x-amzn-waf-action"
      case .dataDome: "x-datadome"
      case .incapsula: "x-iinfo"
      }
    }
  }

  private struct Field {
    var name: Name
    /// Where the value is in `bytes`.
    var start: Int, end: Int
  }

  private var bytes: [UInt8] = []
  private var fields: [Field] = []
  private var isInterim = false
  /// Whether the empty line has come.
  private(set) var isComplete = false

  /// How many `Set-Cookie` lines came, in all responses since ``clear()``.
  private(set) var cookies = 0

  /// Forgets everything, for the next transfer.
  mutating func clear() {
    forget()
    cookies = 0
  }

  private mutating func forget() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    isInterim = false
    isComplete = false
  }

  /// Takes one line, with its line break.
  mutating func receive(_ line: Span<UInt8>) {
    guard let first = line.isEmpty ? nil : line[0] else { return }
    if isComplete && !isInterim { return }
    if first == UInt8(ascii: "\r") || first == UInt8(ascii: "\n") {
      isComplete = true
      return
    }
    if line.count > 5 && line.extracting(first: 5).equals("HTTP/") {
      forget()
      isInterim = Self.isInterim(line)
      return
    }
    guard let colon = ByteSearch.first(UInt8(ascii: ":"), in: line, 0..<min(line.count, 24)) else {
      return
    }
    guard let name = Self.name(line.extracting(first: colon)) else {
      if line.extracting(first: colon).equalsIgnoringCase("set-cookie") { cookies += 1 }
      return
    }
    var start = colon + 1
    var end = line.count
    while start < end && line[start] <= 0x20 { start += 1 }
    while end > start && line[end - 1] <= 0x20 { end -= 1 }
    fields.append(Field(name: name, start: bytes.count, end: bytes.count + end - start))
    bytes.append(bytes: line.extracting(start..<end))
  }

  /// The first value of `name`; nil without one.
  func value(_ name: Name) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    return text(field)
  }

  /// All values of `name`, joined with commas (RFC 9110, section 5.3); nil without one.
  func joined(_ name: Name) -> String? {
    guard fields.contains(where: { $0.name == name }) else { return nil }
    return fields.filter { $0.name == name }.map(text).joined(separator: ", ")
  }

  /// `Content-Length`; nil without one, and where it is no number.
  var contentLength: Int? {
    guard let field = fields.first(where: { $0.name == .contentLength }) else { return nil }
    return Self.number(bytes[field.start..<field.end])
  }

  /// The complete length that `Content-Range` tells (RFC 9110, section 14.4).
  var completeLength: Int? {
    guard let field = fields.first(where: { $0.name == .contentRange }),
      let slash = bytes[field.start..<field.end].lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    return Self.number(bytes[(slash + 1)..<field.end])
  }

  /// Whether the body is encoded, so that its length on the way is not that of its content.
  var isEncoded: Bool {
    fields.contains { $0.name == .contentEncoding && !equals($0, "identity") && $0.end > $0.start }
  }

  /// Whether `Content-Range` came.
  var hasRange: Bool { fields.contains { $0.name == .contentRange } }

  /// `name: value` lines, in lower case, of what tells a challenge page; `server` only where asked.
  func marks(withServer: Bool) -> String {
    var lines: [String] = []
    for field in fields {
      switch field.name {
      case .cloudflareMitigated, .wafAction, .dataDome, .incapsula: break
      case .server where withServer: break
      default: continue
      }
      lines.append("\(field.name.text): \(text(field).lowercased())")
    }
    return lines.joined(separator: "\n")
  }

  private func text(_ field: Field) -> String {
    bytes.span.extracting(field.start..<field.end).string
  }

  private func equals(_ field: Field, _ text: StaticString) -> Bool {
    bytes.span.extracting(field.start..<field.end).equalsIgnoringCase(text)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    // 18 digits always fit; more are no length that anything has.
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether a status line says 1xx.
  private static func isInterim(_ line: Span<UInt8>) -> Bool {
    guard let space = ByteSearch.first(0x20, in: line, 0..<line.count), space + 1 < line.count
    else { return false }
    return line[space + 1] == UInt8(ascii: "1")
  }

  private static func name(_ name: Span<UInt8>) -> Name? {
    // At most two names have the same length.
    func match(_ first: Name, or second: Name? = nil) -> Name? {
      if name.equalsIgnoringCase(first.text) { return first }
      guard let second, name.equalsIgnoringCase(second.text) else { return nil }
      return second
    }
    return switch name.count {
    case 4: match(.entityTag, or: .link)
    case 6: match(.server)
    case 7: match(.incapsula)
    case 8: match(.location)
    case 10: match(.dataDome)
    case 11: match(.retryAfter)
    case 12: match(.contentType, or: .cloudflareMitigated)
    case 13: match(.lastModified, or: .contentRange)
    case 14: match(.contentLength)
    case 16: match(.contentEncoding)
    case 17: match(.wafAction)
    default: nil
    }
  }
}
