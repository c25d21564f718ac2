import Foundation
import Testing

/// What `links` reads off pages: every way to write a reference, and what is none.
@Suite struct LinksCommandTests {
  struct Link: Codable {
    var role: String
    var kind: String
    var url: String
    var target: String?
    var fragment: String?
    var line: Int
    var column: Int
    var text: String
  }

  private func links(
    _ name: String, _ text: String, _ arguments: [String] = []
  ) throws -> [Link] {
    let folder = try TemporaryFolder()
    let file = try folder.file(name, text)
    let run = try Program.linkcheck.run(["links", file, "--format", "jsonl"] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    let links = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Link.self, from: Data($0.utf8))
    }
    return links
  }

  static let markup: [(name: String, text: String, expected: [String])] = [
    ("a.md", "[x](y.md) ![i](p.png \"t\")", ["anchor y.md 1:5", "image p.png 1:16"]),
    ("a.md", "[x][r]\n\n[r]: <u v.md>", ["anchor u v.md 3:7"]),
    (
      "a.md", "see https://e.example/x, www.e.example and a@e.example",
      [
        "anchor https://e.example/x 1:5", "anchor http://www.e.example 1:26",
        "anchor mailto:a@e.example 1:44",
      ]
    ),
    ("a.md", "<https://e.example/>", ["anchor https://e.example/ 1:2"]),
    ("a.md", "`[a](b)` <!-- [c](d) -->\n\n    [e](f)\n\n```\n[g](h)\n```\n", []),
    ("a.md", "[![i](p.png)](q.md)", ["image p.png 1:7", "anchor q.md 1:15"]),
    ("a.md", "| a |\n|---|\n| [x](y) |\n", ["anchor y 3:7"]),
    ("a.md", "> - <a\n> href=\"x\">y</a>", ["anchor x 2:9"]),
    ("a.md", "---\nt: \"[a](b)\"\n---\n[c](d)", ["anchor d 4:5"]),
    ("a.md", "x[^1]\n\n[^1]: https://e.example", ["anchor https://e.example 3:7"]),
    ("a.md", "[a](b\\_c) [d](e&amp;f)", ["anchor b_c 1:5", "anchor e&f 1:15"]),
    ("a.md", "<table><tr><td>\n\n[a](b)\n</td></tr></table>", ["anchor b 3:5"]),
    (
      "a.html", "<A HREF=a>x</A><a href='b'>y</a><a\nhref=\n\"c\">",
      [
        "anchor a 1:9",
        "anchor b 1:25", "anchor c 3:2",
      ]
    ),
    ("a.html", "<a href=\"x?a&ampb=1&amp;c&copy;\">", ["anchor x?a&ampb=1&c© 1:10"]),
    ("a.html", "<!-- <a href=x> --><script>'<a href=y>'</script><title><a href=z></title>", []),
    (
      "a.html", "<noscript><a href=a></a></noscript><template><a href=b></a></template>",
      ["anchor a 1:19"]
    ),
    (
      "a.html", "<img srcset='a.png 1x, b.png 2x' src=c.png data-src=d.png>",
      ["image a.png 1:14", "image b.png 1:24", "image c.png 1:38", "image d.png 1:53"]
    ),
    (
      "a.html",
      "<div style=\"background:url('a.png')\"><style>@import 'b.css';i{x:url(c.png)}</style>",
      ["css a.png 1:29", "stylesheet b.css 1:54", "css c.png 1:69"]
    ),
    (
      "a.html",
      "<meta http-equiv=refresh content='5; url=x.html'><meta property=og:image content=y.png>",
      ["refresh x.html 1:42", "meta y.png 1:82"]
    ),
    (
      "a.html",
      "<link rel=stylesheet href=a><link rel=\"shortcut icon\" href=b><link rel=preconnect href=c>",
      ["stylesheet a 1:27", "icon b 1:60"]
    ),
    (
      "a.html",
      "<iframe src=a></iframe><object data=b></object><form action=c></form><q cite=d></q>",
      ["frame a 1:13", "object b 1:37", "form c 1:61", "cite d 1:78"]
    ),
    (
      "a.html", "<video poster=a src=b><source src=c></video><input type=image src=d><input src=e>",
      ["image a 1:15", "media b 1:21", "media c 1:35", "image d 1:67"]
    ),
    (
      "a.html", "<svg><a xlink:href=a></a><image href=b /><![CDATA[<a href=c>]]></svg>",
      ["anchor a 1:20", "image b 1:38"]
    ),
    (
      "a.svg",
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>"
        + "<a x:href='b'/></svg>", ["anchor b 1:91"]
    ),
    (
      "a.css", "@import url(a.css); b { c: url( \"d e.png\" ) }",
      ["stylesheet a.css 1:13", "css d e.png 1:34"]
    ),
  ]

  @Test(arguments: markup)
  func readsReferences(name: String, text: String, expected: [String]) throws {
    let found = try links(name, text).map { "\($0.role) \($0.url) \($0.line):\($0.column)" }
    #expect(found == expected)
  }

  @Test func everyPositionPointsAtItsURL() throws {
    for page in ["news/gb/25/8/21/n14899933.md", "www/README.md", "weekly/README.md"] {
      let path = Program.fixture + "/" + page
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { Array($0.utf8) }
      let run = try Program.linkcheck.run(["links", path, "--format", "jsonl"])
      let links = try run.output.split(separator: "\n").map {
        try JSONDecoder().decode(Link.self, from: Data($0.utf8))
      }
      #expect(links.count > 5)
      // What was linked by itself stands there without the scheme it got.
      for link in links where !link.url.contains("&") && !link.url.hasPrefix("http://www.") {
        let rest = lines[link.line - 1].dropFirst(link.column - 1)
        #expect(rest.starts(with: link.url.utf8), "\(page):\(link.line):\(link.column) \(link.url)")
      }
    }
  }

  @Test func seedShapedPageHasItsKinds() throws {
    let run = try Program.linkcheck.run([
      "links", Program.fixture + "/news/gb/25/8/21/n14899933.md", "--preset", "news-mirror",
    ])
    #expect(run.output.contains("anchor: 38 nav"))
    #expect(run.output.contains("24 sidebar"))
  }

  @Test func rulesAskForPlaceAndLabel() throws {
    let folder = try TemporaryFolder()
    try folder.file(
      "linkcheck.yml",
      """
      kinds:
        - { kind: menu, within: "ul.menu > li:nth-of-type(2) a, [data-x=y] b" }
        - { kind: more, after: ["Read more"] }
        - { kind: both, within: "aside", after: ["Both"] }
      """)
    try folder.file(
      "index.html",
      """
      <ul class="a menu"><li><a href=1></a></li><li><i><a href=2></a></i></li></ul>
      <div><h2>READ  MORE:</h2><p><a href=3></a></p></div><a href=4></a>
      <aside><b>Both</b><a href=5></a></aside><b>Both</b><a href=6></a>
      <p><strong><a href=7>Read more</a></strong></p>
      """)
    let run = try Program.linkcheck.run(
      ["links", "index.html", "-c", ".", "--format", "jsonl"], in: folder.path)
    let kinds = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Link.self, from: Data($0.utf8)).kind
    }
    #expect(kinds == ["nav", "menu", "more", "content", "both", "content", "more"])
  }

  @Test func baseURLResolvesAPageOutsideAnyMount() throws {
    let found = try links(
      "a.md", "[a](../b.md#c%20d) [e](#f) [g](https:/x.example)",
      ["--base", "https://github.com/o/r/blob/main/d/a.md"])
    #expect(
      found.map(\.target) == [
        "https://github.com/o/r/blob/main/b.md#c%20d",
        "https://github.com/o/r/blob/main/d/a.md#f", "https://github.com/x.example",
      ])
    #expect(found.map(\.fragment) == ["c d", "f", nil])
  }
}
