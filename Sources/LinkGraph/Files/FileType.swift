/// What a file name says about its content.
enum FileType: UInt8, Sendable {
  case markdown, html, xhtml, stylesheet, svg, image, other
  /// A sitemap or feed, as far as its name says.
  case siteIndex

  /// Whether links in it are read.
  var isDocument: Bool {
    switch self {
    case .markdown, .html, .xhtml, .stylesheet, .svg, .siteIndex: true
    case .image, .other: false
    }
  }

  /// Whether readers read it: orphans and depth are about these.
  var isPage: Bool {
    switch self {
    case .markdown, .html, .xhtml: true
    default: false
    }
  }

  /// Whether its content is checked as an image.
  var isImage: Bool { self == .image || self == .svg }

  /// The type of the file at `path`, by the extension of its last segment in any letter case. A file
  /// named just `.md` is a page; one whose name ends with a query, as in `page.html?x=1`, is of the type
  /// of what is before it.
  init(path: Span<UInt8>) {
    self = Self.byExtension(of: path)
    guard self == .other else { return }
    let name = FilePath.lastSegment(of: path)
    if let mark = ByteSearch.first(UInt8(ascii: "?"), in: path, name) {
      self = Self.byExtension(of: path.extracting(0..<mark))
    } else if Self.isSiteIndex(path.extracting(name)) {
      self = .siteIndex
    }
  }

  private static func byExtension(of path: Span<UInt8>) -> FileType {
    guard let dot = FilePath.extensionDot(of: path), path.count &- dot <= 9 else { return .other }
    var packed: UInt64 = 0
    var index = dot &+ 1
    while index < path.count {
      packed = packed << 8 | UInt64(path[index].asciiLowercased)
      index &+= 1
    }
    return byExtension(packed)
  }

  /// Whether a file is called as sitemaps and feeds are. What it is, its content says.
  private static func isSiteIndex(_ name: Span<UInt8>) -> Bool {
    guard name.count >= 4, name.count <= 255, let dot = FilePath.extensionDot(of: name) else {
      return false
    }
    if name.ends(with: ".rss") || name.ends(with: ".atom") { return true }
    let isXML = name.ends(with: ".xml")
    guard
      isXML || name.ends(with: ".xml.gz") || name.ends(with: ".txt") || name.ends(with: ".txt.gz")
    else { return false }
    let text = name.extracting(0..<dot).string.lowercased()
    if text.contains("sitemap") { return true }
    if !isXML { return false }
    let words = text.split { $0 == "-" || $0 == "_" || $0 == "." }
    return text == "index"
      || words.contains { ["feed", "feeds", "rss", "rss2", "atom", "rdf"].contains($0) }
  }

  private static func pack(_ name: StaticString) -> UInt64 {
    var packed: UInt64 = 0
    for byte in [UInt8](name) { packed = packed << 8 | UInt64(byte) }
    return packed
  }

  private static let table: [(UInt64, FileType)] = [
    (pack("md"), .markdown), (pack("markdown"), .markdown), (pack("mdown"), .markdown),
    (pack("mkd"), .markdown), (pack("html"), .html), (pack("htm"), .html),
    (pack("shtml"), .html), (pack("shtm"), .html),
    (pack("xhtml"), .xhtml), (pack("css"), .stylesheet), (pack("svg"), .svg),
    (pack("png"), .image), (pack("apng"), .image), (pack("jpg"), .image), (pack("jpeg"), .image),
    (pack("jpe"), .image), (pack("jfif"), .image), (pack("gif"), .image), (pack("webp"), .image),
    (pack("bmp"), .image), (pack("ico"), .image), (pack("cur"), .image), (pack("avif"), .image),
    (pack("heic"), .image), (pack("heif"), .image),
  ]

  private static func byExtension(_ packed: UInt64) -> FileType {
    for (name, type) in table where name == packed { return type }
    return .other
  }
}

extension Span<UInt8> {
  /// Whether these bytes are more than `suffix` and end with it, in any letter case.
  fileprivate func ends(with suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return count > length && extracting((count - length)..<count).equalsIgnoringCase(suffix)
  }
}
