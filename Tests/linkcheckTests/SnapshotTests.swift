import Foundation
import Testing

/// Whole runs as users see them, of every command. `Snapshots` has one file a case.
@Suite struct SnapshotTests {
  /// Commands that are typed one after the other in the same folder.
  struct Session: CustomTestStringConvertible, Sendable {
    /// The snapshot's name.
    var name: String
    /// The folder's files; nil for a folder with a copy of the bundled mirror.
    var files: [String: String]?
    /// The arguments of each command.
    var commands: [[String]]
    /// The reports that the commands write.
    var reports: [String] = []

    var testDescription: String { name }
  }

  @Test(arguments: help + check + queries + errors)
  func isAsCommitted(session: Session) throws {
    // The mirror is named for its folder.
    let folder = try TemporaryFolder()
    let mirror = folder.path + "/mirror"
    try SmallMirrors.write(session.files ?? [:], to: mirror)
    if session.files == nil {
      try FileManager.default.copyItem(atPath: Program.fixture, toPath: mirror + "/news-mirror")
    }
    var transcript = Transcript(in: mirror)
    for command in session.commands { try transcript.run(command, files: session.reports) }
    try Snapshot(name: session.name).expect(transcript.text)
  }

  @Test func everySnapshotBelongsToASession() throws {
    let names = (Self.help + Self.check + Self.queries + Self.errors).map { $0.name + ".txt" }
    #expect(Set(names).count == names.count)
    if Snapshot.isUpdating { return }
    let files = try FileManager.default.contentsOfDirectory(atPath: Snapshot.folder)
    #expect(files.sorted() == names.sorted())
  }

  @Test func aDifferenceNamesItsLine() {
    #expect(Snapshot.difference("a\nb\n", from: "a\nb\n") == nil)
    #expect(Snapshot.difference("a\nc\n", from: "a\nb\n") == "line 2: `b` is now `c`")
    #expect(Snapshot.difference("a", from: "a\nb") == "line 2: `b` is now the end")
    #expect(Snapshot.difference("a\nb", from: "a") == "line 2: the end is now `b`")
  }

  // MARK: Sessions

  static let commands = ["check", "audit", "explain", "path", "graph", "links"]
  static let announced = ["report", "diff", "init", "serve", "baseline"]

  static let help =
    [
      Session(name: "help", files: [:], commands: [["--help"], [], ["help"]]),
      Session(name: "version", files: [:], commands: [["--version"], ["check", "--version"]]),
    ]
    + commands.map { Session(name: "help-\($0)", files: [:], commands: [[$0, "--help"]]) }
    + announced.map {
      Session(name: "help-\($0)", files: [:], commands: [[$0, "--help"], [$0], [$0, "a", "--b"]])
    }

  static let check = [
    Session(
      name: "check-news-mirror",
      commands: [
        [
          "check", "news-mirror", "--format", "text", "--format", "json=report.json", "--format",
          "jsonl=report.jsonl", "--format", "csv=report.csv",
        ]
      ], reports: ["report.json", "report.jsonl", "report.csv"]),
    Session(
      name: "check-filtered",
      commands: [
        [
          "check", "-c", "news-mirror/linkcheck.yml", "--kind", "nav,content", "--section", "city",
          "--only", "missing-page", "--only", "stale-alias", "--only", "malformed-url", "--limit",
          "1", "--fail-on", "never",
        ]
      ]),
    Session(
      name: "check-garden", files: SmallMirrors.garden,
      commands: [
        ["check"], ["check", ".", "--quiet", "--limit", "1"],
        ["check", "--color", "always", "--only", "missing-fragment"],
        ["check", "--format", "json"],
        ["check", "--format", "jsonl"], ["check", "--format", "csv"],
        ["check", "--only", "orphan-page"],
        ["check", "--only", "orphan-page", "--fail-on", "warning"],
        ["check", "--kind", "nav"],
      ]),
    Session(
      name: "check-healthy", files: SmallMirrors.healthy,
      commands: [["check"], ["check", "--quiet"], ["check", "--fail-on", "warning"]]
        + ["json", "jsonl", "csv"].map { ["check", "--format", $0] }),
    Session(name: "check-pageless", files: SmallMirrors.pageless, commands: [["check"]]),
  ]

