/// The pages of the manual: HTML files with relative links and odd fragments, as documentation
/// generators write them. There are no navigation elements: every link is content.
struct ManualPages: Sendable {
  let plan: MirrorPlan

  /// Parts that the chapters are divided in.
  var parts: Int {
    (plan.chapters + MirrorPlan.chaptersPerPart - 1) / MirrorPlan.chaptersPerPart
  }

  /// Ids that every chapter has, as attribute values, and fragments that reach them.
  private static let anchors = [
    (id: "s1", fragment: "s1"),
    (id: "add(int,java.lang.String)", fragment: "add(int,java.lang.String)"),
    (id: "&lt;init&gt;", fragment: "%3Cinit%3E"), (id: "get(K)-V", fragment: "get%28K%29-V"),
    (id: "größe", fragment: "gr%C3%B6%C3%9Fe"), (id: "概要", fragment: "概要"),
  ]

  /// `index.html`: links to the parts, half of them by their folder.
  func front() -> PageWriter {
    var page = open("index.html", title: "手册", up: "")
    page.text("<ul>\n")
    for part in 1...parts {
      let folder = "part-\(part.padded(2))/"
      anchor(part % 2 == 0 ? folder : folder + "index.html#s1", "第 \(part) 部分", &page)
    }
    for path in EncodedPages.paths { anchor(path, path, &page) }
    for copy in plan.defects.copiedChapters {
      anchor(Self.copyPath(copy), "旧版 \(copy)", &page)
    }
    for path in ["files/", "files/data.txt#L1", "mailto:manual@docs.example", "javascript:void(0)"]
    {
      anchor(path, path, &page)
    }
    // Above the mount there is only what is not mounted.
    anchor("../../../index.html", "首页", &page)
    page.text("</ul>\n</body></html>\n")
    return page
  }

  /// `index.html` of a part: links to its chapters, some without extension.
  func part(_ number: Int) -> PageWriter {
    var page = open("part-\(number.padded(2))/index.html", title: "第 \(number) 部分", up: "../")
    page.text("<ul>\n")
    let first = (number - 1) * MirrorPlan.chaptersPerPart + 1
    for chapter in first...min(first + MirrorPlan.chaptersPerPart - 1, plan.chapters) {
      let name = "chapter-\(chapter.padded(4))"
      anchor(chapter % 5 == 4 ? name : "./\(name).html", "第 \(chapter) 章", &page)
    }
    page.text("</ul>\n</body></html>\n")
    return page
  }

  /// Chapter `number`, with its faults.
  func chapter(_ number: Int) -> PageWriter {
    var random = RandomSource(seed: plan.seed, stream: 0xD0C_0000 + UInt64(number))
    var page = open(Outline.chapterPath(number), title: "第 \(number) 章", up: "../")
    page.text("<p><a href='")
    page.anchor(Reference("../index.html"), .content)
    page.text("'>手册</a> <A HREF=")
    page.anchor(Reference("index.html#s1"), .content)
    page.text(">部分</A></p>\n<img src=\"")
    page.image(Reference("../img/fig-\((number % Assets.figures + 1).padded(2)).png"))
    page.text("\" alt=\"\">\n")
    for anchor in Self.anchors.dropFirst() {
      page.text("<h2 id=\"\(anchor.id)\">")
      page.prose(30, &random)
      page.text("</h2>\n<p>")
      page.prose(300, &random)
      page.text("</p>\n")
    }
    page.text("<ul>\n")
    for _ in 0..<10 {
      let other = 1 + random.below(plan.chapters)
      let fragment = Self.anchors[random.below(Self.anchors.count)].fragment
      anchor("../\(Outline.chapterPath(other))#\(fragment)", "第 \(other) 章", &page)
    }
    anchor("#%3Cinit%3E", "此处", &page)
    for fault in plan.defects.chapterFaults[number] ?? [] {
      page.text("<li>")
      switch fault.role {
      case .anchor:
        page.text("<a class=x href=\"")
        page.anchor(fault.reference, .content)
        page.text("\">见</a></li>\n")
      case .image:
        page.text("<img alt=x src=\"")
        page.image(fault.reference)
        page.text("\"></li>\n")
      }
    }
    page.text(
      """
      </ul>
      <script>document.write("<a href='none.html'>无</a>");</script>
      <!-- <a href="none.html">无</a> -->
      <textarea><a href="none.html">无</a></textarea>
      </body></html>

      """)
    return page
  }

  /// The path of the second copy of a chapter; it sorts after the first.
  static func copyPath(_ chapter: Int) -> String {
    Outline.chapterPath(chapter).replacing(".html", with: "_copy.html")
  }

  private func open(_ path: String, title: String, up: String) -> PageWriter {
    var page = PageWriter(id: plan.mounts.manual.id + path, capacity: 8_000)
    page.text(
      """
      <!DOCTYPE html>
      <html lang="zh-Hans"><head><meta charset="utf-8"><title>\(title)</title>
      <link rel="stylesheet" href="\(up)style.css">
      <script src="\(up)manual.js"></script></head>
      <body>
      <h1 id="s1">\(title)</h1>

      """)
    return page
  }

  private func anchor(_ url: String, _ text: String, _ page: inout PageWriter) {
    page.text("<li><a href=\"")
    page.anchor(Reference(url), .content)
    page.text("\">\(text)</a></li>\n")
  }
}
