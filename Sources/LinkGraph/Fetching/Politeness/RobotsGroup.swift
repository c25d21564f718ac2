/// The rules of all groups of a `robots.txt` for one product token, longest first.
struct RobotsGroup: Sendable {
  private struct Rule {
    /// Where its path stands in `bytes`, without a `$` at its end.
    var start: Int32, end: Int32
    /// One bit for each of the octets that it cannot match without; most rules fail on it at once.
    var needs: UInt64
    var allows: Bool
    var hasWildcard: Bool
    /// Whether it ended in `$`.
    var isAnchored: Bool
    /// Whether it speaks of a query, and so is in the form ``RobotsPath/Form/plainQuery``. Others are
    /// not: `/*%2F` is to match an escape in a query, too.
    var hasQuery: Bool
    /// Octets of its path in strict form, which count against those of others.
    var length: Int32
  }

  private var bytes: [UInt8] = []
  private var rules: [Rule] = []
  /// The longest `Crawl-delay` of these groups; no part of RFC 9309.
  var crawlDelay: Duration?

  /// Adds a rule for `path`, which is not empty.
  mutating func add(_ path: Span<UInt8>, allows: Bool) {
    let start = bytes.count
    RobotsPath.normalizeRule(path, .strict, into: &bytes)
    let length = bytes.count - start
    let hasQuery = bytes[start...].contains(0x3F)
    if hasQuery {
      bytes.removeLast(length)
      RobotsPath.normalizeRule(path, .plainQuery, into: &bytes)
    }
    let isAnchored = bytes.last == 0x24
    if isAnchored { bytes.removeLast() }
    var needs: UInt64 = 0
    var hasWildcard = false
    for byte in bytes[start...] {
      if byte == 0x2A { hasWildcard = true } else { needs |= RobotsGroup.bit(byte) }
    }
    rules.append(
      Rule(
        start: Int32(start), end: Int32(bytes.count), needs: needs, allows: allows,
        hasWildcard: hasWildcard, isAnchored: isAnchored, hasQuery: hasQuery,
        length: Int32(length)))
  }

  /// Puts the rules in the order in which the first match decides: the longest path wins, and
  /// "allow" among equals (RFC 9309, section 2.2.2).
  mutating func sort() {
    rules.sort { $0.length != $1.length ? $0.length > $1.length : $0.allows && !$1.allows }
  }

  /// Whether the path that is `strict` and `plain` in the forms of that name may be asked for.
  ///
  /// O(rules · length) at worst, and a bit test for most rules.
  func allows(strict: Span<UInt8>, plain: Span<UInt8>) -> Bool {
    let octets = (strict: RobotsGroup.bits(strict), plain: RobotsGroup.bits(plain))
    let all = bytes.span
    for rule in rules
    where rule.needs & ~(rule.hasQuery ? octets.plain : octets.strict) == 0 {
      let pattern = all.extracting(Int(rule.start)..<Int(rule.end))
      if RobotsGroup.matches(pattern, rule, rule.hasQuery ? plain : strict) { return rule.allows }
    }
    return true
  }

  private static func bits(_ path: Span<UInt8>) -> UInt64 {
    var bits: UInt64 = 0
    for index in path.indices { bits |= bit(path[index]) }
    return bits
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64((byte ^ (byte >> 2)) & 63) }

  /// Whether `path` begins as `pattern` says, or is so as a whole where the rule is anchored.
  ///
  /// Each piece between two `*` is taken where it first occurs, which is right because what follows
  /// has then the most left to it; so no piece is looked for twice. O(lengths).
  private static func matches(_ pattern: Span<UInt8>, _ rule: Rule, _ path: Span<UInt8>) -> Bool {
    var star =
      rule.hasWildcard
      ? ByteSearch.first(0x2A, in: pattern, 0..<pattern.count) ?? pattern.count : pattern.count
    guard path.count >= star, path.extracting(0..<star).equals(pattern.extracting(0..<star))
    else { return false }
    var at = star
    while star < pattern.count {
      let start = star + 1
      star = ByteSearch.first(0x2A, in: pattern, start..<pattern.count) ?? pattern.count
      let piece = pattern.extracting(start..<star)
      if star == pattern.count, rule.isAnchored {
        guard path.count - at >= piece.count else { return false }
        return path.extracting((path.count - piece.count)..<path.count).equals(piece)
      }
      guard let found = ByteSearch.first(piece, in: path, at..<path.count) else { return false }
      at = found + piece.count
    }
    return !rule.isAnchored || at == path.count
  }
}
