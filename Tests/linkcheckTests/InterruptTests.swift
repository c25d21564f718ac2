import Foundation
import Testing

/// SIGINT and SIGTERM, whatever the program does: what is known is reported, marked incomplete, and
/// no report is cut.
@Suite struct InterruptTests {
  /// A mirror whose check takes seconds in any build: pages with many links that differ.
  private func mirror(pages: Int = 400) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let links = (0..<400).map {
      "<p><a href=\"p\($0).html#f\($0)\">x</a> <a href=\"gone\($0).html\">y</a>"
    }
    let body = links.joined(separator: "\n")
    for page in 0..<pages {
      try folder.file("p\(page).html", "<title>\(page)</title>\(page)" + body)
    }
    try folder.file("index.html", body)
    return folder
  }

  /// Runs `check` and sends `signals`, `delay` seconds after it began to wait for them, and then as fast
  /// as a shell can.
  private func interrupted(
    _ arguments: [String], signals: String, after delay: Double, in folder: TemporaryFolder
  ) throws -> (Program.Outcome, seconds: Double) {
    let script = """
      "$@" & pid=$!
      for round in {1..1000}; do
        mask=$(awk '/^SigBlk/ { print $2 }' /proc/$pid/status 2>/dev/null)
        (( 0x${mask:-4000} & 0x4000 )) && break
        sleep 0.01
      done
      sleep \(delay)
      begin=$(date +%s%N)
      for signal in \(signals); do kill -$signal $pid 2>/dev/null; sleep 0.02; done
      wait $pid; status=$?
      end=$(date +%s%N)
      echo "took $(( (end - begin) / 1000000 ))" >&2
      exit $status
      """
    let run = try Program(path: "/bin/bash").run(
      ["-c", script, "bash", Program.linkcheck.path] + arguments, in: folder.path, limit: 120)
    let took = run.errors.matches(of: /took ([0-9]+)/).last.flatMap { Double($0.1) } ?? 120_000
    return (run, took / 1_000)
  }

  /// The bound is for a release build on an idle machine; tests run in neither.
  private static let bound = 5.0

  @Test(arguments: ["INT", "TERM"])
  func aCheckReportsWhatItKnows(signal: String) throws {
    let folder = try mirror()
    let (run, seconds) = try interrupted(
      ["check", ".", "--format", "text", "--format", "json=report.json"], signals: signal,
      after: 0.3, in: folder)
    #expect(run.status == 2, "\(run.errors)")
    #expect(seconds < Self.bound)
    #expect(run.output.contains("incomplete"), "\(run.output.suffix(500))")
    let report = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path + "/report.json")))
    let summary = (report as? [String: Any])?["summary"] as? [String: Any]
    #expect((summary?["incomplete"] as? [String])?.isEmpty == false)
  }

  @Test(arguments: [("INT INT", 130), ("TERM TERM", 143)])
  func aSecondSignalEndsAtOnce(signals: String, status: Int) throws {
    // Larger, so that the first signal alone has not ended it by then.
    let folder = try mirror(pages: 800)
    try folder.file("report.json", "earlier")
    let (run, seconds) = try interrupted(
      ["check", ".", "--format", "json=report.json"], signals: signals, after: 0.3, in: folder)
    #expect(Int(run.status) == status || run.status == 2, "\(run.errors)")
    #expect(seconds < Self.bound)
    let text = try String(contentsOfFile: folder.path + "/report.json", encoding: .utf8)
    #expect(text == "earlier" || text.hasSuffix("}\n"))
  }

  @Test func atAnyMomentNoReportIsCut() throws {
    let folder = try mirror(pages: 60)
    for step in 0..<12 {
      try folder.file("report.json", "earlier")
      let (run, seconds) = try interrupted(
        ["check", ".", "--format", "json=report.json", "--format", "html=report"], signals: "INT",
        after: Double(step) * 0.12, in: folder)
      // 130 before there was anything to report, 1 where the check was faster.
      #expect([1, 2, 130].contains(run.status), "\(step): \(run.status) \(run.errors)")
      #expect(seconds < Self.bound, "\(step)")
      let text = try String(contentsOfFile: folder.path + "/report.json", encoding: .utf8)
      #expect(text == "earlier" || text.hasSuffix("}\n"), "\(step): \(text.suffix(80))")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      if names.contains("report") {
        let inside = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/report")
        #expect(inside.contains("index.html"))
      }
    }
    // What was left half written is gone with the next report.
    #expect(
      try Program.linkcheck.run(["check", ".", "--format", "html=report"], in: folder.path).status
        == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasSuffix(".part") }, "\(names)")
  }
}
