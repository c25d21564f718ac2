/// What a `robots.txt` lets one crawler do (RFC 9309).
///
/// Sitemaps and crawl delays, which the standard leaves to others (section 2.2.4), are kept as well.
struct RobotsRules: Sendable {
  /// Bytes that are read; the section 2.5 asks for no less.
  static let limit = 500 * 1_024
  /// Sitemaps that are kept.
  static let sitemapLimit = 1_000
  /// The longest crawl delay that is told apart.
  static let longestDelay: Duration = .seconds(Int64(1) << 31)

  private let group: RobotsGroup
  /// The values of the `Sitemap` lines, which hold for all crawlers, in order.
  let sitemaps: [String]

  /// The wait between two requests that the group asks for, if it does; at most
  /// ``longestDelay``.
  var crawlDelay: Duration? { group.crawlDelay }

  /// No rules: all is allowed.
  static let allowingAll = RobotsRules([UInt8]().span)
  /// Nothing is allowed but `/robots.txt`.
  static let allowingNothing = RobotsRules([UInt8]("user-agent: *\ndisallow: /\n").span)

  /// Reads `bytes` as they came, for the crawler with `productToken`: the groups that name it,
  /// merged, or else those for `*` (section 2.2.1). Lines that are no rules are skipped. O(length).
  init(_ bytes: Span<UInt8>, productToken: String = "linkcheck") {
    var parser = RobotsParser(productToken: productToken)
    parser.read(bytes)
    var group = parser.hasOwnGroup ? parser.own : parser.common
    group.sort()
    self.group = group
    sitemaps = parser.sitemaps
  }

  /// Whether the URL with this path and query may be asked for. `/robots.txt` always may.
  func allows(_ pathAndQuery: Span<UInt8>) -> Bool {
    let end = ByteSearch.first(0x23, in: pathAndQuery, 0..<pathAndQuery.count)
    let asked = pathAndQuery.extracting(0..<(end ?? pathAndQuery.count))
    let strict = RobotsRules.normalized(asked, .strict)
    if strict.span.equals("/robots.txt") { return true }
    guard ByteSearch.first(0x3F, in: asked, 0..<asked.count) != nil else {
      return group.allows(strict: strict.span, plain: strict.span)
    }
    let plain = RobotsRules.normalized(asked, .plainQuery)
    return group.allows(strict: strict.span, plain: plain.span)
  }

  private static func normalized(_ path: Span<UInt8>, _ form: RobotsPath.Form) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(path.count + 1)
    if path.isEmpty || path[0] != 0x2F { output.append(0x2F) }
    RobotsPath.normalize(path, form, into: &output)
    return output
  }

  /// Whether the URL with this path and query may be asked for.
  func allows(_ pathAndQuery: String) -> Bool {
    allows(Array(pathAndQuery.utf8).span)
  }
}
