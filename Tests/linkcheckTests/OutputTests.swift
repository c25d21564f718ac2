import Foundation
import Testing

/// Where reports go, and that nothing from outside steers the terminal or the CI system they go to.
@Suite struct OutputTests {
  private func mirror() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# Home\n\n[gone](gone.md)\n")
    return folder
  }

  @Test(arguments: [
    (["--format", "json=gone/report.json"], 64, "gone"),
    (["--format", "html=gone/../README.md"], 64, "gone"),
    (["--format", "html=README.md"], 64, "not a folder"),
    (["--format", "csv=link.csv"], 64, "symbolic link"),
    (["--format", "csv=pipe"], 64, "FIFO"), (["-o", "."], 64, "folder"),
    (["--format", "json=a.json", "--format", "jsonl=./a.json"], 64, "two reports"),
    (["--format", "html=report", "--format", "html=report/"], 64, "two reports"),
    (["--format", "json=/dev/full"], 2, "No space left"),
  ])
  func pathsThatCannotBe(arguments: [String], status: Int32, word: String) throws {
    let folder = try mirror()
    try folder.file("target.csv", "precious")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.csv", withDestinationPath: "target.csv")
    #expect(unsafe mkfifo(folder.path + "/pipe", 0o600) == 0)
    let run = try Program.linkcheck.run(["check", "."] + arguments, in: folder.path, limit: 60)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(word), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(
      try String(contentsOfFile: folder.path + "/target.csv", encoding: .utf8) == "precious")
  }

  @Test func oneReportThatFailsDoesNotKeepTheOthers() throws {
    let folder = try mirror()
    let run = try Program.linkcheck.run(
      ["check", ".", "--format", "json=/dev/full", "--format", "csv=r.csv", "--format", "text"],
      in: folder.path)
    #expect(run.status == 2)
    #expect(run.output.contains("gone.md"))
    #expect(
      try String(contentsOfFile: folder.path + "/r.csv", encoding: .utf8).contains("gone.md"))
  }

  /// The name of the folder one is in cannot be given to another: its files are replaced.
  @Test func theCurrentFolderCanBeAReport() throws {
    let folder = try mirror()
    let report = try TemporaryFolder()
    for format in ["html=.", "html=./", "html=" + report.path, "html=."] {
      let run = try Program.linkcheck.run(
        ["check", folder.path, "--format", format], in: report.path)
      #expect(run.status == 1, "\(run.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: report.path)
      #expect(names.count == 7, "\(names)")
    }
  }

  @Test func aReaderThatHasSeenEnough() throws {
    let folder = try mirror()
    let list = (0..<20_000).map { "[x](gone\($0).md)\n" }.joined()
    try folder.file("many.md", list)
    let run = { (format: String) in
      try Program(path: "/bin/bash").run(
        [
          "-c",
          "\"$0\" check . --limit 0 --format \(format) | head -1 >/dev/null; "
            + "exit ${PIPESTATUS[0]}", Program.linkcheck.path,
        ], in: folder.path)
    }
    let text = try run("text")
    #expect(text.status == 1)
    #expect(text.errors.isEmpty)
    let json = try run("json")
    #expect(json.status == 2)
    #expect(json.errors.isEmpty)
  }

  /// Text that would steer a terminal, or be obeyed in the log of a CI system.
  private static let hostile = [
    "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "a\u{202E}b", "::error::owned", "##[error]owned",
    "##vso[task.complete]", "x\n::error::owned", "x\r##[error]owned", "\u{9B}31m",
  ]

  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value))
    }
      && text.split(whereSeparator: \.isNewline).allSatisfy { line in
        !line.trimmingCharacters(in: .whitespaces).hasPrefix("::") && !line.contains("##[")
          && !line.contains("##vso[")
      }
  }

  @Test(arguments: hostile)
  func argumentsAreShownSafely(text: String) throws {
    let folder = try mirror()
    for arguments in [
      ["explain", text], ["path", "README.md", text], ["audit", text], ["links", text],
      ["check", text], ["check", "-c", text], ["check", "--only", text], ["check", "--kind", text],
      ["check", "--format", text], ["check", "--format", "json=\(text)/x"], [text], ["--\(text)"],
      ["check", "--section", text], ["check", "--fail-on", text], ["check", "--jobs", text],
      ["graph", "--format", text], ["check", "--online", "--remap", text],
      ["check", "--color", text],
      ["check", "--preset", text], ["check", "--online", "--header", text],
    ] {
      let run = try Program.linkcheck.run(arguments, in: folder.path)
      #expect(run.status != 0, "\(arguments)")
      #expect(isSafe(run.errors), "\(arguments): \(run.errors.debugDescription)")
      #expect(isSafe(run.output), "\(arguments): \(run.output.debugDescription)")
    }
  }

  @Test(arguments: hostile)
  func namesOfTheMirrorAreShownSafely(text: String) throws {
    let folder = try mirror()
    try folder.file("\(text).md", "# T\n\n[gone](gone.md) [r](README.md)\n")
    try folder.file("\(text)/deep.md", "# T\n\n<a href=\"gone \(text).md\">x</a>\n")
    #expect(unsafe mkfifo(folder.path + "/fifo\(text).md", 0o600) == 0)
    let near = String(text.replacing("r", with: "t"))
    for arguments in [
      ["check", ".", "--limit", "0"], ["explain", text + ".md"], ["explain", near + ".md"],
      ["path", "README.md", near + ".md"], ["path", text + ".md", "README.md"],
      ["links", text + ".md"], ["audit", "**"], ["check", ".", "--format", "csv"],
      ["check", "-c", "roots.yml"],
    ] {
      try folder.file("roots.yml", "roots: [\"x\"]\n")
      let run = try Program.linkcheck.run(arguments, in: folder.path)
      #expect(isSafe(run.errors), "\(arguments): \(run.errors.debugDescription)")
      if !arguments.contains("csv") {
        #expect(isSafe(run.output), "\(arguments): \(run.output.debugDescription)")
      }
    }
  }
}
