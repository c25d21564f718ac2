import Foundation
import Testing

/// Bad arguments, configurations and files: a clear error, the right exit code, the rest kept.
@Suite struct BadInputTests {
  static let refused: [(arguments: String, status: Int32)] = [
    ("frobnicate", 64), ("check /nonexistent/mirror", 64), ("check --format sarf", 64),
    ("check --format nonsense", 64), ("check --online --offline", 64), ("check --fail-on new", 64),
    ("check --only no-such-code", 64), ("check --kind no-such-kind", 64),
    ("check https://user:secret@mirror.example/", 64), ("diff", 64), ("serve", 64),
    ("links /nonexistent.md", 64), ("check --jobs 0", 64), ("check --format html", 64),
    ("check --format json --format csv", 64), ("path www/README.md no/such/page.md", 64),
    ("check -c /nonexistent.yml", 78),
  ]

  @Test(arguments: refused)
  func argumentsThatCannotBeTaken(arguments: String, status: Int32) throws {
    let run = try Program.linkcheck.run(
      arguments.split(separator: " ").map(String.init), in: Program.fixture)
    #expect(run.status == status, "\(arguments): \(run.errors)")
    #expect(!run.errors.isEmpty)
    #expect(run.output.isEmpty)
  }

  /// Whatever is wrong with them, arguments that may hold a secret are not shown.
  static let secrets = [
    "check --resolve mirror.example:443:ann:s3cretword@10.0.0.1", "check --resolve s3cretword",
    "check --resolve mirror.example:443:s3cretword",
    "check --insecure ann:s3cretword@mirror.example",
    "check --insecure s3cretword:x", "check --basic-auth s3cretword",
    "check --basic-auth mirror.example:ann:s3cretword\u{7}",
    "check --basic-auth mirror.example ann s3cretword",
    "check --basic-aut mirror.example:ann:s3cretword",
    "check --basic-aut=mirror.example:ann:s3cretword",
    "check --header mirror.example:Not\u{e9}:s3cretword", "check --header=s3cretword",
    "check --header https://mirror.example:X-Key:s3cretword",
    "check --Header mirror.example:X-Key:s3cretword",
    "check --remap https://ann:s3cretword@a.example/=https://b.example/",
    "check --remap https://a.example/=https://ann:s3cretword@b.example:99999999/",
    "check https://ann:s3cretword@mirror.example/",
    "check https://ann:s3cretword@mirror.example:99999/",
    "check ann:s3cretword@mirror.example",
    "check -c https://ann:s3cretword@mirror.example/linkcheck.yml",
    "links page.md --base http://ann:s3cretword@:x/",
    "audit https://ann:s3cretword@mirror.example/ --online",
    "explain https://ann:s3cretword@mirror.example/",
    "path https://ann:s3cretword@mirror.example/ x.md",
    "graph https://ann:s3cretword@mirror.example:x/",
    "check --format text=https://ann:s3cretword@a.example/x",
  ]

  @Test(arguments: secrets)
  func noMessageHoldsASecret(arguments: String) throws {
    let run = try Program.linkcheck.run(
      arguments.split(separator: " ").map(String.init), in: Program.fixture,
      environment: ["GITHUB_TOKEN": "t s3cretword"])
    #expect(run.status != 0)
    #expect(!run.errors.isEmpty)
    #expect(!(run.output + run.errors).contains("s3cretword"), "\(run.errors)")
  }

  static let wrong: [(yaml: String, place: String, word: String)] = [
    ("prest: generic\n", "linkcheck.yml:1:1", "preset"),
    ("mounts:\n  - github: example/news\n    path: ./gone\n", "linkcheck.yml:3:11", "gone"),
    ("mounts: 7\n", "linkcheck.yml:1:9", "mounts"),
    ("roots: [nowhere.md]\n", "linkcheck.yml:1:9", "nowhere.md"),
    ("checks: { missing-pag: error }\n", "linkcheck.yml:1:11", "missing-page"),
    ("kinds: [{ kind: nav, within: \"td:hover\" }]\n", "linkcheck.yml:1:", "hover"),
    ("sections: { a: { listed-by: gone.md } }\n", "linkcheck.yml:1:", "gone.md"),
    (
      "mounts:\n  - github: example/a\n    path: .\n  - github: example/b\n    path: .\n",
      "linkcheck.yml:5:11", "overlapping mounts"
    ),
    (
      "mounts:\n  - github: example/a\n    path: ./x\n  - github: example/a\n    path: ./y\n",
      "linkcheck.yml:4:", "`a`"
    ),
  ]

