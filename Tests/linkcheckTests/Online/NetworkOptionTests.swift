import Foundation
import Testing

extension OnlineTests {
  /// Options of the command line, each seen from the server's side.
  @Suite struct NetworkOptionTests {
    @Test func withoutOnlineNothingIsAsked() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/missing", "\(server.base)/ok"])
      let run = try OnlineMirror.check(mirror.folder.path, ["--format", "jsonl"])
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      let counts = try server.counts()
      #expect(counts.requests.isEmpty)
      // That of the question itself.
      #expect(counts.connections == ["http": 1])
    }

    @Test func loopbackIsNotAskedUnlessAllowed() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/ok"], allow: [])
      let run = try mirror.check()
      #expect(try run.codes() == ["unchecked \(server.base)/ok"])
      #expect(run.status == 0)
      #expect(try server.counts().total == 0)
    }

    @Test func credentialsOpenDoors() throws {
      let server = try FaultServer()
      let urls = ["\(server.base)/auth", "\(server.base)/needs-header"]
      let mirror = try OnlineMirror(links: urls)
      #expect(try mirror.check(["--no-cache"]).codes() == urls.map { "blocked \($0)" })
      let host = "127.0.0.1:\(server.ports.http)"
      #expect(
        try mirror.check(["--no-cache", "--basic-auth", "\(host):user:secret"]).codes()
          == ["blocked \(urls[1])"])
      #expect(
        try mirror.check(["--no-cache", "--header", "\(host):X-Token:t"]).codes()
          == ["blocked \(urls[0])"])
      // A host alone is not all of its ports.
      #expect(
        try mirror.check(["--no-cache", "--header", "127.0.0.1:X-Token:t"]).codes().count == 2)
    }

    @Test func aHostAloneIsTheOriginOfTheURL() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check(
        "\(server.base)/needs-header",
        ["--header", "127.0.0.1:X-Token:t", "--format", "jsonl"])
      #expect(run.status != 2, "\(run.errors)")
    }

    @Test func certificatesAreVerifiedUnlessTheHostIsExempt() throws {
      let server = try FaultServer()
      let urls = [server.ports.selfSigned, server.ports.expired].map {
        "https://127.0.0.1:\($0)/ok"
      }
      let mirror = try OnlineMirror(links: urls)
      #expect(
        try mirror.check(["--no-cache"]).codes() == urls.map { "tls-failure \($0)" }.sorted())
      #expect(try mirror.check(["--no-cache", "--insecure", "127.0.0.1"]).codes().isEmpty)
    }

    @Test func aRedirectFromHTTPSToHTTPIsReported() throws {
      let server = try FaultServer()
      let url = "https://127.0.0.1:\(server.ports.selfSigned)/to-http"
      let mirror = try OnlineMirror(links: [url])
      let findings = try mirror.check(["--insecure", "127.0.0.1"]).findings()
      #expect(findings.map(\.url) == [url])
      #expect(findings.first?.message.contains("http://") == true)
    }

    @Test func theUserAgentNamesTheToolOrWhatTheUserSays() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/n/1"])
      _ = try mirror.check(["--no-cache"])
      _ = try mirror.check(["--no-cache", "--user-agent", "probe/7 (test)"])
      let agents = try server.seen().values.joined().filter {
        $0.lowercased().hasPrefix("user-agent:")
      }
      #expect(agents.contains { $0.contains(" linkcheck/") })
      #expect(agents.contains { $0.hasSuffix(" probe/7 (test)") })
    }

    @Test func remappedURLsAreAskedElsewhereAndReportedAsWritten() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(
        links: ["https://mirror.test/ok#a", "https://mirror.test/missing"])
      let run = try mirror.check(["--remap", "https://mirror.test/=\(server.base)/"])
      #expect(try run.codes() == ["http-error https://mirror.test/missing"])
      #expect(try server.counts().of("/ok") >= 1)
    }

    @Test func namesResolveAsTold() throws {
      let server = try FaultServer()
      let port = server.ports.http
      let urls = ["http://site.test:\(port)/ok", "http://none.test:\(port)/ok"]
      let mirror = try OnlineMirror(links: urls, allow: ["site.test"])
      let run = try mirror.check([
        "--resolve", "site.test:\(port):127.0.0.1", "--resolve", "none.test:\(port):",
      ])
      #expect(try run.codes() == ["dns-failure \(urls[1])"])
      #expect(try server.counts().of("/ok") >= 1)
    }

    @Test func hostStatisticsNameTheHosts() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/n/1", "\(server.base)/n/2"])
      let run = try mirror.check(["--host-stats"], format: "text")
      #expect((run.output + run.errors).contains("127.0.0.1"))
    }
  }
}
