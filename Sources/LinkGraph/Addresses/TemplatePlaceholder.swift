/// What template languages put where a value is to come: `{{x}}`, `{% x %}`, `<%= x %>`, `<?php x ?>`,
/// `${x}` and their like. An address with one is no address yet.
///
/// Only what is all of a segment of a path, all of a URL, or part of a host counts: `gone{1}.html` is a
/// name.
enum TemplatePlaceholder {
  private struct Delimiters {
    let open: StaticString
    let close: StaticString
    /// Whether nothing else begins so, so that it counts without its end too: quotes within a
    /// placeholder end the attribute that it stands in.
    var isUnmistakable = true
  }

  private static let delimiters = [
    Delimiters(open: "{{", close: "}}"), Delimiters(open: "{%", close: "%}"),
    Delimiters(open: "<%", close: "%>"), Delimiters(open: "<?", close: "?>"),
    Delimiters(open: "<!--#", close: "-->"),
    Delimiters(open: "${", close: "}", isUnmistakable: false),
    Delimiters(open: "#{", close: "}", isUnmistakable: false),
    Delimiters(open: "[%", close: "%]", isUnmistakable: false),
  ]

  /// The first placeholder of `reference` as it is written, percent-encoding decoded; nil without one.
  /// O(its length).
  static func first(in reference: Span<UInt8>) -> String? {
    if let range = find(reference) { return reference.extracting(range).string }
    guard hasEncodedOpening(reference) else { return nil }
    var decoded: [UInt8] = []
    PercentEncoding.decode(reference, into: &decoded)
    return find(decoded.span).map { String(decoding: decoded[$0], as: UTF8.self) }
  }

  /// Whether all of `fragment` is one, `{x}` included, which is what remains of `#{x}`.
  static func isWhole(_ fragment: Span<UInt8>) -> Bool {
    if isWholeAsWritten(fragment) { return true }
    guard hasEncodedOpening(fragment) else { return false }
    var decoded: [UInt8] = []
    PercentEncoding.decode(fragment, into: &decoded)
    return isWholeAsWritten(decoded.span)
  }

  private static func isWholeAsWritten(_ text: Span<UInt8>) -> Bool {
    if text.count > 2, text[0] == UInt8(ascii: "{"), text[text.count - 1] == UInt8(ascii: "}") {
      return true
    }
    return placeholders(text, from: 0) == text.count
  }

  /// Whether a placeholder begins in `source[value]` and does not end there.
  static func isOpen(atEndOf source: Span<UInt8>, _ value: Range<Int>) -> Bool {
    var at = value.lowerBound
    while at < value.upperBound {
      if canBegin(source[at]), let delimiters = opening(source, at: at, end: value.upperBound),
        delimiters.isUnmistakable
      {
        guard let end = end(source, of: delimiters, at: at, limit: value.upperBound) else {
          return true
        }
        at = end
      } else {
        at &+= 1
      }
    }
    return false
  }

  // MARK: Finding

  /// No placeholder that has to have an end is longer; keeps all linear.
  private static let longest = 128

  private static func find(_ text: Span<UInt8>) -> Range<Int>? {
    var start = 0
    var isHost = false
    while start < text.count {
      var first = start
      while first < text.count, text[first] <= 0x20 { first &+= 1 }
      if let end = placeholders(text, from: first), isEnd(text, end) { return first..<end }
      // On to the next segment; a host holds no braces, so one part of it will do.
      var at = first
      while at < text.count, !isSlash(text[at]) {
        if text[at] == UInt8(ascii: "?") || text[at] == UInt8(ascii: "#") { return nil }
        if isHost, let end = placeholders(text, from: at) { return at..<end }
        at &+= 1
      }
      isHost = at &+ 1 < text.count && isSlash(text[at &+ 1]) && isScheme(text, before: at)
      if isHost { at &+= 1 }
      start = at &+ 1
    }
    return nil
  }

  /// Behind the placeholders that begin at `start`, one or more; nil where none does.
  private static func placeholders(_ text: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < text.count, canBegin(text[at]),
      let delimiters = opening(text, at: at, end: text.count)
    {
      guard let end = end(text, of: delimiters, at: at, limit: text.count) else {
        return delimiters.isUnmistakable ? text.count : at > start ? at : nil
      }
      at = end
    }
    return at > start ? at : nil
  }

  private static func isEnd(_ text: Span<UInt8>, _ end: Int) -> Bool {
    var at = end
    while at < text.count, text[at] <= 0x20 { at &+= 1 }
    guard at < text.count else { return true }
    switch text[at] {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"),
      UInt8(ascii: ":"):
      return true
    default: return false
    }
  }

  /// Whether what stands before `end` is nothing, or a scheme and its colon.
  private static func isScheme(_ text: Span<UInt8>, before end: Int) -> Bool {
    for index in 0..<end where isSlash(text[index]) { return false }
    return end == 0 || text[end - 1] == UInt8(ascii: ":")
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  @inline(__always)
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "["):
      true
    default: false
    }
  }

  private static func opening(_ text: Span<UInt8>, at start: Int, end: Int) -> Delimiters? {
    delimiters.first { delimiters in
      let after = start + delimiters.open.utf8CodeUnitCount
      return after <= end && text.extracting(start..<after).equals(delimiters.open)
    }
  }

  /// Behind the placeholder whose opening stands at `start`; nil where it does not end before `limit`.
  private static func end(
    _ text: Span<UInt8>, of delimiters: Delimiters, at start: Int, limit: Int
  ) -> Int? {
    let length = delimiters.close.utf8CodeUnitCount
    let limit = delimiters.isUnmistakable ? limit : min(limit, start + longest)
    var at = start + delimiters.open.utf8CodeUnitCount
    while at + length <= limit {
      if text.extracting(at..<(at + length)).equals(delimiters.close) {
        at += length
        // `{{{x}}}` ends with the last of the braces.
        if text[start + 1] == UInt8(ascii: "{"), delimiters.isUnmistakable {
          while at < limit, text[at] == UInt8(ascii: "}") { at += 1 }
        }
        return at
      }
      at += 1
    }
    return nil
  }

  /// Whether one of the openings' first bytes is there percent-encoded.
  private static func hasEncodedOpening(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while let percent = ByteSearch.first(UInt8(ascii: "%"), in: text, at..<text.count) {
      if percent &+ 2 < text.count, let high = text[percent &+ 1].hexDigitValue,
        let low = text[percent &+ 2].hexDigitValue, canBegin(high << 4 | low)
      {
        return true
      }
      at = percent &+ 1
    }
    return false
  }
}
