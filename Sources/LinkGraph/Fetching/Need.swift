/// What has to be known of a URL, beside whether it is there.
struct Need: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// Its anchors: some link has a fragment.
  static let anchors = Need(rawValue: 1)
  /// Whether it is an image: something shows it.
  static let image = Need(rawValue: 2)
  /// All of it, to read its links: a page of the mirror.
  static let page = Need(rawValue: 4)
  /// All of an image, to verify it to its last byte: an image of the mirror.
  static let wholeImage = Need(rawValue: 8)
  /// Its body, to compare it with what the server sends for a path that cannot exist.
  static let comparison = Need(rawValue: 16)

  /// What it lists, as a sitemap or feed.
  static let siteIndex = Need(rawValue: 32)

  /// Whether HEAD cannot tell it.
  var needsBody: Bool { !isEmpty }
}

/// A URL that is to be asked.
struct Inquiry: Sendable {
  /// What makes it one URL: a page's id in a live mirror, else the URL itself.
  var key: [UInt8]
  /// Absolute, without fragment and credentials.
  var url: [UInt8]
  var need: Need = []
  /// Clicks from the root of a crawl.
  var depth = 0
  /// Whether it is one of the mirror under crawl.
  var isOfMirror = false
  /// Number of the page in the ``Frontier`` that names it; nil where no page does.
  var parent: UInt32?
  /// What it has in common with URLs that differ in numbers only: see ``URLPattern``.
  var pattern: UInt64 = 0
}
