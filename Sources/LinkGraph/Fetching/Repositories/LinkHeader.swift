/// The `Link` header field (RFC 8288, section 3).
enum LinkHeader {
  /// One link of the message's own resource.
  struct Link: Equatable {
    /// The URI reference as written.
    var target: String
    /// The relation types of its first `rel`, in lower case.
    var relations: [String]
  }

  /// The target of the first link with `relation`, which is in lower case, in the field's lines.
  static func target(of relation: String, in values: [String]) -> String? {
    for value in values {
      for link in links(in: value) where link.relations.contains(relation) { return link.target }
    }
    return nil
  }

  /// The links of one line (RFC 8288, appendix B.2), those of another context (`anchor`) left out.
  /// What does not follow the grammar ends the list. O(length).
  static func links(in value: String) -> [Link] {
    var scanner = LinkHeaderScanner(value)
    var links: [Link] = []
    while let target = scanner.target() {
      var link = Link(target: target, relations: [])
      var hasRelation = false
      var isForeign = false
      while let (name, value) = scanner.parameter() {
        switch name {
        case "rel" where !hasRelation:
          hasRelation = true
          link.relations = value.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init)
        case "anchor": isForeign = true
        default: break
        }
      }
      if !isForeign { links.append(link) }
    }
    return links
  }
}
