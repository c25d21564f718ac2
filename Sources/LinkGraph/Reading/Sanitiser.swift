/// What the sanitiser of GitHub's file view lets through (GitLab's is of the same family).
enum Sanitiser {
  /// Whether a reference in `attribute` of `element` reaches readers.
  static func keeps(_ element: ElementName, _ attribute: AttributeName) -> Bool {
    switch (element, attribute) {
    case (.a, .href), (.img, .src), (.img, .longdesc): true
    case (.source, .srcset): true
    case (.blockquote, .cite), (.q, .cite), (.ins, .cite), (.del, .cite): true
    default: false
    }
  }

  /// Whether `url` has a scheme that survives in `role`, or none.
  static func keepsScheme(of url: Span<UInt8>, role: Role) -> Bool {
    var at = 0
    while at < url.count, url[at] <= 0x20 { at &+= 1 }
    let start = at
    while at < url.count {
      switch url[at] {
      case UInt8(ascii: ":"):
        let scheme = url.extracting(start..<at).string.lowercased()
        return role == .anchor ? anchorSchemes.contains(scheme) : imageSchemes.contains(scheme)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        at &+= 1
      default: return true
      }
    }
    return true
  }

  private static let anchorSchemes: Set<String> = [
    "http", "https", "mailto", "irc", "ircs", "xmpp", "github-windows", "github-mac",
  ]
  private static let imageSchemes: Set<String> = ["http", "https"]
}
