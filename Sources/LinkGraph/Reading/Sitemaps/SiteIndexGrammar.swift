/// Where URLs stand in the XML of sitemaps and feeds: what each element is, from its name and that
/// of the element around it.
///
/// Elements of extensions (`image:loc`, `atom:link` in RSS) are in another namespace, or in an
/// element that is, and so are never taken for those of the format.
struct SiteIndexGrammar {
  /// What an element is to the reader.
  enum Element: Equatable {
    /// The document's element.
    case root
    /// `channel` of RSS.
    case channel
    /// What holds the URLs of one thing: `url`, `sitemap`, `item`, `entry`.
    case item
    /// Its text is a URL.
    case location(SiteIndex.Role)
    /// Its text is a URL unless `isPermaLink` says no (RSS 2.0).
    case guid
    /// Its `href` is a URL (RFC 4287, section 4.2.7).
    case atomLink
    /// Its `url` is a URL (RSS 2.0).
    case enclosure
    /// Anything else.
    case other
  }

  private enum Format { case sitemap, sitemapIndex, rss, rdf, atom, none }

  /// What the document is.
  private(set) var kind = SiteIndex.Kind.none
  private var format = Format.none
  /// That of the format's elements.
  private var namespace: [UInt8] = []

  /// What the element of this name is inside of `parent`, nil for the document's own element.
  mutating func element(
    _ name: Span<UInt8>, _ namespace: Span<UInt8>, in parent: Element?
  ) -> Element {
    guard let parent else { return root(name, namespace) }
    switch parent {
    case .root, .channel, .item: break
    case .location, .guid, .atomLink, .enclosure, .other: return .other
    }
    if format == .rdf, kind == .none { adoptRSS(namespace) }
    guard kind != .none, namespace.equals(self.namespace.span) else { return .other }
    return child(name, of: parent)
  }

  private mutating func root(_ name: Span<UInt8>, _ namespace: Span<UInt8>) -> Element {
    // Sites get the sitemap's namespace wrong or leave it out, and crawlers read it all the same.
    if name.equals("urlset") {
      (format, kind) = (.sitemap, .sitemap)
    } else if name.equals("sitemapindex") {
      (format, kind) = (.sitemapIndex, .sitemapIndex)
    } else if name.equals("rss") {
      (format, kind) = (.rss, .feed)
    } else if name.equals("RDF"), namespace.equals("http://www.w3.org/1999/02/22-rdf-syntax-ns#") {
      format = .rdf
      return .root
    } else if namespace.equals("http://www.w3.org/2005/Atom")
      || namespace.equals("http://purl.org/atom/ns#"),
      name.equals("feed") || name.equals("entry")
    {
      (format, kind) = (.atom, .feed)
      if name.equals("entry") {
        adopt(namespace)
        return .item
      }
    } else {
      return .other
    }
    adopt(namespace)
    return .root
  }

  /// RDF is a feed where it has elements of RSS 1.0, 0.91 or 0.9.
  private mutating func adoptRSS(_ namespace: Span<UInt8>) {
    guard
      namespace.equals("http://purl.org/rss/1.0/")
        || namespace.equals("http://my.netscape.com/rdf/simple/0.9/")
        || namespace.equals("http://channel.netscape.com/rdf/simple/0.9/")
    else { return }
    kind = .feed
    adopt(namespace)
  }

  private mutating func adopt(_ namespace: Span<UInt8>) {
    self.namespace.removeAll()
    self.namespace.append(bytes: namespace)
  }

  private func child(_ name: Span<UInt8>, of parent: Element) -> Element {
    switch format {
    case .sitemap:
      if parent == .root { return name.equals("url") ? .item : .other }
      return name.equals("loc") ? .location(.page) : .other
    case .sitemapIndex:
      if parent == .root { return name.equals("sitemap") ? .item : .other }
      return name.equals("loc") ? .location(.childIndex) : .other
    case .rss, .rdf:
      if parent != .item {
        if name.equals("channel"), parent == .root { return .channel }
        if name.equals("item") { return .item }
      }
      guard parent != .root else { return .other }
      if name.equals("link") { return .location(.page) }
      guard parent == .item else { return .other }
      if name.equals("guid") { return .guid }
      return name.equals("enclosure") ? .enclosure : .other
    case .atom:
      if name.equals("link") { return .atomLink }
      return parent == .root && name.equals("entry") ? .item : .other
    case .none:
      return .other
    }
  }
}
