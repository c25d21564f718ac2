import Foundation
import Testing

extension OnlineTests {
  /// One page with a link for each fault, checked once: each gives its code, the rest is unharmed.
  @Suite struct FaultTests {
    /// What that run found, and what the server was asked.
    struct Result: Sendable {
      var ports: FaultServer.Ports
      var status: Int32
      var errors: String
      var findings: [OnlineFinding]
      var counts: FaultServer.Counts
    }

    static let all =
      Expectation.good + Expectation.answers + Expectation.redirects + Expectation.odd
      + Expectation.transport
      + Expectation.rates + Expectation.privateAddresses

    static let result = Swift.Result<Result, any Error> {
      let server = try FaultServer()
      let urls = { (isImage: Bool) in
        all.filter { $0.isImage == isImage }.map { $0.url(server.ports) }
      }
      let mirror = try OnlineMirror(
        links: urls(false), images: urls(true),
        allow: ["127.0.0.1", "127.0.0.3", "127.0.0.4", "127.0.0.5"])
      let run = try mirror.check([
        "--resolve", "no-such-host.test:80:",
      ])
      return Result(
        ports: server.ports, status: run.status, errors: run.errors, findings: try run.findings(),
        counts: try server.counts())
    }

    @Test(arguments: all)
    func each(_ expectation: Expectation) throws {
      let result = try Self.result.get()
      let url = expectation.url(result.ports)
      let findings = result.findings.filter { $0.url == url }
      let codes = findings.map(\.code).sorted().joined(separator: " ")
      #expect(
        expectation.codes.contains(codes), "\(expectation.template): \(findings.map(\.message))")
    }

    @Test func nothingElseIsFound() throws {
      let result = try Self.result.get()
      let urls = Set(Self.all.map { $0.url(result.ports) })
      #expect(result.findings.filter { $0.url.map { !urls.contains($0) } ?? true }.isEmpty)
      #expect(result.status == 1, "\(result.errors)")
    }

    @Test func severitiesAreTheCodes() throws {
      let result = try Self.result.get()
      let severities = [
        "http-error": "error", "dns-failure": "error", "connect-failure": "error",
        "tls-failure": "error", "timeout": "error", "redirect-loop": "error",
        "protocol-error": "error", "permanent-redirect": "warning", "temporary-redirect": "info",
        "rate-limited": "info", "blocked": "info", "unchecked": "info",
      ]
      #expect(!result.findings.isEmpty)
      let soft = "http://127.0.0.1:\(result.ports.soft)/"
      for finding in result.findings {
        guard let severity = severities[finding.code], let url = finding.url else { continue }
        let isSoft = url.hasPrefix(soft) || url.contains("/soft404/")
        #expect(finding.severity == (isSoft ? "warning" : severity), "\(finding)")
        #expect(!finding.message.isEmpty)
      }
    }

    @Test func goodTargetsAreAskedOnceByEachMethod() throws {
      let counts = try Self.result.get().counts
      // These are asked again because they fail at first.
      let again = ["/flapping", "/head-hangs", "/head-reset"]
      for expectation in Expectation.good
      where !again.contains(where: expectation.template.hasPrefix) {
        let target = expectation.template.prefix { $0 != "#" }
        #expect(counts.requests["HEAD \(target)", default: 0] <= 1, "\(target)")
        #expect(counts.requests["GET \(target)", default: 0] <= 1, "\(target)")
        #expect(counts.of(String(target)) > 0, "\(target)")
      }
      #expect(counts.requests["GET /robots.txt"] == 1)
    }

    @Test func whatCannotPassIsNotTriedAgain() throws {
      let counts = try Self.result.get().counts
      for target in ["/missing", "/gone", "/forbidden", "/teapot", "/challenge", "/loop-self"] {
        #expect(counts.requests["HEAD \(target)", default: 0] <= 1, "\(target)")
        #expect(counts.requests["GET \(target)", default: 0] <= 1, "\(target)")
        #expect(counts.of(target) > 0, "\(target)")
      }
    }

    @Test func suggestionsKeepTheFragment() throws {
      let result = try Self.result.get()
      let suggestion = { (path: String) in
        result.findings.first {
          $0.code == "permanent-redirect" && $0.url?.hasSuffix(path) == true
        }?
        .suggestion
      }
      let base = "http://127.0.0.1:\(result.ports.http)"
      #expect(suggestion("/to-fragment#x") == "link to \(base)/ok#b")
      #expect(suggestion("/to-no-fragment#x") == "link to \(base)/ok#x")
      #expect(suggestion("/moved") == "link to \(base)/ok")
    }

    @Test func privateAddressesAreNeverConnectedTo() throws {
      #expect(try Self.result.get().counts.connections["private"] == nil)
    }
  }
}
