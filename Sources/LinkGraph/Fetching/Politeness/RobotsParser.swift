/// Reads the lines of a `robots.txt` (RFC 9309, section 2.2).
struct RobotsParser {
  /// The groups for our product token, and those for `*`.
  private(set) var own = RobotsGroup(), common = RobotsGroup()
  /// Whether a group names our product token; if it has no rules, all is allowed.
  private(set) var hasOwnGroup = false
  private(set) var sitemaps: [String] = []

  private static let tokenBytes = ByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+")

  private let productToken: [UInt8]
  /// Whom the rules of the present group are for.
  private var isForOwn = false, isForAll = false
  /// Whether a further `User-agent` line joins the present group, since no rule has come yet.
  private var inStartLines = false

  init(productToken: String) {
    self.productToken = productToken.utf8.map(\.asciiLowercased)
  }

  /// Reads up to ``RobotsRules/limit`` bytes; a line that the limit cuts is not read.
  mutating func read(_ bytes: Span<UInt8>) {
    var at = bytes.count >= 3 && bytes.extracting(0..<3).equals("\u{FEFF}") ? 3 : 0
    let isCut = bytes.count > RobotsRules.limit
    let end = min(bytes.count, RobotsRules.limit)
    while at < end {
      var lineEnd = at
      while lineEnd < end, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
      if lineEnd == end, isCut { return }
      readLine(bytes, at..<lineEnd)
      // The LF of a CR LF is an empty line, which is skipped.
      at = lineEnd + 1
    }
  }

  private mutating func readLine(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    let end = ByteSearch.first(0x23, in: bytes, line) ?? line.upperBound
    guard let colon = ByteSearch.first(0x3A, in: bytes, line.lowerBound..<end) else { return }
    let key = bytes.extracting(RobotsParser.trim(bytes, line.lowerBound..<colon))
    let value = bytes.extracting(RobotsParser.trim(bytes, (colon + 1)..<end))
    switch key.count {
    case 10 where key.equalsIgnoringCase("user-agent"): readAgent(value)
    case 5 where key.equalsIgnoringCase("allow"): readRule(value, allows: true)
    case 8 where key.equalsIgnoringCase("disallow"): readRule(value, allows: false)
    case 11 where key.equalsIgnoringCase("crawl-delay"): readDelay(value)
    case 7 where key.equalsIgnoringCase("sitemap"):
      if !value.isEmpty, sitemaps.count < RobotsRules.sitemapLimit { sitemaps.append(value.string) }
    default: break
    }
  }

  /// A product token is letters, `-` and `_`; digits, `.` and `+` are taken for parts of one as well.
  /// What stands behind it, such as a version, does not count.
  private mutating func readAgent(_ value: Span<UInt8>) {
    if !inStartLines {
      inStartLines = true
      isForOwn = false
      isForAll = false
    }
    var length = 0
    while length < value.count, RobotsParser.tokenBytes.contains(value[length]) { length += 1 }
    if length == 0 {
      let isAll = !value.isEmpty && value[0] == 0x2A
      isForAll = isForAll || isAll && (value.count == 1 || value[1].isASCIIWhitespace)
    } else if length == productToken.count,
      (0..<length).allSatisfy({ value[$0].asciiLowercased == productToken[$0] })
    {
      isForOwn = true
      hasOwnGroup = true
    }
  }

  private mutating func readRule(_ path: Span<UInt8>, allows: Bool) {
    inStartLines = false
    guard !path.isEmpty else { return }
    if isForOwn { own.add(path, allows: allows) }
    if isForAll { common.add(path, allows: allows) }
  }

  /// Seconds, perhaps with a fraction. It does not end the start lines: records that are not of the
  /// standard must not interfere with those that are (section 2.2.4).
  private mutating func readDelay(_ value: Span<UInt8>) {
    var milliseconds: Int64 = 0
    var fraction: Int64?
    for index in value.indices {
      let byte = value[index]
      if byte == 0x2E, fraction == nil, index > 0 {
        fraction = 100
      } else if byte.isASCIIDigit {
        let digit = Int64(byte - 0x30)
        if let weight = fraction {
          milliseconds += digit * weight
          fraction = weight / 10
        } else {
          milliseconds = min(milliseconds * 10 + digit * 1_000, Int64(1_000) << 31)
        }
      } else {
        return
      }
    }
    guard !value.isEmpty else { return }
    let delay = min(Duration.milliseconds(milliseconds), RobotsRules.longestDelay)
    if isForOwn { own.crawlDelay = max(own.crawlDelay ?? .zero, delay) }
    if isForAll { common.crawlDelay = max(common.crawlDelay ?? .zero, delay) }
  }

  private static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isASCIIWhitespace { start += 1 }
    while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }
}
