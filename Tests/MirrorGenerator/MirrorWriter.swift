/// Writes the files of a planned mirror.
struct MirrorWriter: Sendable {
  let plan: MirrorPlan
  let files: FileWriter
  private let articles: ArticleTemplate
  private let indexes: IndexTemplate

  /// A writer of the mirror of `plan`.
  init(plan: MirrorPlan, files: FileWriter) {
    self.plan = plan
    self.files = files
    let chrome = Chrome(plan: plan)
    articles = ArticleTemplate(plan: plan, chrome: chrome)
    indexes = IndexTemplate(plan: plan, chrome: chrome)
  }

  /// What was written, and what a checker must find in it.
  struct Outcome: Sendable {
    var tally = Tally()
    var expected: [Expectation] = []

    /// Adds a page that was written.
    mutating func add(_ page: PageWriter) {
      tally.add(page.tally)
      expected += page.expectations()
    }

    /// Adds the outcome of another part.
    mutating func add(_ other: Outcome) {
      tally.add(other.tally)
      expected += other.expected
    }
  }

  /// Writes everything with `workers` tasks; the bytes do not depend on their number.
  func write(workers: Int) async throws -> Outcome {
    var outcome = try writeRest()
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var part = Outcome()
          for day in stride(from: worker, to: plan.calendar.days.count, by: workers) {
            part.add(try writeDay(day))
          }
          return part
        }
      }
      for try await part in group { outcome.add(part) }
    }
    outcome.expected += plan.defects.expected
    outcome.expected.sort(by: Expectation.precedes)
    try writeExpected(outcome)
    return outcome
  }

  /// The articles and index pages of one day.
  private func writeDay(_ day: Int) throws(GeneratorError) -> Outcome {
    var outcome = Outcome()
    let news = plan.mounts.news
    try files.makeFolders(news.folder + plan.calendar.folder(day: day))
    for index in plan.calendar.articles(day: day) {
      let path = plan.calendar.stem(index) + plan.mounts.suffix
      let faults = plan.defects.faults(of: index)
      switch faults.body {
      case .article:
        try write(articles.page(index, faults: faults), news, path, &outcome)
      case .bytes(let bytes):
        try files.write(bytes, to: news.folder + path)
        outcome.tally.pages += 1
        outcome.tally.files += 1
        outcome.tally.bytes += bytes.count
      case .fifo: try files.fifo(news.folder + path)
      }
    }
    for (path, page) in indexes.dayPages(day) { try write(page, news, path, &outcome) }
    return outcome
  }

  /// Everything but days: section, month and entry pages, weekly, manual, images, configuration.
  private func writeRest() throws(GeneratorError) -> Outcome {
    var outcome = Outcome()
    let mounts = plan.mounts
    for folder in ["gb/300", "pic"] { try files.makeFolders(mounts.news.folder + folder) }
    for folder in ["t/news", "img", "files"] { try files.makeFolders(mounts.www.folder + folder) }
    for folder in ["2025", "img"] { try files.makeFolders(mounts.weekly.folder + folder) }
    for folder in ["img", "files"] { try files.makeFolders(mounts.manual.folder + folder) }
    if plan.defects.symlinks.contains(where: { $0.path.hasSuffix("gb/outside") }) {
      try files.makeFolders("outside")
    }
    for month in plan.calendar.months {
      let (path, page) = indexes.monthPage(month.date, days: month.days)
      try files.makeFolders(
        mounts.news.folder + path.split(separator: "/").dropLast().joined(separator: "/"))
      try write(page, mounts.news, path, &outcome)
    }
    for section in Section.all.indices {
      let (path, page) = indexes.sectionPage(section)
      try write(page, mounts.news, path, &outcome)
    }
    try writeEntries(&outcome)
    try writeManual(&outcome)
    for file in Assets.all(plan) {
      try files.write(file.bytes, to: file.path)
      outcome.tally.files += 1
      outcome.tally.bytes += file.bytes.count
    }
    for link in plan.defects.symlinks { try files.link(link.path, to: link.target) }
    try files.write(Array(ConfigFile.text(plan).utf8), to: "linkcheck.yml")
    return outcome
  }

  private func writeEntries(_ outcome: inout Outcome) throws(GeneratorError) {
    let mounts = plan.mounts
    let weekly: (front: PageWriter, issue: (Int) -> PageWriter)
    if mounts.html {
      let pages = WebPages(plan: plan)
      try write(pages.top(), mounts.top, "index.html", &outcome)
      try write(pages.front(), mounts.www, mounts.front, &outcome)
      weekly = (pages.weekly(), pages.issue)
    } else {
      let pages = ReadmePages(plan: plan)
      try write(pages.front(), mounts.www, mounts.front, &outcome)
      try write(pages.news(), mounts.news, "README.md", &outcome)
      try write(pages.start(), mounts.news, "start.md", &outcome)
      let issues = WeeklyPages(plan: plan)
      weekly = (issues.front(), issues.issue)
    }
    try write(weekly.front, mounts.weekly, mounts.front, &outcome)
    for issue in 1...plan.issues {
      try write(
        weekly.issue(issue), mounts.weekly, "2025/\(issue.padded(3))\(mounts.suffix)", &outcome)
    }
  }

  private func writeManual(_ outcome: inout Outcome) throws(GeneratorError) {
    let mount = plan.mounts.manual
    let manual = ManualPages(plan: plan)
    try write(manual.front(), mount, "index.html", &outcome)
    for (path, page) in EncodedPages.all(mount) { try write(page, mount, path, &outcome) }
    for part in 1...manual.parts {
      try files.makeFolders("\(mount.folder)part-\(part.padded(2))")
      try write(manual.part(part), mount, "part-\(part.padded(2))/index.html", &outcome)
    }
    for chapter in 1...plan.chapters {
      try write(manual.chapter(chapter), mount, Outline.chapterPath(chapter), &outcome)
    }
    for chapter in plan.defects.copiedChapters {
      try write(manual.chapter(chapter), mount, ManualPages.copyPath(chapter), &outcome)
    }
  }

  private func write(
    _ page: PageWriter, _ mount: Mount, _ path: String, _ outcome: inout Outcome
  ) throws(GeneratorError) {
    try files.write(page.bytes, to: mount.folder + path)
    outcome.add(page)
    outcome.tally.files += 1
    outcome.tally.bytes += page.bytes.count
  }

  /// The findings, one a line, and the figures.
  private func writeExpected(_ outcome: Outcome) throws(GeneratorError) {
    var lines: [UInt8] = []
    for finding in outcome.expected { lines.append(contentsOf: finding.json.utf8) }
    try files.write(lines, to: "expected.jsonl")
    try files.write(
      Array(Summary(plan: plan, outcome: outcome).json.utf8), to: "expected-summary.json")
  }
}
