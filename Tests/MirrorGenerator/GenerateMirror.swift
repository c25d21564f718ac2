import ArgumentParser
import Glibc

/// Writes a mirror of seed-shaped pages, with chosen defects and the exact list of findings that a
/// right checker must report. Test support: it shares no code with the checker.
@main
struct GenerateMirror: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-mirror",
    abstract: "Write a mirror of seed-shaped pages with known defects.",
    discussion: """
      OUT gets linkcheck.yml, the mounts' folders, expected.jsonl (every finding that a right \
      checker must report: code, page, line, column, url, target) and expected-summary.json \
      (pages, links, images, byKind, byCode, roots). The same arguments give the same bytes.

      Codes: \(DefectCode.allCases.map(\.rawValue).joined(separator: ", ")).
      "all" leaves out unreadable-page, whose file is a FIFO; ask for it: all,unreadable-page.
      """)

  @Argument(help: "The folder to write; new or empty.")
  var out: String

  @Option(help: "Articles to write; index pages, weekly and manual come on top.")
  var pages = 2000

  @Option(help: "What all choices depend on.")
  var seed: UInt64 = 1

  @Option(help: "all, none, or codes joined by commas.")
  var defects = "all"

  @Option(
    name: .customLong("defects-per-code"),
    help: "Defects of each code; default: one for 500 pages, at least 3.")
  var perCode: Int?

  @Flag(help: "HTML pages under one web origin in place of repositories of Markdown.")
  var html = false

  @Option(help: "Tasks that write; default: one for each processor.")
  var jobs: Int?

  func run() async throws {
    let perCode = perCode ?? max(3, pages / 500)
    let jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    try check("--pages", pages, 60...1_000_000)
    try check("--defects-per-code", perCode, 1...2_000)
    try check("--jobs", jobs, 1...1024)
    let codes = try DefectCode.parse(defects, html: html)
    let plan = try MirrorPlan(
      pages: pages, seed: seed, codes: codes, perCode: perCode, html: html)
    let writer = MirrorWriter(plan: plan, files: try FileWriter(emptyFolder: out))
    let outcome = try await writer.write(workers: jobs)
    Swift.print(Summary(plan: plan, outcome: outcome).text)
  }

  private func check(
    _ option: String, _ value: Int, _ range: ClosedRange<Int>
  ) throws(GeneratorError) {
    guard range.contains(value) else {
      throw .badNumber(option: option, value: value, range: range)
    }
  }
}