  @Test(arguments: wrong)
  func configurationsThatCannotBeTaken(yaml: String, place: String, word: String) throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "# A\n")
    try folder.file("x/README.md", "# A\n")
    try folder.file("y/README.md", "# A\n")
    try folder.file("linkcheck.yml", yaml)
    let run = try Program.linkcheck.run(["check", folder.path])
    #expect(run.status == 78, "\(run.errors)")
    #expect(run.errors.contains(place), "\(run.errors)")
    #expect(run.errors.contains(word), "\(run.errors)")
  }

  @Test func directoryWithoutPagesIsIncomplete() throws {
    let folder = try TemporaryFolder()
    let run = try Program.linkcheck.run(["check", folder.path])
    #expect(run.status == 2)
    #expect(run.output.contains("there are no pages"))
  }

  @Test func unreadablePagesAreFindingsAndTheRestIsKept() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "[a](a.md) [gone](gone.md) [loop](loop.md) [pipe](pipe.md)\n")
    try folder.file("a.md", "[back](README.md)\n")
    #expect(unsafe symlink("loop.md", folder.path + "/loop.md") == 0)
    #expect(unsafe mkfifo(folder.path + "/pipe.md", 0o644) == 0)
    let run = try Program.linkcheck.run(["check", folder.path, "--format", "jsonl"])
    #expect(run.status == 1)
    let found = try FindingLine.parse(run.output)
    #expect(
      found.map { "\($0.code) \($0.page)" } == [
        "missing-page README.md", "unreadable-page loop.md", "unreadable-page pipe.md",
      ])
  }

  @Test func nothingOutsideTheMirrorIsOpenedOrCalledThere() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.file("secret.png", "not an image")
    try folder.file(
      "mirror/README.md",
      "![a](out.png) [b](../secret.png) [c](..%2fsecret.png) [d](a%00b.md) [e](%2e%2e/secret.png)\n"
    )
    #expect(unsafe symlink(secret, folder.path + "/mirror/out.png") == 0)
    let run = try Program.linkcheck.run(["check", folder.path + "/mirror", "--format", "jsonl"])
    let codes = try FindingLine.parse(run.output).map(\.code)
    #expect(codes == Array(repeating: "outside-mount", count: 5))
    #expect(run.status == 0)
  }

  @Test func hugeAndDeepPagesEndInTime() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "[deep](deep.html) [many](many.html) [big](big.html)\n")
    try folder.file(
      "deep.html",
      String(repeating: "<div>", count: 100_000) + "<a href=README.md>x</a>"
        + String(repeating: "</div>", count: 100_000))
    try folder.file(
      "many.html", (0..<200_000).map { "<a href=\"README.md?\($0)\">x</a>" }.joined())
    let big = try folder.file("big.html", "")
    #expect(unsafe truncate(big, 2 << 30) == 0)
    let run = try Program.linkcheck.run(["check", folder.path, "--format", "jsonl"])
    let found = try FindingLine.parse(run.output)
    #expect(found.map { "\($0.code) \($0.page)" } == ["unreadable-page big.html"])
  }

  @Test func namesThatAreNotUTF8AreReadAndLinked() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "[a](%FF.md) [b](%FE.md)\n")
    let name = Array(folder.path.utf8CString.dropLast()) + [47, -1, 46, 109, 100, 0]
    let descriptor = unsafe open(name, O_CREAT | O_WRONLY, 0o644)
    #expect(descriptor >= 0)
    _ = unsafe write(descriptor, "# x\n[r](README.md)\n", 19)
    close(descriptor)
    let run = try Program.linkcheck.run(["check", folder.path, "--format", "jsonl"])
    #expect(try FindingLine.parse(run.output).map(\.url) == ["%FE.md"])
  }

  @Test func htmlReportRefusesForeignFolders() throws {
    let folder = try TemporaryFolder()
    try folder.file("mine/letter.txt", "keep me")
    let run = try Program.linkcheck.run(
      ["check", Program.fixture, "--format", "html=\(folder.path)/mine"])
    #expect(run.status == 64)
    #expect(run.errors.contains("mine"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/mine").count == 1)
  }
}
