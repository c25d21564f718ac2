/// What an id or a word of a class says of the block that carries it.
///
/// Decided once for each word of a run (``BlockNames`` remembers it), so it may take its time: words
/// are taken apart (`site-footer`, `mainNav`, `md-sidebar`), and one with a part that is not known says
/// nothing.
enum BlockName: UInt8, Sendable {
  case none
  /// A bar or list of navigation, a page's head, its side column, its foot.
  case nav, header, sidebar, footer
  /// Breadcrumbs, previous and next: navigation wherever it stands.
  case pager
  case related, recommended, popular, source
  /// A part of the text, even where the element is a landmark: notes, footnotes, an article's head.
  case text
  /// Links to edit a part of the page or to its code, which no label takes.
  case edit
  /// Half of docutils' name for a table of contents.
  case contents, topic
  /// A box of MediaWiki's frame.
  case portlet
  /// A bar of the Apache server's documentation.
  case serverBar

  /// - Parameters:
  ///   - word: an id, or one word of a class.
  ///   - isID: whether it is an id.
  init(_ word: Span<UInt8>, isID: Bool) {
    self = .none
    guard word.count > 1, word.count <= 64 else { return }
    let text = word.string.lowercased()
    if let known = Self.known[text] {
      self = known
    } else if isID, let known = Self.knownIDs[text] {
      self = known
    } else if let meaning = Self.meaning(of: Self.parts(of: word)) {
      self = meaning
    }
  }

