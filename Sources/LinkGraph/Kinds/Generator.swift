/// What wrote a page, where the same name means different things in different generators.
enum Generator: UInt8, Sendable {
  case unknown, sphinx, mediaWiki, httpd

  /// What the head of a page says in this tag; nil where it says nothing.
  init?(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    switch tag.element {
    case .meta:
      guard let name = tag.attribute(.name), let content = tag.attribute(.content),
        source.extracting(name.value).equalsIgnoringCase("generator"),
        ByteSearch.first("MediaWiki".utf8.span, in: source, content.value) != nil
      else { return nil }
      self = .mediaWiki
    case .link, .script:
      guard let address = tag.attribute(.href) ?? tag.attribute(.src) else { return nil }
      if ByteSearch.first("_static/".utf8.span, in: source, address.value) != nil {
        self = .sphinx
      } else if ByteSearch.first("style/css/manual".utf8.span, in: source, address.value) != nil {
        self = .httpd
      } else {
        return nil
      }
    default: return nil
    }
  }
}
