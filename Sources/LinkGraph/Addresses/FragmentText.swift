/// The fragment of a reference, as far as it names an anchor.
enum FragmentText {
  /// What comes after the `#` of `reference`, without text directives (`:~:`), tabs and line breaks
  /// and spaces at the end, as the URL standard strips them; nil without a `#`.
  static func raw(of reference: Span<UInt8>) -> [UInt8]? {
    guard let hash = ByteSearch.first(UInt8(ascii: "#"), in: reference, 0..<reference.count)
    else { return nil }
    if WikiLink.begins(reference, at: 0), let link = WikiLink(reference) {
      return link.fragment.map { Array($0.utf8) }
    }
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

  /// Whether `fragment` names lines of a file as repository hosts do: `L10`, `L10-L20`, `L10C3-L12C4`.
  static func isLineRange(_ fragment: [UInt8]) -> Bool {
    func isPosition(_ text: ArraySlice<UInt8>) -> Bool {
      guard text.first == UInt8(ascii: "L") else { return false }
      let parts = text.dropFirst().split(
        separator: UInt8(ascii: "C"), omittingEmptySubsequences: false)
      return parts.count <= 2
        && parts.allSatisfy { part in
          !part.isEmpty && part.allSatisfy { $0.isASCIIDigit }
        }
    }
    let parts = fragment.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, isPosition(first) else { return false }
    guard parts.count == 2 else { return true }
    // GitLab writes `L10-20`.
    return isPosition(parts[1]) || isPosition([UInt8(ascii: "L")] + parts[1])
  }
}
