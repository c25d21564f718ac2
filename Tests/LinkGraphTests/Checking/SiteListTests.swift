import Testing

@testable import LinkGraph

/// Sitemaps and feeds among the files of a mount.
@Suite struct SiteListTests {
  @Test(arguments: [
    ("sitemap.xml", true), ("a/sitemap-2.xml", true), ("sitemap_index.xml", true),
    ("sitemap.xml.gz", true), ("sitemap.txt", true), ("feed.xml", true), ("a/rss.xml", true),
    ("atom.xml", true), ("news.rss", true), ("news.atom", true), ("index.xml", true),
    ("Sitemap.XML", true), ("comments-feed.xml", true), ("anatomy.xml", false), ("pom.xml", false),
    ("notes.txt", false), ("feed.txt", false), ("sitemap.png", false), ("sitemap", false),
  ])
  func names(name: String, isIndex: Bool) {
    #expect((FileType(path: Array(name.utf8).span) == .siteIndex) == isIndex)
  }

  @Test func whatTheyNameMustBeThere() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=a.html>a</a>", "a.html": "text",
      "sitemap.xml": """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://mirror.example/a.html</loc></url>
      <url><loc>https://mirror.example/gone.html</loc></url>
      <url><loc>https://other.example/x.html</loc></url>
      </urlset>
      """,
      "feed.xml": """
      <rss version="2.0"><channel><item><link>https://mirror.example/a.html</link></item>
      <item><link>https://mirror.example/gone2.html</link></item></channel></rss>
      """,
      "sitemap.txt": "https://mirror.example/a.html\nhttps://mirror.example/gone3.html\n",
      "index.xml": "<book><link>https://mirror.example/gone4.html</link></book>",
    ])
    #expect(
      checked.lines() == [
        "missing-page https://mirror.example/gone2.html",
        "missing-page https://mirror.example/gone3.html",
        "missing-page https://mirror.example/gone.html",
      ])
    #expect(checked.report.summary.pages == 2)
  }

  @Test("what a sitemap names stays an orphan where no page links to it")
  func sitemapsAreNoPages() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "text", "b.html": "other",
      "sitemap.xml": "<urlset><url><loc>https://mirror.example/b.html</loc></url></urlset>",
    ])
    #expect(checked.lines() == ["orphan-page site/b.html"])
  }

  @Test(
    "forms of URLs of a mounted repository",
    arguments: [
      "https://raw.github.com/example/news/main/", "https://raw.githack.com/example/news/main/",
      "https://rawcdn.githack.com/example/news/main/", "https://rawgit.com/example/news/main/",
      "https://cdn.rawgit.com/example/news/main/", "https://rawgithub.com/example/news/main/",
      "https://cdn.statically.io/gh/example/news/main/",
      "https://cdn.statically.io/gh/example/news@main/",
      "https://cdn.jsdelivr.net/gh/example/news@main/",
      "https://github.com/example/news.git/blob/main/",
      "https://gitcdn.xyz/repo/example/news/main/",
    ])
  func forms(base: String) async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[a](\(base)a.md) [b](\(base)gone.md)", "a.md": "text",
    ])
    #expect(checked.lines() == ["missing-page \(base)gone.md"])
  }

  @Test func theURLThatGitIsGiven() async throws {
    let checked = try await MemoryMirror.news([
      "README.md":
        "[a](https://github.com/example/news.git) [b](https://github.com/Example/News.git#readme)"
    ])
    #expect(checked.lines() == [])
    #expect(checked.report.summary.unchecked.isEmpty)
  }

  @Test(
    "punctuation before a scheme is a slip",
    arguments: [
      ("\u{FF1A}https://e.example/x", "https://e.example/x"),
      (":https://e.example/x", "https://e.example/x"),
      ("\u{201C}https://e.example/x\u{201D}", "https://e.example/x"),
      ("\u{300A}http://e.example/\u{300B}", "http://e.example/"),
      ("\u{FF1A} https://e.example/x", nil),
      ("\u{FF08}https://e.example/x\u{FF09}", "https://e.example/x"),
    ])
  func slips(reference: String, meant: String?) {
    let typo = AddressTypo.detect(Array(reference.utf8).span)
    #expect(typo?.meant == meant, "\(reference)")
    if meant != nil { #expect(typo?.cause == .punctuation) }
  }
}
