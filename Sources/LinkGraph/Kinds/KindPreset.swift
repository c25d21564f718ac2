/// The rules that come with linkcheck, after the configuration's own.
enum KindPreset {
  /// A rule as text: a place or labels.
  struct Rule {
    var kind: String
    var within = ""
    var after: [String] = []
    /// What must follow the labels, where their words also begin sentences.
    var needs = LabelTable.Needs.nothing
  }

  /// The rules of `preset`, first match first.
  static func rules(_ preset: Preset) -> [Rule] {
    switch preset {
    case .generic: generic
    case .newsMirror: newsMirror
    }
  }

  /// Whether landmarks and names of blocks give kinds too, and beat labels around them.
  static func readsDesign(_ preset: Preset) -> Bool { preset == .generic }

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
        "本文转自*", "本文轉自*", "浏览原文", "瀏覽原文", "原文链接", "原文連結",
        "手机上长按并复制下面二维码*", "手機上長按並複製下面二維碼*",
      ]),
  ]

  private static let generic: [Rule] = [
    Rule(
      kind: "related",
      after: [
        "Related articles", "Related article", "Related posts", "Related post",
        "Related stories", "Related story", "Related news", "Related topics", "Related topic",
        "Related content", "Related links", "Related link", "Related pages", "Related page",
        "Related reading", "Related documents", "Related documentation", "Related resources",
        "Related information", "Related entries", "Related items", "Related videos",
        "Related products", "Related questions", "Related threads", "Related projects",
        "Related guides", "Related tutorials", "Related concepts", "Related commands",
        "Related functions", "Related reports", "Related coverage", "More related articles",
        "See also", "Further reading", "More on this story", "More on this topic",
        "Similar articles", "Similar posts",
        "Similar threads", "Similar questions", "Similar topics", "Similar projects",
        // Chinese
        "相关新闻", "相关文章", "相关阅读", "相关链接", "相关报道", "相关内容", "相关主题", "相关话题",
        "相关条目", "相关推荐", "相关资料", "参见", "参阅", "另见", "延伸阅读", "扩展阅读", "拓展阅读",
        "相關新聞", "相關文章", "相關閱讀", "相關連結", "相關報導", "相關內容", "相關主題", "相關話題",
        "相關條目", "相關推薦", "相關資料", "參見", "參閱", "另見", "延伸閱讀", "擴展閱讀",
        // Japanese, Korean
        "関連記事", "関連ニュース", "関連リンク", "関連項目", "関連ページ", "関連情報", "関連トピック",
        "関連コンテンツ", "あわせて読みたい", "合わせて読みたい", "こちらの記事もどうぞ", "관련 기사", "관련 글", "관련 뉴스", "관련 문서", "관련 링크",
        "함께 보기", "같이 보기",
        // Spanish, Portuguese, Italian, French
        "Artículos relacionados", "Noticias relacionadas", "Entradas relacionadas",
        "Enlaces relacionados", "Temas relacionados", "Contenido relacionado", "Véase también",
        "Ver también", "Lea también", "Lee también",
        "Artigos relacionados", "Notícias relacionadas", "Posts relacionados", "Veja também",
        "Ver também", "Leia também", "Articoli correlati", "Notizie correlate", "Vedi anche",
        "Leggi anche",
        "Potrebbe interessarti anche",
        "Articles connexes", "Articles liés", "Articles similaires", "Articles associés",
        "Article connexe", "Pages connexes", "Pages liées", "Liens connexes", "À lire aussi",
        "A lire aussi", "Lire aussi", "À lire également", "Lire également", "Voir aussi",
        "Voir également", "Sur le même sujet", "Pour aller plus loin", "Dans la même rubrique",
        // German, Dutch, Swedish, Polish, Russian, Turkish
        "Ähnliche Artikel", "Ähnliche Beiträge", "Ähnliche Themen", "Verwandte Artikel",
        "Verwandte Beiträge", "Verwandte Themen", "Verwandte Seiten", "Verwandte Links",
        "Weiterführende Links", "Weiterführende Informationen", "Weiterführende Literatur",
        "Siehe auch", "Mehr zum Thema", "Zum Thema", "Lesen Sie auch", "Lies auch",
        "Passend dazu", "Weitere Artikel zum Thema",
        "Gerelateerde artikelen", "Zie ook", "Lees ook", "Relaterade artiklar",
        "Se även", "Läs också", "Powiązane artykuły", "Zobacz też", "Zobacz także", "Czytaj też",
        "Похожие статьи", "Похожие записи", "Статьи по теме", "Материалы по теме", "По теме",
        "См. также", "Смотрите также", "Читайте также", "İlgili yazılar", "İlgili haberler",
        "Ayrıca bakınız", "Bài viết liên quan", "Tin liên quan",
      ]),
    Rule(
      kind: "recommended",
      after: [
        "Recommended articles", "Recommended posts", "Recommended stories",
        "Recommended reading", "Recommended for you", "Recommended links", "Recommended content",
        "Editor's picks", "Editors' picks", "Editor's pick", "Editor's choice",
        "Editors' choice", "Our picks", "Staff picks", "You may also like", "You might also like",
        "You may also enjoy", "You might also enjoy", "You may also be interested in",
        "You might also be interested in", "Suggested articles", "Suggested posts",
        "Suggested topics", "Suggested reading", "Suggested for you", "Must read", "Must reads",
        "Don't miss", "Featured articles", "Featured posts", "Featured stories",
        "编辑推荐", "推荐阅读", "推荐文章", "推荐新闻", "为您推荐", "为你推荐", "精彩推荐", "猜你喜欢",
        "小编推荐", "您可能感兴趣", "你可能也喜欢", "你可能感兴趣的文章",
        "編輯推薦", "推薦閱讀", "推薦文章", "推薦新聞", "為您推薦", "為你推薦", "精彩推薦", "猜你喜歡",
        "小編推薦", "您可能感興趣", "你可能也喜歡",
        "おすすめ記事", "おすすめの記事", "オススメ記事", "編集部のおすすめ", "こちらもおすすめ",
        "あなたへのおすすめ", "추천 기사", "추천 글",
        "Te puede interesar", "Le puede interesar",
        "También te puede interesar", "Você também pode gostar",
        "Recomendado para você", "Ti potrebbe interessare", "Consigliati per te",
        "Recommandé pour vous", "Nos recommandations", "Vous aimerez aussi",
        "Vous aimerez peut-être aussi",
        "Vous pourriez aussi aimer", "À ne pas manquer", "Le choix de la rédaction",
        "Empfohlene Artikel", "Empfohlene Beiträge",
        "Empfehlungen der Redaktion", "Unsere Empfehlungen", "Lesetipps", "Leseempfehlung",
        "Das könnte Sie auch interessieren", "Das könnte dich auch interessieren",
        "Das könnte Ihnen auch gefallen", "Das könnte dir auch gefallen", "Auch interessant",
        "Рекомендуемые статьи",
        "Önerilen yazılar",
      ]),
    Rule(
      kind: "popular",
      after: [
        "Popular posts", "Popular articles", "Popular stories", "Popular topics",
        "Popular pages", "Popular tags", "Popular now", "Popular news", "Popular this week",
        "Popular content", "Popular questions", "Most popular", "Most popular posts",
        "Most popular articles", "Most popular stories", "Most read", "Most read articles",
        "Most viewed", "Most shared", "Most commented", "Trending now",
        "Trending topics", "Trending tags", "Trending posts", "Trending stories",
        "Trending articles", "Top posts", "Top posts & pages", "Top articles", "Hot topics",
        "What's hot", "Most watched",
        "热门新闻", "热门文章", "热点新闻", "热门话题", "热门推荐", "热门标签", "热门排行", "点击排行",
        "阅读排行", "最热文章", "最受欢迎", "热文排行", "本周热门", "24小时热门",
        "熱門新聞", "熱門文章", "熱點新聞", "熱門話題", "熱門標籤", "熱門排行", "點擊排行", "最受歡迎", "最多人看",
        "人気記事", "人気の記事", "人気記事ランキング", "アクセスランキング", "人気ランキング",
        "よく読まれている記事", "인기 기사", "인기 글", "많이 본 뉴스", "많이 본 기사",
        "Lo más leído", "Lo más visto", "Más leídos", "Más leídas", "Más popular",
        "Entradas populares", "Artículos populares", "Mais lidas", "Mais lidos", "Mais populares",
        "I più letti", "Più letti", "Articoli popolari",
        "Les plus lus", "Les plus populaires", "Les plus consultés", "Articles populaires",
        "Meistgelesen", "Meist gelesen", "Meistgelesene Artikel", "Beliebte Artikel",
        "Beliebte Beiträge", "Beliebte Themen", "Am häufigsten gelesen",
        "Am meisten gelesen", "Meest gelezen", "Mest läst", "Mest lästa",
        "Najczęściej czytane", "Популярные статьи", "Самое читаемое",
        "En çok okunanlar", "Popüler yazılar",
      ]),
    Rule(
      kind: "source",
      after: [
        "Original article", "Original source", "Original post", "Original story",
        "Read the original", "Read the original article", "Read the original post",
        "Read original article", "View original", "View the original", "Originally published at",
        "Originally published on", "Originally published in", "Originally published by",
        "Originally posted on", "Originally posted at", "Originally appeared on",
        "This article was originally published on", "This article was originally published in",
        "This article was originally published by", "This article was originally published at",
        "This post was originally published on", "This article originally appeared on",
        "This article originally appeared in", "This post originally appeared on",
        "This story originally appeared on", "This story was originally published by",
        "Republished from", "Reposted from", "Cross-posted from", "Source article",
        "本文转自", "转自", "转载自", "本文转载自", "浏览原文", "原文链接", "原文地址", "阅读原文", "查看原文",
        "本文來自", "本文来自", "本文轉自", "轉自", "轉載自", "瀏覽原文", "原文連結", "原文網址", "閱讀原文",
        "查看原文", "元記事", "引用元", "転載元", "情報源", "記事元", "원문", "원문 보기",
        "Artículo original", "Publicado originalmente en", "Leia o original", "Artigo original",
        "Articolo originale", "Fonte originale", "Article original", "Lire l'article original",
        "Publié à l'origine sur", "Originalartikel", "Zum Originalartikel", "Zum Original",
        "Originalbeitrag", "Erschienen auf", "Zuerst erschienen auf", "Zuerst erschienen bei",
        "Orijinal yazı", "Оригинал статьи",
      ]),
    Rule(
      kind: "related",
      after: ["Related", "相关", "相關", "関連", "Relacionados", "Gerelateerd", "参照", "참고"],
      needs: .end),
    Rule(
      kind: "recommended",
      after: [
        "Recommended", "推荐", "推薦", "おすすめ", "추천", "Recomendados", "Recomendado", "Recomendadas",
        "Consigliati", "Recommandés", "Recommandé", "Recommandations", "Recommendations",
        "Empfohlen", "Empfehlungen", "Aanbevolen", "Rekommenderat", "Polecane", "Рекомендуем",
      ], needs: .end),
    Rule(
      kind: "popular",
      after: [
        "Popular", "Trending", "热门", "熱門", "最热", "最熱", "人気", "인기", "Populares", "Tendances",
        "Beliebt", "Populair", "Popularne", "Популярное",
      ], needs: .end),
    Rule(
      kind: "related",
      after: [
        "Read more", "Leia mais", "Xem thêm", "See", "Siehe", "Read also", "Also read",
      ], needs: .colon),
    Rule(
      kind: "source",
      after: [
        "Source", "Sources", "Via", "Original", "来源", "文章来源", "新闻来源", "信息来源", "稿源", "原文",
        "出处", "來源", "文章來源", "新聞來源", "出處", "出典", "ソース", "元ネタ", "출처",
        "Fuente", "Fuentes", "Fonte", "Fontes", "Fonti", "Quelle", "Quellen", "Bron", "Källa",
        "Kilde", "Źródło", "Источник", "Kaynak", "Nguồn",
      ], needs: .colon),
  ]
}
