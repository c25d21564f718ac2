import Foundation
import Testing

/// The formats for CI systems as the program writes them.
@Suite struct CIFormatTests {
  private func mirror() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# Home\n\né 😀 [gone](gone.md) [b](b.md)\n")
    try folder.file("b.md", "# B\n\n[gone](gone.md)\n")
    return folder
  }

  @Test func underGitHubActionsAnnotationsAndTheStepSummaryComeByThemselves() throws {
    let folder = try mirror()
    try folder.file("summary.txt", "an earlier step\n")
    let environment = [
      "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.path + "/summary.txt",
    ]
    let run = try Program.linkcheck.run(["check"], in: folder.path, environment: environment)
    #expect(run.status == 1)
    #expect(run.output.contains("Page is missing"))
    #expect(
      run.output.contains(
        "::error file=README.md,line=3,col=16,title=Page is missing (missing-page)::nothing stands"),
      "\(run.output)")
    let summary = try String(contentsOfFile: folder.path + "/summary.txt", encoding: .utf8)
    #expect(summary.hasPrefix("an earlier step\n## Links of"))
    // Who names formats gets just those.
    let named = try Program.linkcheck.run(
      ["check", "--format", "text"], in: folder.path, environment: environment)
    #expect(!named.output.contains("::error"))
  }

  @Test func sarifCountsUTF16() throws {
    let folder = try mirror()
    let run = try Program.linkcheck.run(["check", "--format", "sarif"], in: folder.path)
    let log = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let results = ((log?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]]) ?? []
    let regions = results.compactMap { result -> [String: Int]? in
      let location = (result["locations"] as? [[String: Any]])?.first
      return (location?["physicalLocation"] as? [String: Any])?["region"] as? [String: Int]
    }
    #expect(
      regions.contains(["startLine": 3, "endLine": 3, "startColumn": 13, "endColumn": 20]),
      "\(regions)")
  }

  @Test func allOfThemInOneRun() throws {
    let folder = try mirror()
    let formats = ["sarif", "junit", "github", "markdown", "codequality", "rdjsonl"]
    let run = try Program.linkcheck.run(
      ["check"] + formats.flatMap { ["--format", "\($0)=out.\($0)"] }, in: folder.path)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    for format in formats {
      let text = try String(contentsOfFile: folder.path + "/out.\(format)", encoding: .utf8)
      #expect(text.contains("gone.md"), "\(format)")
    }
  }
}
