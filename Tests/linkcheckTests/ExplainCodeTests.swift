import Foundation
import Testing

/// `linkcheck explain CODE`: the same words as in the reports.
@Suite struct ExplainCodeTests {
  @Test func aCodeIsExplainedWithoutAnyMirror() throws {
    let folder = try TemporaryFolder()
    let run = try Program.linkcheck.run(["explain", "missing-page"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    for text in [
      "missing-page", "error", "Page is missing", "Why it matters", "gets an error page",
      "How to mend it", "Correct the path", "How to silence it", "  missing-page: off",
      "- { code: missing-page, page: ",
    ] {
      #expect(run.output.contains(text), "\(text)")
    }
    #expect(
      try Program.linkcheck.run(["explain", "timeout"], in: folder.path).output.contains("online"))
  }

  @Test func aNearMissIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# Home\n")
    let run = try Program.linkcheck.run(["explain", "mising-page"], in: folder.path)
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean the code `missing-page`?"), "\(run.errors)")
  }

  @Test func aFileOfThatNameComesFirst() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# Home\n\n[t](timeout/README.md)\n")
    try folder.file("timeout/README.md", "# T\n\n[gone](gone.md)\n")
    let run = try Program.linkcheck.run(["explain", "timeout"], in: folder.path)
    #expect(run.output.contains("linked from") || run.output.contains("the folder shows"))
    #expect(!run.output.contains("How to mend it"))
  }

  @Test func reportsUseTheSameText() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# Home\n\n[gone](gone.md)\n")
    let sentence = "Whoever follows the link gets an error page."
    let sarif = try Program.linkcheck.run(["check", "--format", "sarif"], in: folder.path)
    #expect(sarif.output.contains(sentence) && sarif.output.contains("missing-page: off"))
    _ = try Program.linkcheck.run(["check", "--format", "html=out"], in: folder.path)
    let page = try String(
      contentsOf: URL(filePath: folder.path + "/out/findings.html"), encoding: .utf8)
    #expect(page.contains(sentence))
  }
}
