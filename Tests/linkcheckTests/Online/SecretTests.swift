import Foundation
import Testing

extension OnlineTests {
  /// Secrets go to the host they are for, and nowhere else: no report, no log, no store.
  @Suite struct SecretTests {
    /// All of them, as written and as sent.
    private static let secrets = [
      "t0p-s3cret-header", "dXNlcjpzZWNyZXQ=", "user:secret", "gh-s3cret-token",
      "gl-s3cret-token", "url-s3cret", "pass-in-url",
    ]
    private static let environment = [
      "GITHUB_TOKEN": "gh-s3cret-token", "GITLAB_TOKEN": "gl-s3cret-token",
    ]

    /// A mirror whose links invite to leak, its server, and the options with the secrets.
    private func mirror(_ server: FaultServer) throws -> (OnlineMirror, [String]) {
      let mirror = try OnlineMirror(
        links: [
          "\(server.base)/needs-header", "\(server.base)/echo-headers", "\(server.base)/to-other",
          "\(server.base)/to-http", "\(server.base)/to-credentials", "\(server.base)/broken",
          "http://bob:url-s3cret@127.0.0.3:\(server.ports.other)/echo-headers",
          "http://bob:url-s3cret@127.0.0.3:\(server.ports.other)/missing",
          "http://bob:url-s3cret@127.0.0.2:\(server.ports.private)/ok",
          "http://bob:url-s3cret@127.0.0.1:\(server.ports.refused)/",
          "https://github.com/example/tools/blob/main/README.md",
        ], allow: ["127.0.0.1", "127.0.0.3", "127.0.0.5"],
        external: OnlineMirror.external
          + ", github-api: \"http://127.0.0.5:\(server.ports.limited)/github-api\""
          + ", github-raw: \"http://127.0.0.3:\(server.ports.other)/github-raw\"")
      let options = [
        "--header", "127.0.0.1:\(server.ports.http):X-Token:t0p-s3cret-header",
        "--basic-auth", "127.0.0.1:\(server.ports.http):user:secret", "-v",
      ]
      return (mirror, options)
    }

    @Test(arguments: ["text", "json", "jsonl", "csv", "html=report"])
    func noOutputHoldsThem(format: String) throws {
      let server = try FaultServer(token: "gh-s3cret-token")
      let (mirror, options) = try mirror(server)
      let report = mirror.folder.path + "/../" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: report) }
      let run = try mirror.check(
        options, format: format.replacing("report", with: report), environment: Self.environment)
      #expect([0, 1].contains(run.status), "\(run.errors)")
      // So that there is something that could hold them.
      #expect(try run.output.contains("/broken") || !files(in: report, with: "/broken").isEmpty)
      for secret in Self.secrets {
        #expect(!run.output.contains(secret), "stdout has \(secret)")
        #expect(!run.errors.contains(secret), "stderr has \(secret)")
        #expect(try files(in: report, with: secret).isEmpty)
        // Only the page itself, which is not ours, may have them.
        #expect(try files(in: mirror.folder.path, with: secret).allSatisfy { $0 == "index.html" })
      }
    }

    @Test func onlyTheirHostGetsThem() throws {
      let server = try FaultServer(token: "gh-s3cret-token")
      let (mirror, options) = try mirror(server)
      let run = try mirror.check(options, environment: Self.environment)
      #expect(try !run.codes().contains("blocked \(server.base)/needs-header"))
      let seen = try server.seen()
      #expect(seen.keys.contains { $0.hasPrefix("other ") })
      #expect(
        seen.contains { request, headers in
          request.hasPrefix("limited ") && headers.joined().contains("gh-s3cret-token")
        })
      for (request, headers) in seen {
        let text = headers.joined(separator: "\n")
        let expected =
          switch request.prefix(while: { $0 != " " }) {
          case "HEAD", "GET":
            ["t0p-s3cret-header", "dXNlcjpzZWNyZXQ="]
          case "limited": ["gh-s3cret-token"]
          default: [String]()
          }
        for secret in Self.secrets where text.contains(secret) {
          #expect(expected.contains(secret), "\(request) got \(secret)")
        }
      }
      #expect(
        seen["HEAD /needs-header"]?.contains("X-Token: t0p-s3cret-header") == true
          || seen["GET /needs-header"]?.contains("X-Token: t0p-s3cret-header") == true)
    }

    /// Names below `folder` of the files that hold `text`.
    private func files(in folder: String, with text: String) throws -> [String] {
      guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
      return names.compactMap { $0 as? String }.filter { name in
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)")
        return bytes?.firstRange(of: Data(text.utf8)) != nil
      }
    }
  }
}
