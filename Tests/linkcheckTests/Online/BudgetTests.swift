import Foundation
import Testing

extension OnlineTests {
  /// `--max-time` and `--max-requests`: a run that stops early says so, and keeps what it knows.
  @Suite struct BudgetTests {
    @Test func requestsEndAtTheirNumber() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: (1...100).map { "\(server.base)/n/\($0)" })
      let run = try mirror.check(["--max-requests", "10"], format: "text")
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.output.contains("incomplete"))
      let total = try server.counts().total
      #expect((1...10).contains(total))
    }

    @Test func timeEndsWhatIsLeft() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(
        links: ["\(server.base)/missing"] + (1...200).map { "\(server.base)/slow?ms=1000&n=\($0)" },
        external: "timeout: 10s, retries: 0, interval: 0ms, per-host: 1, confirm: 1")
      let run = try mirror.check(["--max-time", "4s"], format: "text")
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.output.contains("incomplete"))
      // Half the links need 100 s.
      #expect(try server.counts().total < 100)
    }

    @Test func anEndlessCalendarEndsAtTheNumberOfRequests() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check(
        "\(server.base)/calendar/2026/1", ["--max-requests", "60", "--format", "text"])
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.output.contains("incomplete"))
      let total = try server.counts().total
      #expect((20...60).contains(total))
    }

    /// Ctrl-C in the middle of a crawl: what was read is reported, as an incomplete run.
    @Test func anInterruptedCrawlReportsWhatItRead() throws {
      let server = try FaultServer()
      let folder = try TemporaryFolder()
      let configuration = try folder.file(
        "linkcheck.yml", "external: { interval: 20ms, per-host: 2 }\n")
      let run = try Program(path: "/usr/bin/timeout").run(
        [
          "--preserve-status", "-s", "INT", "-k", "60", "3", Program.linkcheck.path, "check",
          "\(server.base)/calendar/2026/1", "-c", configuration, "--format", "text",
        ], in: folder.path)
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.output.contains("interrupted"), "\(run.output)")
      #expect(try server.counts().of("/calendar/2026/2") == 1)
    }

    @Test func anEndlessCalendarEndsAtItsDepth() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check(
        "\(server.base)/calendar/2026/1", ["--depth", "2", "--format", "jsonl"])
      let counts = try server.counts()
      #expect(counts.requests["GET /calendar/2026/3"] == 1)
      #expect(counts.requests["GET /calendar/2025/11"] == 1)
      #expect(counts.requests["GET /calendar/2026/4"] == nil)
      let errors = try run.findings().filter { $0.severity == "error" }
      #expect(errors.isEmpty && run.status == 0, "\(run.errors)")
    }
  }
}