  /// `main-nav_bar`, `mainNavBar` -> `main`, `nav`, `bar`; digits are left out.
  private static func parts(of word: Span<UInt8>) -> [String] {
    var parts: [String] = []
    var part = ""
    var wasLower = false
    for index in word.indices {
      let byte = word[index]
      let isLower = byte &- 0x61 < 26
      if !byte.isASCIILetter || wasLower && !isLower {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if byte.isASCIILetter {
        part.unicodeScalars.append(Unicode.Scalar(byte.asciiLowercased))
      } else if byte >= 0x80 {
        return []
      }
      wasLower = isLower
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private static func meaning(of parts: [String]) -> BlockName? {
    guard let first = parts.first, !states.contains(first) else { return nil }
    if parts.contains(where: { $0.contains("breadcrumb") || $0 == "crumbs" }) { return .pager }
    if parts.contains(where: pagers.contains) { return .pager }
    if parts.contains("prev") || parts.contains("previous"), parts.contains("next") {
      return .pager
    }
    if let kind = listing(parts) { return kind }
    return chrome(parts)
  }

  /// `related-posts`, `most-read`, `editors-picks`: what a block lists.
  private static func listing(_ parts: [String]) -> BlockName? {
    let rest = parts.filter { !listed.contains($0) }
    switch rest.filter({ $0 != "most" }) {
    case ["related"], ["see", "also"], ["seealso"]: return .related
    case ["recommended"], ["recommendation"], ["recommendations"], ["suggested"],
      ["editor", "picks"], ["editors", "picks"], ["editor", "s", "picks"], ["editors", "choice"]:
      // A style of a warning or a table is called `suggested` alone.
      return parts == ["suggested"] ? nil : .recommended
    case ["popular"], ["trending"]: return .popular
    case ["read"], ["viewed"], ["shared"], ["commented"]:
      return rest.first == "most" ? .popular : nil
    default: return nil
    }
  }

  /// `site-header`, `md-sidebar`, `footer-links`: what a block is in the page's frame.
  private static func chrome(_ parts: [String]) -> BlockName? {
    var found: BlockName?
    for (index, part) in parts.enumerated() {
      if let head = heads[part] {
        // `footer-nav` is in the footer, `sidebar-nav` in the side column, `header-nav` is a bar.
        found = found.map { $0.rank > head.rank ? $0 : head } ?? head
      } else if !frames.contains(part), index > 0 || part.utf8.count > 3 {
        return nil
      }
    }
    return found
  }

  private var rank: Int {
    switch self {
    case .footer: 4
    case .sidebar: 3
    case .nav: 2
    default: 1
    }
  }

  /// Words that say how a page is laid out or what state it is in, not what a block is.
  private static let states: Set<String> = [
    "has", "no", "not", "with", "without", "is", "hide", "hidden", "show", "js", "open", "toggle",
  ]

  private static let pagers: Set<String> = [
    "pagination", "paginator", "pager", "paging", "paginav", "pagenav", "pagenavi", "prevnext",
    "nextprev",
  ]

  /// What a list of links may be of, and how its block may be called.
  private static let listed: Set<String> = [
    "posts", "post", "articles", "article", "stories", "story", "news", "links", "content",
    "contents", "topics", "topic", "items", "pages", "page", "reading", "entries", "list", "wrap",
    "wrapper", "container", "block", "box", "section", "widget", "module", "area", "products",
    "questions", "videos", "documents", "resources", "more", "jp", "yarpp", "crp", "the", "now",
    "inner", "group", "panel", "grid", "cards", "wp", "entry", "single", "stream", "threads",
    "searches", "guides",
  ]

  private static let heads: [String: BlockName] = [
    "nav": .nav, "navbar": .nav, "navigation": .nav, "navi": .nav, "navibar": .nav,
    "menu": .nav, "menubar": .nav, "mainmenu": .nav, "topmenu": .nav, "submenu": .nav,
    "topnav": .nav, "subnav": .nav, "bottomnav": .nav, "mainnav": .nav, "metanav": .nav,
    "leftnav": .nav, "rightnav": .nav, "globalnav": .nav, "sitenav": .nav, "navmenu": .nav,
    "navigationbar": .nav,
    "ctxtnav": .nav, "topbar": .nav, "navpath": .nav, "navlist": .nav, "navlinks": .nav,
    "tabs": .nav, "tablist": .nav, "toc": .nav, "tableofcontents": .nav, "sitemap": .nav,
    "masthead": .header, "header": .header, "headerbar": .header, "titlebar": .header,
    "sidebar": .sidebar, "sidenav": .sidebar, "sidemenu": .sidebar, "sidebars": .sidebar,
    "leftbar": .sidebar, "rightbar": .sidebar,
    "footer": .footer, "colophon": .footer, "copyright": .footer,
  ]

  /// Words of a block's name that leave its meaning as it is.
  private static let frames: Set<String> = [
    "container", "wrapper", "wrap", "inner", "outer", "box", "block", "area", "section", "content",
    "contents", "list", "links", "left", "right", "top", "bottom", "main", "primary", "secondary",
    "global", "site", "page", "module", "group", "bar", "panel", "col", "column", "row", "region",
    "fixed", "sticky", "mobile", "desktop", "theme", "app", "docs", "doc", "layout", "the", "my",
    "body", "first", "second", "drawer", "tree", "scroll", "scrollbox", "full", "large", "small",
    "user", "guide", "local", "language", "languages", "lang", "social", "quick", "utility",
    "header", "bg", "light", "dark", "default", "expand", "sub", "up", "path", "stack",
    "horizontal", "vertical", "tabs", "pills", "book", "home", "meta", "firstrow", "level",
    "widgets", "widget", "text", "info", "inverse", "static", "collapse", "offcanvas",
  ]

  private static let known: [String: BlockName] = [
    // Frames with names of their own.
    "navbarcell1": .nav, "navbarcell1rev": .nav, "navbarcell2": .nav, "navbarcell3": .nav,
    "indexheader": .nav, "indexnav": .nav, "qindex": .nav, "navheader": .nav, "navfooter": .nav,
    "navcolumn": .sidebar, "leftcolumn": .sidebar, "rightcolumn": .sidebar,
    "widget-area": .sidebar, "side-bar": .sidebar, "sphinxsidebar": .sidebar,
    "col-sidebar": .sidebar,
    "nav-links": .pager, "nav-previous": .pager, "nav-next": .pager, "page-nav": .pager,
    "page-numbers": .pager, "pagelinks": .pager, "related-pages": .pager, "relations": .pager,
    "navigation-panel": .nav, "bottom-actions": .pager, "navlinks": .pager,
    "navigate_section": .pager, "nav-chapters": .pager, "rst-versions": .nav, "subpages": .pager,
    "mobile-topbar": .nav, "table-of-contents": .nav, "org-div-home-and-up": .nav,
    "postamble": .footer, "printfooter": .footer, "legal-copy": .footer, "legalcopy": .footer,
    "bottom-of-page": .footer, "site-info": .footer, "powered-by-link": .footer,
    "menu-bar": .nav, "top-bar": .nav, "quicklinks": .nav, "toplang": .nav, "bottomlang": .nav,
    "jump-to-nav": .nav, "skip-links": .nav, "post-navigation": .pager, "posts-navigation": .pager,
    // Lists.
    "relatedposts": .related, "relatedarticles": .related, "relatednews": .related,
    "relatedlinks": .related, "relatedcontent": .related, "relatedtopics": .related,
    "read-more-wrap": .related, "popularposts": .popular, "mostread": .popular,
    "mostpopular": .popular,
    "original-link": .source, "source-link": .source, "original-source": .source,
    "original-article": .source, "article-source": .source, "post-source": .source,
    // Text, whatever element it is in.
    "footnote": .text, "footnotes": .text, "footnote-list": .text, "footnote-brackets": .text,
    "admonition": .text, "callout": .text, "note": .text, "tip": .text, "warning": .text,
    "citation-list": .text, "citation": .text, "system-message": .text, "tsd-sources": .text,
    "title-block-header": .text, "post-header": .text, "entry-header": .text,
    "article-header": .text, "pull-quote": .text, "pullquote": .text,
    "tag-source": .edit, "mw-editsection": .edit, "editsection": .edit,
    "contents": .contents, "topic": .topic, "up": .serverBar, "top": .serverBar,
  ]

  private static let knownIDs: [String: BlockName] = [
    "banner": .header, "secondary": .sidebar, "path": .serverBar, "package-header": .nav,
    "page-header": .nav, "short-nav": .nav, "column-one": .nav, "mw-panel": .nav, "mw-head": .nav,
    "mw-navigation": .nav, "titlearea": .nav, "dw__toc": .nav, "dokuwiki__aside": .sidebar,
    "dokuwiki__header": .header, "dokuwiki__sitetools": .nav, "dokuwiki__usertools": .nav,
    "contentsub": .pager,
    "bodycolumn": .none, "header-wrapper": .header, "mw-page-base": .nav,
    "p-personal": .portlet, "p-navigation": .portlet, "p-logo": .portlet, "p-tb": .portlet,
    "p-cactions": .portlet, "p-search": .portlet, "p-lang": .portlet, "p-views": .portlet,
    "p-namespaces": .portlet, "p-interaction": .portlet, "p-coll-print_export": .portlet,
  ]

  // MARK: Links

  /// Whether a link with `word` in its class leads about the site: to its first page, to the text past
  /// the bars, to the page before or after.
  static func isOfLink(_ word: Span<UInt8>) -> Bool {
    guard word.count > 3, word.count <= 64 else { return false }
    let text = word.string.lowercased()
    if links.contains(text) || text.contains("skip") { return true }
    return text.hasPrefix("navigation-") || text.hasPrefix("nav-chapter")
      || text.hasPrefix("pager-link") || text.hasPrefix("prev-") || text.hasPrefix("next-")
  }

  private static let links: Set<String> = [
    "prev", "next", "previous", "navigation", "mainmenu", "page-numbers", "post-page-numbers",
    "left-prev", "right-next", "nav-prev", "nav-next", "to-top", "top-link", "back-to-top",
    "backtotop", "mw-jump-link", "logo", "brand", "navbar-brand", "site-title", "site-logo",
    "custom-logo-link", "header-logo", "sub-logo-container",
  ]
}
