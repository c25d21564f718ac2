/// The pages of the weekly: Markdown with relative links, as a GitLab repository shows it.
struct WeeklyPages: Sendable {
  let plan: MirrorPlan

  /// `README.md`: links to all issues.
  func front() -> PageWriter {
    var page = Markdown(PageWriter(id: plan.mounts.weekly.id + plan.mounts.front))
    page.text("<a name=\"1\" id=\"1\"></a>\n\n# 周刊\n\n")
    for issue in 1...plan.issues {
      // The second heading of every issue is the same, and a Unicode slug.
      let fragment = issue % 3 == 0 ? "#本期内容" : issue % 3 == 1 ? "#1" : ""
      page.link("第 \(issue) 期", "2025/\(issue.padded(3)).md\(fragment)", before: "* ", after: "\n")
    }
    return page.writer
  }

  /// Issue `number`, with faults in Markdown syntax.
  func issue(_ number: Int) -> PageWriter {
    var random = RandomSource(seed: plan.seed, stream: 0x3EE_0000 + UInt64(number))
    var page = Markdown(
      PageWriter(id: "\(plan.mounts.weekly.id)2025/\(number.padded(3)).md", capacity: 8_000))
    page.text("<a name=\"1\" id=\"1\"></a>\n\n# 周刊 第 \(number) 期\n\n")
    page.image(
      "![封面](", "https://gitlab.com/group/weekly/-/raw/master/\(Assets.coverPath(number))",
      " \"封面\")\n\n")
    page.text("## 本期内容\n\n")
    for _ in 0..<12 {
      let article = plan.defects.linkedArticle(random.below(plan.calendar.count))
      page.link(
        String(decoding: plan.titles[article], as: UTF8.self), plan.articleURL(article) + "#1",
        before: "* ", after: "\n")
    }
    for _ in 0..<6 {
      page.text("\n")
      page.writer.prose(400, &random)
      page.text("\n")
    }
    for fault in plan.defects.issueFaults[number] ?? [] {
      page.text("\n")
      page.writer.prose(60, &random)
      switch fault.role {
      case .anchor: page.link("见此", fault.reference, after: "。\n")
      case .image:
        page.text(" ![图](")
        page.writer.image(fault.reference)
        page.text(")\n")
      }
    }
    page.text("\n---\n\n")
    if number > 1 { page.link("上一期", "\((number - 1).padded(3)).md#1", after: " \\| ") }
    page.link("首页", "../README.md#1", after: "\n")
    return page.writer
  }
}
