/// The plain-text sitemap of the sitemaps.org protocol: one URL a line and nothing else, UTF-8.
enum TextSitemap {
  /// Reads `source[start...]`, which begins with no white space.
  ///
  /// A sitemap only where the first line is an http or https URL, so that a text that is served in
  /// place of one is none. Other lines that are not such a URL are counted as omitted. O(length).
  static func read(
    _ source: Span<UInt8>, from start: Int, at document: URLRecord?
  ) -> SiteIndex {
    var index = SiteIndex(document: document)
    guard source.extracting(start...).startsAsHTTP else { return index }
    index.kind = .text
    var at = start
    while at < source.count {
      while at < source.count, source[at].isASCIIWhitespace { at += 1 }
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let next = end
      while end > at, source[end - 1].isASCIIWhitespace { end -= 1 }
      if end > at {
        let line = source.extracting(at..<end)
        if line.startsAsHTTP { _ = index.add(line, at: at, .page) } else { index.omit() }
      }
      at = next
    }
    return index
  }
}
