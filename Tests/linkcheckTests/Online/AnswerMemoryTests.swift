import Foundation
import Testing

extension OnlineTests {
  /// Answers are remembered from run to run, and a failure counts as an error when it lasts.
  @Suite struct AnswerMemoryTests {
    /// As ``OnlineMirror/external``, with the default of two runs that confirm a failure.
    private static let patient = "timeout: 3s, retries: 0, interval: 0ms, per-host: 16"

    @Test func goodAnswersAreNotAskedForAgain() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(
        links: ["/ok", "/ok#a", "/etag#b", "/moved", "/n/1"].map { server.base + $0 },
        images: ["\(server.base)/ok.png"])
      let first = try mirror.check()
      let counts = try server.counts()
      let second = try mirror.check()
      #expect(try second.codes() == first.codes())
      #expect(try first.codes() == ["permanent-redirect \(server.base)/moved"])
      #expect(try server.counts().requests == counts.requests)
      _ = try mirror.check(["--no-cache"])
      #expect(try server.counts().total >= 2 * counts.total - 1)
    }

    @Test func aRememberedPageAnswersForNewFragments() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/ok#a"])
      #expect(try mirror.check().codes().isEmpty)
      try mirror.write(
        "index.html", links: ["\(server.base)/ok#b", "\(server.base)/ok#none"])
      #expect(try mirror.check().codes() == ["missing-fragment \(server.base)/ok#none"])
      #expect(try server.counts().requests["GET /ok", default: 0] <= 1)
    }

    @Test func brokenAnswersAreAskedForEveryRun() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/missing", "\(server.base)/ok"])
      for run in 1...3 {
        let before = try server.counts().of("/missing")
        #expect(try mirror.check().codes() == ["http-error \(server.base)/missing"])
        #expect(try server.counts().of("/missing") > before, "run \(run)")
      }
      #expect(try server.counts().of("/ok") <= 2)
    }

    @Test func aFailureIsAnErrorOnTheSecondRunInARow() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(
        links: ["\(server.base)/switch/x"], external: Self.patient + ", keep: 0ms")
      var results: [String] = []
      // The page comes back in the third run, so that the fourth is a first failure again.
      for status in [404, 404, 200, 500, 404] {
        try server.set("x", to: status)
        let run = try mirror.check()
        let severities = try run.findings().map(\.severity).joined(separator: " ")
        results.append("\(severities) \(run.status)")
      }
      #expect(results == ["warning 0", "error 1", " 0", "warning 0", "error 1"])
    }

    @Test func theNumberOfConfirmationsIsConfigured() throws {
      let server = try FaultServer()
      let once = try OnlineMirror(
        links: ["\(server.base)/missing"], external: Self.patient + ", confirm: 1")
      #expect(try once.check().findings().map(\.severity) == ["error"])
      let thrice = try OnlineMirror(
        links: ["\(server.base)/missing"], external: Self.patient + ", confirm: 3")
      let severities = try (1...3).map { _ in try thrice.check().findings().map(\.severity) }
      #expect(severities == [["warning"], ["warning"], ["error"]])
    }

    @Test func whatCouldNotBeJudgedNeverBecomesAnError() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(
        links: ["/forbidden", "/rate-absurd", "/to-private"].map { server.base + $0 },
        external: Self.patient)
      for _ in 1...3 {
        let run = try mirror.check()
        #expect(run.status == 0)
        #expect(try run.findings().map(\.severity) == ["info", "info", "info"])
      }
    }
  }
}
