/// The pages where readers enter: Markdown with raw HTML in it, badges, fragments of every sort.
///
/// They hold what a checker easily gets wrong and must not report: links in code and comments, all
/// URL forms of a repository, letter case of hosts and owners, branches that are not mounted.
struct ReadmePages: Sendable {
  let plan: MirrorPlan

  /// `README.md` of `www`: a root, and the target of `#1`, `#8` and `#9` of all pages.
  func front() -> PageWriter {
    var page = Markdown(PageWriter(id: plan.mounts.www.id + plan.mounts.front))
    page.text("# 示例镜像首页\n\n")
    page.html("<a id=\"user-content-1\" href=\"", "#1", "\">")
    page.image(
      "<img src=\"", "https://img.shields.io/badge/更新！每日... >-009fcc?logoWidth=1",
      "\" alt=badge></a>\n")
    page.html(
      "<a target=_blank href=", "https://github.com/example/news/blob/master/gb/nsc413.md#1",
      ">城市新闻</a> :arrow_double_down:\n\n")
    page.text("#### 栏目 About This Mirror\n\n")
    for section in Section.all {
      page.link(section.title, "\(plan.mounts.news.page)gb/\(section.name).md#1", after: " \\|\n")
    }
    page.text("\n----\n\n#### 月份\n\n| 月份 | 天数 |\n| --- | --- |\n")
    for month in plan.calendar.months {
      page.link(
        "\(month.date.year)年\(month.date.month)月",
        "\(plan.mounts.news.page)\(IndexTemplate.monthStem(month.date)).md#1",
        before: "| ", after: " | \(month.days.count) |\n")
    }
    page.text("\n<a name=\"8\" id=\"8\"></a>\n\n## 阅读软件\n\n")
    page.link("软件", "https://github.com/example/www/raw/master/files/reader-1.zip", after: "、")
    page.link("目录", "https://github.com/example/www/tree/master/files", after: "、")
    page.link("脚本", "files/reader.sh#L1-L2", after: "\n\n")
    page.text("<a name=\"9\" id=\"9\"></a>\n\n## 难忘的见证\n\n")
    writeForms(&page)
    writeNonLinks(&page)
    writeDetails(&page)
    return page.writer
  }

  /// `README.md` of `news`.
  func news() -> PageWriter {
    var page = Markdown(PageWriter(id: plan.mounts.news.id + "README.md"))
    page.text("新闻\n====\n\n")
    page.link("首页", "https://github.com/example/www/blob/master/README.md#1", after: "\n\n")
    for number in 1...8 {
      page.image(
        "<img width=20% src=",
        "https://raw.githubusercontent.com/example/news/master/"
          + MirrorPlan.picturePath(number % plan.pictures), ">\n")
    }
    page.text("\n## 新闻\n\n## 新闻\n\n")
    page.link("一", "#新闻", after: " ")
    page.link("二", "#新闻-1", after: " ")
    page.link("三", "#%E6%96%B0%E9%97%BB-2", after: " ")
    page.link("今日", "gb/latest.md#1", after: " ")
    page.link("根", "/gb/nsc413.md#1", after: "\n")
    return page.writer
  }

  /// `start.md` of `news`: a root that no page links to, which makes it no orphan.
  func start() -> PageWriter {
    var page = Markdown(PageWriter(id: plan.mounts.news.id + "start.md"))
    page.text("# 开始\n\n")
    page.link("新闻", "README.md", after: "\n")
    return page.writer
  }

  /// The URL forms of a repository, and what is outside the mounts; nothing here is a finding.
  private func writeForms(_ page: inout Markdown) {
    for url in [
      "https://github.com/example/news", "https://github.com/example/news#readme",
      "HTTPS://GitHub.COM/Example/WWW/blob/master/README.md#1",
      "http://github.com/example/www/blob/master/README.md?dfh#9",
      "https://github.com/example/www/tree/master",
      "https://github.com/example/news/tree/master/gb/25",
      "https://raw.githubusercontent.com/example/www/refs/heads/master/files/reader.sh",
      "https://cdn.jsdelivr.net/gh/example/www@master/README.md",
      "https://github.com/example/www/blob/master/%52EADME.md#%38",
      "https://gitlab.com/group/weekly/blob/master/README.md",
      "https://gitlab.com/group/weekly/-/tree/master/2025", "https://gitlab.com/group/weekly",
      "https://docs.example/manual/", "https://docs.example/manual", "https://docs.example/",
      "https://docs.example/manual/index.html#top",
      "https://github.com/example/news/issues/7", "https://github.com/example/news/releases",
      "https://github.com/example/news/blob/other/gone.md",
      "https://github.com/example/news/blob/0123456789abcdef0123456789abcdef01234567/gone.md",
      "https://github.com/example/other/blob/master/gone.md#1",
      "https://d1a2b3c4d5e6f7.cloudfront.net/1?70913", "https://short.example/aB3",
      "https://www.friend.example/a?b=1&c=2#top", "mailto:letters@friend.example",
    ] {
      page.link("形式", url, before: "- ", after: "\n")
    }
    page.text("\n")
    page.link("本页", "#栏目-about-this-mirror", after: " ")
    page.link("本页", "#栏目-About-This-Mirror", after: " ")
    page.link("上", "#", after: " ")
    page.link("上", "#top", after: " ")
    page.link("八", "#user-content-8", after: " ")
    page.link("带空格", "https://www.friend.example/a%20b", after: "\n\n")
    page.text("参见 [手册][m]，")
    page.writer.countAnchor(.content)
    page.text("或 <https://www.friend.example/auto>，\n")
    page.writer.countAnchor(.content)
    page.text("或 https://www.friend.example/bare 和\nwww.friend.example/www 两处。\n\n")
    page.writer.countAnchor(.content)
    page.writer.countAnchor(.content)
    page.text("[m]: https://docs.example/manual/index.html \"手册\"\n\n")
  }

  /// What looks like a link and is none.
  private func writeNonLinks(_ page: inout Markdown) {
    page.text(
      """
      代码 `[无](https://github.com/example/news/blob/master/gb/none.md)` 和

      ```html
      <a href="https://github.com/example/news/blob/master/gb/none.md">无</a>
      ```

          <img src="https://raw.githubusercontent.com/example/news/master/none.jpg">

      <!-- <a href="https://github.com/example/news/blob/master/gb/none.md">无</a> -->

      \\[无](https://www.friend.example) 还有 <b title="<a href='x'>">粗</b>。


      """)
    // The escaped bracket leaves a bare URL, which GitHub links.
    page.writer.countAnchor(.content)
  }

  private func writeDetails(_ page: inout Markdown) {
    page.text("<details><summary>图片</summary>\n\n")
    for name in ["scan.jpe", "map.jfif", "PHOTO.JPG", "logo.png", "banner.webp"] {
      page.image("![图](", "img/\(name)", ")\n")
    }
    page.image(
      "<IMG SRC='", "https://github.com/example/www/blob/master/img/logo.png?raw=true",
      "' ALT='标志'>\n")
    page.text("\n</details>\n")
    page.text("\n<p align=\"center\">\n")
    page.html(
      "<a\n  href = \"", "https://github.com/example/news/blob/master/gb/9p.md?a=1&b=2#1", "\"\n")
    page.text("  >社论</a>\n</p>\n")
  }
}
