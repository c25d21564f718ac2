import Foundation
import Testing

/// Mirrors with known defects: all of them are found, and nothing else.
@Suite struct GeneratedMirrorTests {
  @Test func bundledMirrorGivesExactlyTheExpectedFindings() throws {
    let run = try Program.linkcheck.run(["check", Program.fixture, "--format", "jsonl"])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(try FindingLine.parse(run.output) == FindingLine.expected(of: Program.fixture))
  }

  @Test(arguments: [1, 8])
  func twoThousandPagesGiveExactlyTheExpectedFindings(jobs: Int) throws {
    let folder = try TemporaryFolder()
    let mirror = folder.path + "/mirror"
    let made = try Program.generator.run([mirror, "--pages", "2000", "--seed", "11"])
    #expect(made.status == 0, "\(made.errors)")
    let run = try Program.linkcheck.run(
      ["check", mirror, "--format", "jsonl", "--jobs", String(jobs)])
    #expect(run.status == 1)
    #expect(try FindingLine.parse(run.output) == FindingLine.expected(of: mirror))
  }

  @Test func reportsDoNotDependOnTheNumberOfJobs() throws {
    let reports = try ["1", "3", "8"].map { jobs in
      try Program.linkcheck.run(["check", Program.fixture, "--format", "json", "--jobs", jobs])
        .output.replacing(#/"(started|seconds)": ?[^,\n]*/#, with: "")
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0] == reports[2])
    #expect(reports[0].contains("missing-page"))
  }

  @Test func healthyMirrorIsHealthy() throws {
    let folder = try TemporaryFolder()
    let mirror = folder.path + "/mirror"
    #expect(try Program.generator.run([mirror, "--pages", "120", "--defects", "none"]).status == 0)
    let run = try Program.linkcheck.run(["check", mirror, "--fail-on", "warning"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("✓ healthy"))
  }

  @Test func htmlMirrorOfOneOriginGivesExactlyTheExpectedFindings() throws {
    let folder = try TemporaryFolder()
    let mirror = folder.path + "/mirror"
    #expect(try Program.generator.run([mirror, "--pages", "300", "--html"]).status == 0)
    let run = try Program.linkcheck.run(["check", mirror, "--format", "jsonl"])
    #expect(try FindingLine.parse(run.output) == FindingLine.expected(of: mirror))
  }

  @Test func summaryCountsWhatTheGeneratorWrote() throws {
    struct Counts: Codable, Equatable {
      var pages: Int
      var links: Int
      var images: Int
      var byKind: [String: Int]
    }
    struct Report: Codable { var summary: Counts }
    let run = try Program.linkcheck.run(["check", Program.fixture, "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    let expected = try JSONDecoder().decode(
      Counts.self,
      from: Data(contentsOf: URL(fileURLWithPath: Program.fixture + "/expected-summary.json")))
    #expect(report.summary == expected)
  }
}
