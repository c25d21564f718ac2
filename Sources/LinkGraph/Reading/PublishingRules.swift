/// How the platform that publishes a page changes it, as far as links are concerned.
struct PublishingRules: Sendable {
  /// Whether headings get anchors, and `name` finds elements other than `a`.
  var headingAnchors = false
  /// Whether heading anchors match in any letter case.
  var ignoresHeadingCase = false
  /// Whether anchors are compared without `user-content-`.
  var prefixesAnchors = false
  /// Whether GitLab's rule makes heading anchors.
  var collapsesHyphens = false
  /// Whether the host's sanitiser drops elements and attributes.
  var sanitises = false
  /// Whether `[[x]]` is looked for; and whether it is a link.
  var findsWikiLinks = false
  var hasWikiLinks = false
  /// Whether a server may follow `#include` in its comments.
  var readsIncludes = false

  /// The rules for a document of `type` in `mount`.
  init(_ mount: Mount, type: FileType) {
    self.init(mount.platform, type: type)
    // What a server sends it has put together already.
    if mount.isOrigin { readsIncludes = false }
    hasWikiLinks = findsWikiLinks && mount.hasWikiLinks
  }

  /// The rules for a document of `type` in a mount of `platform`.
  init(_ platform: Mount.Platform, type: FileType) {
    readsIncludes = type == .html
    guard type == .markdown else { return }
    headingAnchors = true
    findsWikiLinks = true
    switch platform {
    case .github:
      ignoresHeadingCase = true
      prefixesAnchors = true
      sanitises = true
    case .gitlab:
      prefixesAnchors = true
      collapsesHyphens = true
      sanitises = true
    case .web, .bare: break
    }
  }
}
