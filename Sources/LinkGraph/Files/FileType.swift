/// What a file name says about its content.
enum FileType: UInt8, Sendable {
  case markdown, html, xhtml, stylesheet, svg, image, other
  /// A sitemap or feed of a live mirror.
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
  /// named just `.md` is a page.
  init(path: Span<UInt8>) {
    guard let dot = FilePath.extensionDot(of: path), path.count &- dot <= 9 else {
      self = .other
      return
    }
    var packed: UInt64 = 0
    var index = dot &+ 1
    while index < path.count {
      let byte = path[index]
      let lower = byte.asciiLowercased
      packed = packed << 8 | UInt64(lower)
      index &+= 1
    }
    self = Self.byExtension(packed)
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
