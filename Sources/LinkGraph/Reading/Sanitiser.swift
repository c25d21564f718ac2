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

  /// Whether `url` has a scheme that survives in `role`, or none. Asked of every reference, so the
  /// common schemes are compared first and nothing is allocated.
  static func keepsScheme(of url: Span<UInt8>, role: Role) -> Bool {
    var start = 0
    while start < url.count, url[start] <= 0x20 { start &+= 1 }
    var end = start
    while end < url.count, isSchemeByte(url[end]) { end &+= 1 }
    guard end < url.count, end > start, url[end] == UInt8(ascii: ":") else { return true }
    let scheme = url.extracting(start..<end)
    if scheme.equalsIgnoringCase("https") || scheme.equalsIgnoringCase("http") { return true }
    guard role == .anchor else { return false }
    for kept in ["mailto", "irc", "ircs", "xmpp", "github-windows", "github-mac"] as [StaticString]
    where scheme.equalsIgnoringCase(kept) { return true }
    return false
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
