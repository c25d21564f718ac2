import Foundation
import Testing

extension OnlineTests {
  /// The fault server itself: that what it promises is what a client gets.
  @Suite struct FaultServerTests {
    @Test func pathsBehaveAsNamed() throws {
      let server = try FaultServer(robots: "User-agent: *\n")
      let heads = [
        "/ok": "HTTP/1.1 200", "/missing": "HTTP/1.1 404", "/status/405": "HTTP/1.1 405",
        "/moved": "Location: /ok", "/to-file": "Location: file:///etc/passwd",
        "/chain?n=2": "Location: /chain?n=1", "/cut.png": "Content-Length: 60",
        "/challenge": "cf-mitigated: challenge", "/calendar/2026/12": "HTTP/1.1 200",
        "/calendar/2026/13": "HTTP/1.1 404", "/robots.txt": "text/plain",
        "/truncated": "Content-Length: 10000", "/soft404/any": "HTTP/1.1 200",
        "/rate-absurd": "Retry-After: 99999999", "/auth": "HTTP/1.1 401",
      ]
      for (target, part) in heads {
        #expect(try server.get(target).head.contains(part), "\(target)")
      }
      #expect(try server.get("/truncated").body.count < 200)
      #expect(try server.get("/header-flood").head.utf8.count > 100_000)
      #expect(try server.get("/ok", method: "HEAD").body.isEmpty)
      #expect(throws: FaultServer.Failure.self) { try server.get("/not-http") }
    }

    @Test func turnsAndSwitchesChangeAnswers() throws {
      let server = try FaultServer()
      let status = { (target: String) in try server.get(target).head.split(separator: " ")[1] }
      #expect(try status("/flapping?fail=1&k=1") == "503")
      #expect(try status("/flapping?fail=1&k=1") == "200")
      #expect(try status("/rate?times=1&k=2") == "429")
      #expect(try status("/rate?times=1&k=2") == "200")
      #expect(try status("/switch/x") == "404")
      try server.set("x", to: 404)
      #expect(try status("/switch/x") == "404")
      #expect(try status("/switch/y") == "404")
      #expect(try server.counts().of("/switch/x") == 2)
      #expect(try server.counts().connections["private"] == nil)
      try server.get("/ok", host: 2, port: server.ports.private)
      #expect(try server.counts().connections["private"] == 1)
      #expect(try server.seen()["GET /switch/y"]?.contains("Host: x") == true)
    }
  }
}
