/// Where in the design of its page a link stands, as the `news-mirror` preset names it.
enum LinkKind: Int, CaseIterable, Sendable {
  case content, nav, related, recommended, popular, sidebar, source

  /// The name in reports.
  var name: String { String(describing: self) }
}

/// What a reader of the mirror counts.
struct Tally: Sendable {
  /// Pages that can be read.
  var pages = 0
  /// References of role `image`.
  var images = 0
  /// References of role `anchor` by ``LinkKind/rawValue``.
  var anchors = [Int](repeating: 0, count: LinkKind.allCases.count)
  /// Files of every sort, and their bytes.
  var files = 0, bytes = 0

  /// References of role `anchor`.
  var links: Int { anchors.reduce(0, +) }

  /// Adds what `other` counted.
  mutating func add(_ other: Tally) {
    pages += other.pages
    images += other.images
    files += other.files
    bytes += other.bytes
    for kind in anchors.indices { anchors[kind] += other.anchors[kind] }
  }
}
