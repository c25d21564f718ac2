import Foundation
import Testing

/// Every command of the README runs, and prints what the README says it prints.
@Suite struct ReadmeTests {
  private func readme() throws -> String {
    try String(
      contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test func everyCommandRuns() throws {
    let scratch = try TemporaryFolder()
    let server = try FaultServer()
    var count = 0
    for line in try readme().split(separator: "\n") where line.hasPrefix("    ") {
      var words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      guard let program = words.first, program.hasSuffix("linkcheck") else { continue }
      words.removeFirst()
      words = words.map { word in
        word.hasPrefix("Tests/")
          ? Program.repository.path + "/" + word
          : word.replacing("=report", with: "=\(scratch.path)/report")
            .replacing("http://127.0.0.1:8080", with: server.base)
      }
      // What only the Internet could answer is not asked: the run ends at once, incomplete.
      let isOnline = words.contains("--online")
      if isOnline { words += ["--max-requests", "1", "--no-cache"] }
      let run = try Program.linkcheck.run(words, in: Program.fixture)
      #expect((isOnline ? [2] : [0, 1]).contains(run.status), "\(line): \(run.errors)")
      #expect(!run.output.isEmpty || line.contains("html="), "\(line)")
      count += 1
    }
    #expect(count >= 10)
  }

  @Test func theOutputShownIsReal() throws {
    let run = try Program.linkcheck.run(["check", Program.fixture])
    let blocks = try readme().split(separator: "```\n", omittingEmptySubsequences: false)
    for block in blocks.enumerated().filter({ $0.offset % 2 == 1 }).map(\.element)
    where block.contains("generated-mirror") || block.contains("✗ Page is missing") {
      for line in block.split(separator: "\n") where line != "..." && !line.hasPrefix("✗ 15") {
        #expect(run.output.contains(line), "\(line)")
      }
    }
  }

  @Test func theConfigurationShownIsAccepted() throws {
    let text = try readme()
    let start = try #require(text.firstRange(of: "```yaml\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "```")).lowerBound
    let folder = try TemporaryFolder()
    try folder.file("linkcheck.yml", String(text[start..<end]))
    for (name, content) in [
      ("www/README.md", "x"), ("news/gb/nsc413.md", "x"), ("weekly/README.md", "x"),
      ("manual/index.html", "x"),
    ] {
      try folder.file(name, content)
    }
    let run = try Program.linkcheck.run(["check", folder.path])
    #expect(run.status < 64, "\(run.errors)")
  }
}
