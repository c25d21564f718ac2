extension HTMLTag {
  /// The role of this tag's reference in `attribute`; nil where it is no reference after all.
  func role(of attribute: AttributeName, in source: Span<UInt8>) -> Role? {
    switch element {
    case .link:
      // Without a relation it is no link; microdata has names for relations of its own.
      guard let rel = self.attribute(.rel), !source.extracting(rel.value).isBlank else {
        return has(.itemprop) ? .other : nil
      }
      return LinkRelation.role(source.extracting(rel.value))
    case .input:
      guard attribute == .src else { return element.role(of: attribute) }
      guard let type = self.attribute(.type),
        source.extracting(type.value).equalsIgnoringCase("image")
      else { return nil }
      return .image
    default: return element.role(of: attribute)
    }
  }
}

extension ElementName {
  /// The role of a reference in `attribute` of this element, or nil.
  func role(of attribute: AttributeName) -> Role? {
    switch attribute {
    case .href, .xlinkHref:
      switch self {
      case .a: .anchor
      case .area: .area
      case .link: .other
      case .base: .base
      case .image: .image
      default: .other
      }
    case .src, .dataSrc, .lowsrc, .dynsrc:
      switch self {
      case .img, .image, .input: .image
      case .script: .script
      case .iframe, .frame: .frame
      case .embed: .object
      default: .media
      }
    case .srcset, .dataSrcset: .image
    case .imagesrcset: .preload
    case .poster, .background: .image
    case .data: .object
    case .action, .formaction: .form
    case .cite: .cite
    case .longdesc: .other
    case .content: .meta
    default: nil
    }
  }
}

/// What a `link` element does, by its `rel` (space-separated keywords in any letter case).
enum LinkRelation {
  /// The role of a `link` with `rel`; nil where its `href` is not fetched as such.
  static func role(_ rel: Span<UInt8>) -> Role? {
    var role: Role?
    var isHint = false
    var at = 0
    while at < rel.count {
      while at < rel.count, rel[at] <= 0x20 { at &+= 1 }
      let start = at
      while at < rel.count, rel[at] > 0x20 { at &+= 1 }
      guard at > start else { break }
      let word = rel.extracting(start..<at)
      if word.equalsIgnoringCase("stylesheet") {
        return .stylesheet
      } else if word.equalsIgnoringCase("icon") || word.equalsIgnoringCase("apple-touch-icon")
        || word.equalsIgnoringCase("apple-touch-icon-precomposed")
        || word.equalsIgnoringCase("mask-icon")
      {
        role = .icon
      } else if word.equalsIgnoringCase("canonical") {
        role = .canonical
      } else if word.equalsIgnoringCase("alternate") {
        role = role ?? .alternate
      } else if word.equalsIgnoringCase("preload") || word.equalsIgnoringCase("modulepreload")
        || word.equalsIgnoringCase("prefetch") || word.equalsIgnoringCase("prerender")
      {
        role = .preload
      } else if word.equalsIgnoringCase("preconnect") || word.equalsIgnoringCase("dns-prefetch") {
        // Names an origin, not a resource.
        isHint = true
      }
    }
    return role ?? (isHint ? nil : .other)
  }
}

extension OpenElements {
  /// Whether `element`, just opened, is a foreign one that links by `href`.
  func isSVGLink(_ element: ElementName) -> Bool {
    element == .other && (entries.last?.isForeign ?? false)
  }
}
