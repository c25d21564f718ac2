/// The rules that come with linkcheck, after the configuration's own.
enum KindPreset {
  /// A rule as text; of the place and the labels either is enough.
  struct Rule {
    var kind: String
    var within = ""
    var after: [String] = []
  }

  /// The rules of `preset`, first match first.
  static func rules(_ preset: Preset) -> [Rule] {
    switch preset {
    case .generic: generic
    case .newsMirror: newsMirror
    }
  }

  /// Kinds of which a page that has any label must have an anchor (`missing-block`).
  static func requiredKinds(_ preset: Preset) -> [String] {
    switch preset {
    case .generic: []
    case .newsMirror: ["source"]
    }
  }

  /// Pages of one table: two rows of navigation, then the article beside a side column. Blocks of
  /// links follow a label, without a list around them.
  private static let newsMirror: [Rule] = [
    Rule(kind: "nav", within: "td[colspan]"),
    Rule(kind: "sidebar", within: "table > tr > td:nth-of-type(2)"),
    Rule(kind: "related", after: ["相关新闻", "相關新聞", "相关报道", "相關報導", "相关阅读", "相關閱讀"]),
    Rule(kind: "recommended", after: ["编辑推荐", "編輯推薦", "推荐阅读", "推薦閱讀"]),
    Rule(kind: "popular", after: ["热门新闻", "熱門新聞", "热门文章", "熱門文章", "热点新闻", "熱點新聞"]),
    Rule(
      kind: "source",
      after: [
        "本文转自", "本文轉自", "浏览原文", "瀏覽原文", "原文链接", "原文連結",
        "手机上长按并复制下面二维码", "手機上長按並複製下面二維碼",
      ]),
  ]

  private static let generic: [Rule] = [
    Rule(
      kind: "related",
      within: """
        .related, .related-posts, .related-articles, .related-news, .related-links, #related, \
        .see-also
        """,
      after: [
        "Related articles", "Related posts", "Related stories", "Related news", "Related topics",
        "Related content", "Related links", "Related pages", "Related reading", "Related:",
        "See also", "Further reading", "Read also", "Read more:",
        "相关新闻", "相关文章", "相关阅读", "相关链接", "相关报道", "参见", "延伸阅读",
        "相關新聞", "相關文章", "相關閱讀", "相關連結", "相關報導", "參見", "延伸閱讀",
        "関連記事", "関連ニュース", "関連リンク", "関連項目", "あわせて読みたい",
        "Artículos relacionados", "Noticias relacionadas", "Entradas relacionadas", "Véase también",
        "Articles connexes", "Articles liés", "À lire aussi", "Voir aussi", "Sur le même sujet",
        "Ähnliche Artikel", "Verwandte Artikel", "Verwandte Themen", "Weiterführende Links",
        "Siehe auch", "Mehr zum Thema",
      ]),
    Rule(
      kind: "recommended",
      within: ".recommended, .recommendations, #recommended, .editors-picks",
      after: [
        "Recommended", "Editor's picks", "Editor’s picks", "Editors' picks", "You may also like",
        "编辑推荐", "推荐阅读", "推荐文章", "猜你喜欢", "編輯推薦", "推薦閱讀", "推薦文章", "猜你喜歡",
        "おすすめ記事", "おすすめ", "編集部のおすすめ",
        "Recomendados", "Te puede interesar", "Recommandés", "Recommandations",
        "Vous aimerez aussi", "Empfohlen", "Empfehlungen", "Das könnte Sie auch interessieren",
      ]),
    Rule(
      kind: "popular",
      within: ".popular, .popular-posts, .most-read, .trending, #popular",
      after: [
        "Popular posts", "Popular articles", "Most popular", "Most read", "Trending now",
        "热门新闻", "热门文章", "最热", "熱門新聞", "熱門文章", "最熱",
        "人気記事", "人気の記事", "アクセスランキング",
        "Lo más leído", "Más leídos", "Más popular", "Les plus lus", "Articles populaires",
        "Meistgelesen", "Beliebte Artikel", "Beliebte Beiträge",
      ]),
    Rule(
      kind: "source",
      within: ".source-link, .original-link",
      after: [
        "Original article", "Original source", "Read the original", "Source:",
        "本文转自", "浏览原文", "原文链接", "本文轉自", "瀏覽原文", "原文連結", "原文網址",
        "出典", "元記事", "引用元", "Fuente:", "Artículo original", "Article original", "Source :",
        "Quelle:", "Originalartikel",
      ]),
    Rule(
      kind: "nav",
      within: """
        nav, [role=navigation], [role=menubar], [role=banner], body > header, .navbar, .nav, \
        .navigation, .breadcrumb, .breadcrumbs, .menu, .site-header, .masthead, #nav, #navbar, \
        #navigation, #menu, #header, #masthead
        """),
    Rule(
      kind: "footer",
      within: "[role=contentinfo], body > footer, .footer, .site-footer, #footer, #colophon"),
    Rule(
      kind: "sidebar",
      within: """
        aside, [role=complementary], .sidebar, .side-bar, .sphinxsidebar, .widget-area, #sidebar, \
        #side-bar, #secondary
        """),
  ]
}
