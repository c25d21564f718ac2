/// The entry pages of a mirror that is one web site, and its weekly: what ``ReadmePages`` and
/// ``WeeklyPages`` are to repositories.
struct WebPages: Sendable {
  let plan: MirrorPlan

  /// `index.html` of the site: the root.
  func top() -> PageWriter {
    var page = open(plan.mounts.top, "index.html", title: "示例镜像")
    for url in [
      "www/", "https://mirror.example/www/index.html#1", "weekly/index.html", "manual/",
      "news/gb/nsc413.html#1", "https://www.friend.example/", "HTTPS://MIRROR.example/www/",
    ] {
      item(Reference(url), url, &page)
    }
    close(&page)
    return page
  }

  /// `index.html` of `www`: sections and months, and the anchors that all pages link to.
  func front() -> PageWriter {
    var page = open(plan.mounts.www, "index.html", title: "镜像首页")
    for section in Section.all {
      item(Reference("../news/gb/\(section.name).html#1"), section.title, &page)
    }
    for month in plan.calendar.months {
      item(
        Reference("/news/\(IndexTemplate.monthStem(month.date)).html"),
        "\(month.date.year)年\(month.date.month)月", &page)
    }
    page.text("<li id=\"8\">软件 <a href=\"")
    page.anchor(Reference("files/reader-1.zip"), .content)
    page.text("\">一</a></li>\n<li><a name=\"9\"></a>见证</li>\n")
    for name in ["scan.jpe", "map.jfif", "PHOTO.JPG", "logo.png", "banner.webp"] {
      page.text("<li><img src=\"")
      page.image(Reference("img/\(name)"))
      page.text("\" alt=\"\"></li>\n")
    }
    close(&page)
    return page
  }

  /// `index.html` of the weekly.
  func weekly() -> PageWriter {
    var page = open(plan.mounts.weekly, "index.html", title: "周刊")
    for issue in 1...plan.issues {
      item(Reference("2025/\(issue.padded(3)).html#1"), "第 \(issue) 期", &page)
    }
    close(&page)
    return page
  }

  /// Issue `number` of the weekly.
  func issue(_ number: Int) -> PageWriter {
    var random = RandomSource(seed: plan.seed, stream: 0x3EE_0000 + UInt64(number))
    var page = open(
      plan.mounts.weekly, "2025/\(number.padded(3)).html", title: "周刊 第 \(number) 期")
    page.text("<li><img src=\"")
    page.image(Reference("../\(Assets.coverPath(number))"))
    page.text("\" alt=\"\"></li>\n")
    for _ in 0..<12 {
      let article = plan.defects.linkedArticle(random.below(plan.calendar.count))
      item(
        Reference(plan.articleURL(article) + "#1"),
        String(decoding: plan.titles[article], as: UTF8.self), &page)
    }
    item(Reference("../index.html#1"), "首页", &page)
    close(&page)
    return page
  }

  private func open(_ mount: Mount, _ path: String, title: String) -> PageWriter {
    var page = PageWriter(id: mount.id + path, capacity: 8_000)
    HTMLFrame.open(&page, title: Array(title.utf8)[...])
    page.text("<h1 id=\"1\">\(title)</h1>\n<ul>\n")
    return page
  }

  private func item(_ url: Reference, _ text: String, _ page: inout PageWriter) {
    page.text("<li><a href=\"")
    page.anchor(url, .content)
    page.text("\">\(text)</a></li>\n")
  }

  private func close(_ page: inout PageWriter) {
    page.text("</ul>")
    HTMLFrame.close(&page)
  }
}
