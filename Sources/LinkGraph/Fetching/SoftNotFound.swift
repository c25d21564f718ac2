/// The page that a server sends with status 200 for a path that cannot exist.
struct SoftNotFound: Sendable {
  private let body: [UInt8]
  /// The path that was asked for.
  let path: String

  /// Bodies are compared up to this length.
  static let limit = 64 << 10

  /// The page `body`, sent for `path`.
  init(body: [UInt8], path: String) {
    self.path = path
    self.body = Self.normalised(body, path: path)
  }

  /// Whether `body`, sent for `path`, is the same page: equal but for the path itself. O(length).
  func matches(_ body: [UInt8], path: String) -> Bool {
    Self.normalised(body, path: path) == self.body
  }

  /// `body` without its mentions of the path and of the path's last segment.
  private static func normalised(_ body: [UInt8], path: String) -> [UInt8] {
    let head = Array(body.prefix(limit))
    let segment = path.split(separator: "/").last.map(String.init) ?? ""
    // One or two letters stand everywhere.
    guard segment.utf8.count > 2 else { return head }
    return removing(Array(segment.utf8), from: head)
  }

  private static func removing(_ needle: [UInt8], from text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = 0
    while let found = ByteSearch.first(needle.span, in: text.span, at..<text.count) {
      result += text[at..<found]
      at = found + needle.count
    }
    return result + text[at...]
  }
}
