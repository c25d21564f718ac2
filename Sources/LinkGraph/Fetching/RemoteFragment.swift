/// Fragments of pages that are not of the mirror (HTML standard, "navigating to a fragment").
enum RemoteFragment {
  /// Whether the fragment of `url` names an anchor that can be looked for: not the page's top, lines
  /// of a file, text directives, or the routes of scripts.
  static func isJudged(_ url: URLRecord) -> Bool {
    guard let fragment = url.fragment, !fragment.isEmpty, fragment.lowercased() != "top",
      !fragment.hasPrefix("/"), !fragment.hasPrefix("!"), !fragment.contains(":~:"),
      !fragment.contains("=")
    else { return false }
    return !FragmentText.isLineRange(Array(fragment.utf8))
  }

  /// Whether scripts of the page's host make anchors that its HTML does not have: comments and the
  /// like on repository hosts.
  static func mayBeMadeByScript(_ url: URLRecord) -> Bool {
    switch url.host {
    case "github.com", "gitlab.com":
      let path = Array(url.pathname.utf8)
      return FileType(path: path.span) != .markdown
    default: return false
    }
  }

  /// Whether `anchors`, hashes in ascending order, hold the fragment of `url`; nil where the page has
  /// none at all, so that a script may make them.
  static func finds(_ url: URLRecord, in anchors: [UInt64]) -> Bool? {
    guard !anchors.isEmpty, let fragment = url.fragment else { return nil }
    let written = Array(fragment.utf8)
    var decoded: [UInt8] = []
    PercentEncoding.decode(written.span, into: &decoded)
    return [written, decoded].contains { name in
      let prefixed = Array("user-content-".utf8) + name
      return has(Anchor.hash(name.span, withoutPrefix: false), in: anchors)
        || has(Anchor.hash(name.span, withoutPrefix: true), in: anchors)
        || has(Anchor.headingHash(name.span), in: anchors)
        || has(Anchor.hash(prefixed.span, withoutPrefix: false), in: anchors)
    }
  }

  private static func has(_ hash: UInt64, in anchors: [UInt64]) -> Bool {
    let index = anchors.indices.partitionPoint { anchors[$0] < hash }
    return index < anchors.count && anchors[index] == hash
  }
}
