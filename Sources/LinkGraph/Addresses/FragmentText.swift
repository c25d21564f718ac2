/// The fragment of a reference, as far as it names an anchor.
enum FragmentText {
  /// What comes after the `#` of `reference`, without text directives (`:~:`), tabs and line breaks
  /// and spaces at the end, as the URL standard strips them; nil without a `#`.
  static func raw(of reference: Span<UInt8>) -> [UInt8]? {
    guard let hash = ByteSearch.first(UInt8(ascii: "#"), in: reference, 0..<reference.count)
    else { return nil }
    var fragment: [UInt8] = []
    for index in (hash + 1)..<max(hash + 1, reference.count) {
      let byte = reference[index]
      if byte == 0x09 || byte == 0x0a || byte == 0x0d { continue }
      fragment.append(byte)
    }
    while let last = fragment.last, last <= 0x20 { fragment.removeLast() }
    let directive = Array(":~:".utf8)
    if let start = ByteSearch.first(directive.span, in: fragment.span, 0..<fragment.count) {
      fragment.removeLast(fragment.count - start)
    }
    return fragment
  }

  /// ``raw(of:)`` with percent-encoding decoded.
  static func decoded(of reference: Span<UInt8>) -> String? {
    guard let fragment = raw(of: reference) else { return nil }
    var decoded: [UInt8] = []
    PercentEncoding.decode(fragment.span, into: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }
}
