/// The segments of a URL's path.
struct URLPath: Sendable {
  /// One segment.
  struct Segment: Sendable, Hashable {
    /// As the URL has it.
    var encoded: String
    /// Percent-decoded; may hold slashes.
    var bytes: [UInt8]

    /// A segment of these bytes; nil where they cannot be a piece of a path: NUL, or an encoded
    /// slash next to nothing, `.` or `..`.
    init?(encoded: Span<UInt8>) {
      var bytes: [UInt8] = []
      PercentEncoding.decode(encoded, into: &bytes)
      let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard !bytes.contains(0), !parts.contains(where: Self.isNoName) else { return nil }
      self.encoded = encoded.string
      self.bytes = bytes
    }

    private static func isNoName(_ part: ArraySlice<UInt8>) -> Bool {
      part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8)
    }

    /// The segment that decodes to `text`.
    init(text: String) {
      let bytes = Array(text.utf8)
      var encoded: [UInt8] = []
      PercentEncoding.encode(bytes.span, .component, into: &encoded)
      self.bytes = bytes
      self.encoded = encoded.span.string
    }

    /// The decoded segment, nil where it is not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }
  }

  /// The segments, without the empty one after a final slash.
  var segments: [Segment]
  /// Whether the path ends with a slash.
  var endsWithSlash: Bool

  /// The path of `url`; nil where it is opaque, or where an empty or an ambiguous segment is in it.
  init?(_ url: URLRecord) {
    let range = url.pathRange
    guard !url.hasOpaquePath, !range.isEmpty else { return nil }
    segments = []
    var start = range.lowerBound + 1
    while start < range.upperBound {
      let slash = ByteSearch.first(UInt8(ascii: "/"), in: url.bytes.span, start..<range.upperBound)
      let end = slash ?? range.upperBound
      guard let segment = Segment(encoded: url.bytes.span.extracting(start..<end)) else {
        return nil
      }
      segments.append(segment)
      start = end + 1
    }
    endsWithSlash = url.bytes[range.upperBound - 1] == UInt8(ascii: "/")
  }

  /// The path without its first `count` segments.
  func dropFirst(_ count: Int) -> URLPath {
    var rest = self
    rest.segments.removeFirst(min(count, segments.count))
    return rest
  }
}
