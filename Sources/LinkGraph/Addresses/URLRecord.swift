/// A URL, parsed by the URL Standard (https://url.spec.whatwg.org/).
///
/// Holds the serialised URL once, all ASCII, and where its components begin: one allocation a URL.
///
///     let base = try URLRecord(parsing: "https://example.org/gb/25/n1.md")
///     let link = try URLRecord(parsing: "../n2.md?x#1", base: base)
///     link.href      // https://example.org/gb/n2.md?x#1
///     link.pathname  // /gb/n2.md
///
/// Domains are mapped as ``DomainName`` describes.
public struct URLRecord: Sendable {
  // scheme ":" ["//" [username [":" password] "@"] host [":" port]] ["/."] path ["?" query]
  // ["#" fragment]. A host is there exactly where "//" follows the scheme: a path that would begin
  // so without a host is written after "/.", as the standard has it.

  /// The serialised URL, ASCII only.
  public internal(set) var bytes: [UInt8] = []
  /// The index of the `:` after the scheme.
  var schemeEnd = 0
  /// The end of the username; equal to `hostStart` where there are no credentials.
  var usernameEnd = 0
  var hostStart = 0
  var hostEnd = 0
  var pathStart = 0
  /// The index of the `?`, or -1.
  var queryMark = -1
  /// The index of the `#`, or -1.
  var fragmentMark = -1
  /// The port, where the URL has one that is not its scheme's.
  public internal(set) var port: UInt16?
  var special = SpecialScheme.none

  /// A record to parse into; not a URL.
  init() {}

  /// The serialised URL.
  public var href: String { string(0..<bytes.count) }

  /// The serialised URL, its fragment left out on demand.
  public func href(excludingFragment: Bool) -> String {
    string(excludingFragment ? resourceRange : 0..<bytes.count)
  }

  /// The place in ``bytes`` of all but the fragment.
  public var resourceRange: Range<Int> { 0..<(fragmentMark < 0 ? bytes.count : fragmentMark) }

  /// The scheme, in lower case, without `:`.
  public var scheme: String { string(0..<schemeEnd) }

  /// Whether the scheme is one of `http https ws wss ftp file`.
  public var isSpecial: Bool { special.isSpecial }

  /// Whether the URL has scheme `http` or `https`.
  public var isHTTP: Bool { special == .http || special == .https }

  /// The username, percent-encoded; empty where there is none.
  public var username: String { hasHost ? string(schemeEnd + 3..<usernameEnd) : "" }

  /// The password, percent-encoded; empty where there is none.
  public var password: String {
    hasHost && hostStart - usernameEnd > 1 ? string(usernameEnd + 1..<hostStart - 1) : ""
  }

  /// The serialised host (an IPv6 address in brackets), or nil where the URL has none.
  public var host: String? { hostRange.map(string) }

  /// The place of the host in ``bytes``, or nil where the URL has none. Often empty in `file:` URLs.
  public var hostRange: Range<Int>? { hasHost ? hostStart..<hostEnd : nil }

  /// The port the URL names or its scheme implies.
  public var effectivePort: UInt16? { port ?? special.defaultPort }

  /// The path, percent-encoded.
  public var pathname: String { string(pathRange) }

  /// The place of the path in ``bytes``.
  public var pathRange: Range<Int> {
    pathStart..<(queryMark >= 0 ? queryMark : fragmentMark >= 0 ? fragmentMark : bytes.count)
  }

  /// Whether the path is opaque (`mailto:x`): not a list of segments, and no base for references.
  public var hasOpaquePath: Bool {
    !hasHost && (pathRange.isEmpty || bytes[pathStart] != 0x2F)
  }

  /// The query without `?`, percent-encoded; nil where there is none.
  public var query: String? { queryRange.map(string) }

  /// The place in ``bytes`` of the query without `?`.
  public var queryRange: Range<Int>? {
    queryMark < 0 ? nil : queryMark + 1..<(fragmentMark < 0 ? bytes.count : fragmentMark)
  }

  /// The fragment without `#`, percent-encoded; nil where there is none.
  public var fragment: String? { fragmentRange.map(string) }

  /// The place in ``bytes`` of the fragment without `#`.
  public var fragmentRange: Range<Int>? {
    fragmentMark < 0 ? nil : fragmentMark + 1..<bytes.count
  }

  /// The origin `scheme://host[:port]`; nil where it is opaque (`file:`, `blob:`, and every scheme
  /// that is not special).
  public var origin: String? {
    guard special.isSpecial, special != .file else { return nil }
    return string(0..<schemeEnd) + "://" + string(hostStart..<authorityEnd)
  }

  /// Whether the URL has a host, be it empty.
  var hasHost: Bool {
    bytes.count >= schemeEnd + 3 && bytes[schemeEnd + 1] == 0x2F && bytes[schemeEnd + 2] == 0x2F
  }

  /// The end of scheme, credentials, host and port.
  var authorityEnd: Int { hasHost ? pathStart : schemeEnd + 1 }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension URLRecord: Hashable {
  /// Whether both serialise alike; the components follow from that.
  public static func == (a: URLRecord, b: URLRecord) -> Bool { a.bytes == b.bytes }

  /// Hashes the serialised URL.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension URLRecord: CustomStringConvertible {
  /// The serialised URL.
  public var description: String { href }
}
