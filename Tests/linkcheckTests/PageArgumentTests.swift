import Foundation
import Testing

/// Pages and folders as arguments: what an editor and a hook call.
@Suite struct PageArgumentTests {
  private func mirror(configured: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# Home\n\n[a](notes/a.md) [gone](gone.md)\n")
    try folder.file("notes/a.md", "# A\n\n[missing](missing.md) [home](../README.md)\n")
    try folder.file("notes/b.md", "# B\n\n[nowhere](nowhere.md)\n")
    try folder.file("other/c.md", "# C\n\n[never](never.md)\n")
    if configured { try folder.file("linkcheck.yml", "checks: { orphan-page: off }\n") }
    return folder
  }

  private func found(
    _ arguments: [String], in directory: String
  ) throws -> (status: Int32, lines: [String]) {
    let run = try Program.linkcheck.run(
      ["check"] + arguments + ["--format", "jsonl"], in: directory)
    return (run.status, try FindingLine.parse(run.output).map { "\($0.page) \($0.url ?? "")" })
  }

  @Test func aPageIsCheckedInItsMirror() throws {
    let folder = try mirror()
    let (status, lines) = try found(["a.md"], in: folder.path + "/notes")
    #expect(lines == ["notes/a.md missing.md"])
    #expect(status == 1)
    // From anywhere, by any path.
    #expect(try found([folder.path + "/notes/a.md"], in: "/").lines == lines)
    #expect(try found(["-c", "linkcheck.yml", "notes/a.md"], in: folder.path).lines == lines)
  }

  @Test func withoutAConfigurationItsWorkTreeOrFolderIsTheMirror() throws {
    let folder = try mirror(configured: false)
    // `../README.md` is outside of the folder.
    #expect(
      try found(["notes/a.md"], in: folder.path).lines
        == ["a.md ", "a.md missing.md", "a.md ../README.md"])
    try folder.file(".git/HEAD", "ref: refs/heads/main\n")
    #expect(
      try found(["notes/a.md"], in: folder.path).lines == ["notes/a.md missing.md"])
  }

  @Test func excludedPathsAreNoPartOfTheMirror() throws {
    let folder = try mirror()
    let all = ["README.md gone.md", "notes/a.md missing.md", "notes/b.md nowhere.md"]
    for glob in ["other", "other/", "./other", "/other/**", "oth*"] {
      #expect(try found(["--exclude", glob], in: folder.path).lines == all, "\(glob)")
    }
    #expect(
      try found(["--exclude", "other", "--exclude", "notes/b.md"], in: folder.path).lines
        == Array(all.prefix(2)))
    // What is left out is not there.
    let without = try found(["--exclude", "notes"], in: folder.path).lines
    #expect(without.contains("README.md notes/a.md"))
    for bad in ["", "[a"] {
      let run = try Program.linkcheck.run(["check", "--exclude", bad], in: folder.path)
      #expect(run.status == 64)
      #expect(run.errors.contains("--exclude"))
    }
    let live = try Program.linkcheck.run(
      ["check", "http://127.0.0.1:9/", "--exclude", "a"], in: folder.path)
    #expect(live.status == 64)
  }

  @Test func severalPagesAndFolders() throws {
    let folder = try mirror()
    #expect(
      try found(["notes", "README.md"], in: folder.path).lines
        == ["README.md gone.md", "notes/a.md missing.md", "notes/b.md nowhere.md"])
    let run = try Program(path: "/bin/sh").run(
      [
        "-c", "printf 'notes/b.md\\nother/c.md\\n' | \"$0\" check - --format jsonl",
        Program.linkcheck.path,
      ], in: folder.path)
    #expect(
      try FindingLine.parse(run.output).map(\.page) == ["notes/b.md", "other/c.md"])
  }

  @Test(arguments: [
    (["NOTES.txt"], 64, "is no page"), (["gone.md"], 64, "no such file"),
    (["notes/a.md", "linkcheck.yml"], 64, "alone"), (["-"], 64, "standard input"),
  ])
  func whatIsNoPage(arguments: [String], status: Int32, word: String) throws {
    let folder = try mirror()
    try folder.file("NOTES.txt", "text")
    let run = try Program.linkcheck.run(["check"] + arguments, in: folder.path)
    #expect(run.status == status)
    #expect(run.errors.contains(word), "\(run.errors)")
  }

  @Test func linksOfAPageAreResolvedInItsMirror() throws {
    let folder = try mirror()
    let run = try Program.linkcheck.run(
      ["links", "a.md", "--format", "jsonl"], in: folder.path + "/notes")
    #expect(run.output.contains("\"target\":\"README.md\""), "\(run.output)")
  }
}
