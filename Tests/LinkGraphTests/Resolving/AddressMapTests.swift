import Testing

@testable import LinkGraph

@Suite struct AddressMapTests {
  @Test(arguments: [
    ("https://github.com/example/news/blob/master/gb/1.md", "document news/gb/1.md view"),
    ("https://www.github.com/EXAMPLE/NEWS/tree/master/gb", "folder news/gb view"),
    ("https://github.com/example/news/raw/master/gb/1.md", "document news/gb/1.md"),
    ("https://github.com/example/news/blob/master/gb/1.md?raw=true", "document news/gb/1.md"),
    (
      "https://github.com/example/news/blob/refs/heads/master/gb/1.md", "document news/gb/1.md view"
    ),
    ("https://github.com/example/news/blob/feature/x/gb/1.md", "document news/gb/1.md view"),
    ("https://github.com/example/news/blob/feature%2Fx/gb/1.md", "document news/gb/1.md view"),
    ("https://github.com/example/news", "document news/README.md view"),
    ("https://github.com/old/news/blob/master/gb/1.md", "document news/gb/1.md alias view"),
    ("https://example.github.io/news/gb/1", "document news/gb/1.md"),
    ("https://gitlab.com/group/sub/www/-/blob/main/a.md", "document www/a.md view"),
    ("https://www.gitlab.com/Group/Sub/WWW/raw/main/a.md", "document www/a.md"),
    ("http://mirror.example/docs/page", "document docs/page.html"),
    ("https://mirror.example/docs", "document docs/index.html"),
    ("https://mirror.example/docs/manual", "document manual/index.html"),
    ("https://old.example/d/page.html", "document docs/page.html alias"),
  ])
  func filesOfMounts(url: String, expected: String) throws {
    #expect(try SampleMirror.open().lead(url, from: "news/README.md") == expected)
  }

  @Test(arguments: [
    "raw.githubusercontent.com/", "raw.github.com/", "media.githubusercontent.com/media/",
    "raw.githack.com/", "rawcdn.githack.com/", "rawgit.com/", "cdn.rawgit.com/",
    "cdn.statically.io/gh/",
  ])
  func rawHosts(start: String) throws {
    let mirror = try SampleMirror.open()
    #expect(
      try mirror.lead("https://\(start)example/news/master/gb/1.md", from: "news/README.md")
        == "document news/gb/1.md")
    #expect(
      try mirror.lead("https://\(start)example/other/master/gb/1.md", from: "news/README.md")
        == "unchecked https://github.com/example/other: repository is not mounted")
  }

  @Test(arguments: ["cdn.jsdelivr.net", "fastly.jsdelivr.net", "gcore.jsdelivr.net"])
  func versionedHosts(host: String) throws {
    let mirror = try SampleMirror.open()
    for name in ["news@master", "news"] {
      #expect(
        try mirror.lead("https://\(host)/gh/example/\(name)/gb/1.md", from: "news/README.md")
          == "document news/gb/1.md")
    }
  }

  @Test(arguments: [
    (
      "https://github.com/example/news/blob/v1/gb/1.md",
      "https://github.com/example/news: branch or commit is not mounted"
    ),
    (
      "https://github.com/example/news/issues/1",
      "https://github.com/example/news/issues: not a file of the repository"
    ),
    (
      "https://github.com/example/other",
      "https://github.com/example/other: repository is not mounted"
    ),
    ("https://github.com/someone/other", "https://github.com/someone: external, not asked offline"),
    (
      "https://github.com:8443/example/news", "https://github.com:8443: external, not asked offline"
    ),
    (
      "https://media.githubusercontent.com/example/news/master/gb/1.md",
      "https://media.githubusercontent.com: external, not asked offline"
    ),
    ("https://cdn.statically.io/img/x", "https://cdn.statically.io: external, not asked offline"),
    (
      "https://gitlab.com/group/other/-/blob/main/a.md",
      "https://gitlab.com/group/other: repository is not mounted"
    ),
    ("https://elsewhere.example/x", "https://elsewhere.example: external, not asked offline"),
    ("mailto:a@b.example", "mailto:: scheme is not checked"),
  ])
  func whatIsNotOfTheMirror(url: String, expected: String) throws {
    #expect(
      try SampleMirror.open().lead(url, from: "news/README.md") == "unchecked " + expected)
  }
}