  static let queries = [
    Session(name: "audit-news-mirror", commands: [["audit", "city", "-c", "news-mirror"]]),
    Session(
      name: "audit-garden", files: SmallMirrors.garden,
      commands: [
        ["audit", "beds/**"], ["audit", "beds/**", "--only", "orphan-page"],
        ["audit", "beds/**", "--format", "csv", "--fail-on", "never"],
      ]),
    Session(
      name: "explain-news-mirror",
      commands: [
        ["explain", "news/gb/nsc413.md", "-c", "news-mirror", "--limit", "3"]
      ]),
    Session(
      name: "explain-garden", files: SmallMirrors.garden,
      commands: [
        ["explain", "README.md"], ["explain", "beds/weeds.md"], ["explain", "pond.md"],
        ["explain", "img/plan.png"], ["explain", "https://seeds.example/?a=1&b=2"],
      ]),
    Session(
      name: "path-news-mirror",
      commands: [
        [
          "path", "www/README.md", "docs.example/manual/part-01/chapter-0022.html", "-c",
          "news-mirror",
        ]
      ]),
    Session(
      name: "path-garden", files: SmallMirrors.garden,
      commands: [
        ["path", "beds/tulips.html", "beds/lilies, \"white\".md"],
        ["path", "beds/tulips.html", "beds/roses.md", "--kind", "nav"],
        ["path", "README.md", "beds/weeds.md"], ["path", "README.md", "README.md"],
      ]),
    Session(
      name: "graph", files: SmallMirrors.garden,
      commands: [["graph"], ["graph", ".", "--format", "csv", "--kind", "nav"]]
        + ["dot", "csv", "jsonl"].map { ["graph", "--format", $0] }),
    Session(
      name: "links", files: SmallMirrors.garden,
      commands: [
        ["links", "README.md"], ["links", "beds/tulips.html", "--format", "jsonl"],
        ["links", "README.md", "--format", "jsonl", "--base", "https://garden.example/"],
        ["links", "beds/weeds.md", "-c", "."],
      ]),
  ]

  static let errors = [
    Session(
      name: "usage-arguments", files: SmallMirrors.garden,
      commands: [
        ["nonsense"], ["check", "--nonsense"], ["check", ".", "."], ["audit"], ["explain"],
        ["path", "README.md"], ["links"], ["check", "--jobs", "0"], ["check", "--color", "red"],
        ["check", "--preset", "blog"], ["check", "--limit=-1"], ["check", "--limit", "many"],
        ["check", "--fail-on", "hint"], ["check", "--fail-on", "new"], ["check", "--only", "typo"],
        ["check", "--max-time", "soon"],
      ]),
    Session(
      name: "usage-values", files: SmallMirrors.garden,
      commands: [
        ["check", "gone"], ["check", "-c", "linkcheck.yml", "."], ["check", "https://["],
        ["check", "https://ann:secret@mirror.example/"], ["check", "--depth", "3"],
        ["check", "--format", "pdf"], ["check", "--format", "json", "--format", "csv"],
        ["check", "--format", "json="], ["check", "--format", "html"],
        ["check", "--format", "json=gone/report.json"], ["check", "--kind", "menu"],
        ["check", "--section", "beds"], ["audit", "beds"],
        ["audit", "beds/**", "--section", "beds"],
        ["explain", "beds/rosse.md"], ["path", "README.md", "beds/rosse.md"],
        ["graph", "--format", "svg"], ["links", "gone.md"],
        ["links", "README.md", "--format", "csv"],
        ["links", "README.md", "--base", "beds/"],
      ]),
    Session(
      name: "configuration-errors", files: SmallMirrors.misconfigured,
      commands: [
        ["check", "keys"], ["check", "syntax"], ["check", "selector"], ["check", "root"],
        ["check", "folder"], ["check", "-c", "gone.yml"],
      ]),
  ]
}
