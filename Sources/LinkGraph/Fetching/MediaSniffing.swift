/// Whether a body without a type is a page (MIME Sniffing standard, section 7.1).
enum MediaSniffing {
  private static let tags: [StaticString] = [
    "<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table",
    "<a", "<style", "<title", "<b", "<body", "<br", "<p",
  ]
  /// Bytes that are looked at.
  private static let limit = 1_445

  /// Whether `contentType` says nothing, so that the body tells.
  static func isUnknown(_ contentType: String) -> Bool {
    switch MediaType(contentType).essence {
    case "", "unknown/unknown", "application/unknown", "*/*": true
    default: false
    }
  }

  /// Whether `body` begins as HTML does.
  static func isHTML(_ body: Span<UInt8>) -> Bool {
    var start = body.count >= 3 && body.extracting(0..<3).equals("\u{FEFF}") ? 3 : 0
    let end = min(body.count, limit)
    while start < end, body[start].isASCIIWhitespace { start += 1 }
    let rest = body.extracting(start..<end)
    if rest.count >= 4, rest.extracting(0..<4).equals("<!--") { return true }
    return tags.contains { tag in
      let length = tag.utf8CodeUnitCount
      guard rest.count > length, rest.extracting(0..<length).equalsIgnoringCase(tag) else {
        return false
      }
      return rest[length] == UInt8(ascii: ">") || rest[length] == UInt8(ascii: " ")
        || rest[length] == 0x0A || rest[length] == 0x0D || rest[length] == 0x09
    }
  }
}
