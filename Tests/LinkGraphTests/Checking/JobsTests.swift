import Testing

@testable import LinkGraph

/// The number of jobs does not show in a report.
@Suite struct JobsTests {
  /// Some hundred pages with links of every sort between them.
  private func store(seed: UInt64) -> MemoryStore {
    var generator = SeededGenerator(seed: seed)
    let pages = (0..<300).map { "d\($0 % 7)/p\($0).md" }
    let png = ImageFixture.png()
    var store = MemoryStore(["README.md": "# Home\n\n[x](\(pages[0])) [x](\(pages[1]))\n"])
    for image in 0..<20 {
      store.files["pics/\(image).png"] =
        generator.chance(30) ? Array(png.prefix(Int.random(in: 0..<40, using: &generator))) : png
    }
    for page in pages {
      var text = "# Title of \(page.count)\n\n"
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        let number = Int.random(in: 0..<20, using: &generator)
        let other = generator.pick(pages)
        text += generator.pick([
          "[x](../\(other))", "[x](../\(other)#title-of-8)", "[x](#title-of-\(number))",
          "[x](../gone/\(number).md)", "![x](../pics/\(number).png)", "![x](gone\(number).png)",
          "[x](https://x\(number % 3).example/\(number))", "[x](https:/x.example/\(number))",
          "[x](https://github.com/old/news/blob/main/\(other))", "[x](../\(other.uppercased()))",
          "![x](https://github.com/example/news/blob/main/pics/\(number).png)",
          "<ahref=\"https://x.example/\(number)\">x</a>", "<video src=\"../\(other)\"></video>",
          "\n\n## Related articles\n\n[x](../\(other))\n",
        ])
        text += generator.chance(30) ? "\n" : " "
      }
      store.files[page] = Array(text.utf8)
    }
    return store
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func sameReport(seed: UInt64) async throws {
    let stores = [(MemoryMirror.news, store(seed: seed))]
    let one = try await MemoryMirror.check(stores, jobs: 1)
    #expect(one.report.summary.byCode.count >= 12)
    #expect(one.report.findings.count > 200)
    let expected = try one.json
    for jobs in [2, 8] {
      // Not compared inside the macro, which would print both.
      let isSame = try await MemoryMirror.check(stores, jobs: jobs).json == expected
      #expect(isSame, "\(jobs) jobs")
    }
  }
}
