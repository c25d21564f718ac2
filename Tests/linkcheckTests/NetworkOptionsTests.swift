import ArgumentParser
import Testing

@testable import LinkGraph
@testable import linkcheck

@Suite struct NetworkOptionsTests {
  private func settings(
    _ arguments: [String], yaml: String = "", environment: [String: String] = [:]
  ) throws -> NetworkSettings {
    try NetworkOptions.parse(arguments)
      .settings(Configuration.parse(yaml, file: "linkcheck.yml"), environment: environment)
  }

  /// The message with which `arguments` are refused.
  private func refusal(_ arguments: [String], environment: [String: String] = [:]) throws -> String
  {
    do {
      _ = try settings(arguments, environment: environment)
    } catch let error as UsageError {
      return error.description
    } catch {
      #expect(NetworkOptions.exitCode(for: error).rawValue == 64)
      return NetworkOptions.fullMessage(for: error)
    }
    Issue.record("\(arguments) are taken")
    return ""
  }

  @Test func withoutOptionsTheConfigurationHolds() throws {
    let it = try settings(
      [], yaml: "external: {timeout: 5s, robots: false, allow: a.example, user-agent: x/1}")
    #expect(!it.asksExternals && it.usesCache && !it.readsSitemaps && !it.obeysRobots)
    #expect(it.timeout == .seconds(5) && it.userAgent == "x/1")
    #expect(it.allowedHosts == ["a.example"])
    #expect(it.maxTime == nil && it.maxRequests == nil && it.depth == nil)
    #expect(it.remaps.isEmpty && it.resolve.isEmpty && it.repositories.githubToken == nil)
  }

  @Test func optionsWinOverTheConfiguration() throws {
    let it = try settings(
      [
        "--online", "--max-time", "30m", "--max-requests", "500", "--user-agent", "bot/1",
        "--no-robots", "--no-cache", "--depth", "0", "--sitemap", "--insecure", "B.example",
        "--insecure", "[::1]:8443",
      ], yaml: "external: {user-agent: x/1, robots: true, insecure: a.example}")
    #expect(it.asksExternals && it.readsSitemaps && !it.usesCache && !it.obeysRobots)
    #expect(it.maxTime == .seconds(1_800) && it.maxRequests == 500 && it.depth == 0)
    #expect(it.userAgent == "bot/1")
    #expect(it.insecureHosts == ["a.example", "b.example", "[::1]:8443"])
    #expect(it.allowedHosts == ["b.example", "[::1]:8443"])
  }

  @Test(arguments: [
    ("mirror.example:X-Key:secret", "mirror.example", "X-Key: secret"),
    ("Mirror.Example:8080:X-Key:a:b:c", "mirror.example:8080", "X-Key: a:b:c"),
    ("[::1]:X-Key: https://a/ ", "[::1]", "X-Key: https://a/"),
    ("[0::1]:81:Accept-Language:zh, en", "[::1]:81", "Accept-Language: zh, en"),
    ("a.example:X-Key:env:KEY", "a.example", "X-Key: from env: x"),
    ("a.example:X-Key:é", "a.example", "X-Key: é"),
  ])
  func headers(option: String, host: String, line: String) throws {
    let it = try settings(["--header", option], environment: ["KEY": "from env: x\n"])
    #expect(it.credentials.headers.map(\.host) == [host])
    #expect(it.credentials.headers.map { "\($0.name): \($0.value)" } == [line])
    #expect(it.allowedHosts == [host])
  }

  // The first two are the examples of RFC 7617, sections 2 and 2.1.
  @Test(arguments: [
    ("a.example:Aladdin:open sesame", "a.example", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
    ("a.example:test:123£", "a.example", "dGVzdDoxMjPCow=="),
    ("a.example:8443:u:p:w", "a.example:8443", "dTpwOnc="), ("[::1]:u:", "[::1]", "dTo="),
    ("a.example:u://p", "a.example", "dTovL3A="),
    ("a.example:u:env:PASSWORD", "a.example", "dTpwIHc="),
    ("a.example:80:5:6", "a.example:80", "NTo2"),
  ])
  func logins(option: String, host: String, encoded: String) throws {
    let it = try settings(["--basic-auth", option], environment: ["PASSWORD": "p w"])
    #expect(it.credentials.headers.map(\.host) == [host])
    #expect(it.credentials.headers.map(\.name) == ["Authorization"])
    #expect(it.credentials.headers.map(\.value) == ["Basic " + encoded])
  }

  @Test(arguments: [
    ["--header", "S3CRET"], ["--header", "a.example:S3CRET"], ["--header", "a.example:80:S3CRET"],
    ["--header", "a.example:S3 CRET:x"], ["--header", "a.example:X:S3CRET\r\nY: z"],
    ["--header", "a.example:X:S3CRET\u{0}"], ["--header", "a b:X:S3CRET"],
    ["--header", "a.example:X: "], ["--header", "a.example:Content-Length:S3CRET"],
    ["--header", "a.example::S3CRET"], ["--header", "https://a.example:X:S3CRET"],
    ["--basic-auth", "S3CRET"], ["--basic-auth", "a.example:S3CRET"],
    ["--basic-auth", "a.example:80:S3CRET"], ["--basic-auth", "a.example::S3CRET"],
    ["--basic-auth", "a b:u:S3CRET"], ["--basic-auth", "a.example:u:S3CRET\n"],
    ["--basic-auth", "a.example:S3CRET\u{7F}:p"], ["--basic-auth", "https://a.example:u:S3CRET"],
    ["--basic-auth", "[::1:u:S3CRET"], ["--basic-auth", "a.example:u:env:S3CRET"],
    ["--header", "a.example:X:env:S3CRET"],
  ])
  func secretsAreRefusedUnseen(arguments: [String]) throws {
    let message = try refusal(arguments)
    #expect(message.contains(arguments[0]))
    #expect(!message.contains("S3"), "\(message)")
  }

  @Test func variablesCannotBringMoreHeaders() throws {
    let message = try refusal(
      ["--header", "a.example:X:env:KEY"], environment: ["KEY": "S3CRET\r\nY: z"])
    #expect(
      message == "--header for a.example: the variable that it names holds a line break or "
        + "another control character")
    #expect(try refusal(["--basic-auth", "a.example:u:env:NONE"]).contains("a.example"))
  }

  @Test(arguments: [
    ("https://A.example=http://127.0.0.1:8080", "https://a.example/", "http://127.0.0.1:8080/"),
    (
      "https://a.example/docs/=http://b.example/x", "https://a.example/docs/", "http://b.example/x/"
    ),
    ("https://a.example/docs=http://b.example/", "https://a.example/docs/", "http://b.example/"),
    ("https://a.example/x=y=http://b.example/z", "https://a.example/x=y", "http://b.example/z"),
    ("http://a.example/=HTTPS://[0::1]/", "http://a.example/", "https://[::1]/"),
  ])
  func remaps(option: String, from: String, to: String) throws {
    let it = try settings(["--remap", option])
    #expect(it.remaps == [.init(from: from, to: to)])
  }

  @Test func hostsThatOptionsNameMayBePrivate() throws {
    let it = try settings([
      "--remap", "https://a.example/=http://127.0.0.1:8080/", "--remap", "https://b/=http://c/",
      "--resolve", "d.example:443:127.0.0.1", "--resolve", "gone.example:80:",
      "--basic-auth", "e.example:u:p",
    ])
    #expect(it.allowedHosts == ["127.0.0.1:8080", "c:80", "d.example:443", "e.example"])
    #expect(it.remaps.map(\.from) == ["https://a.example/", "https://b/"])
  }

  @Test(arguments: [
    ("Mirror.example:443:127.1", "mirror.example:443", "127.0.0.1"),
    ("mirror.example:80:[0::1]", "mirror.example:80", "::1"),
    ("mirror.example:80:::1", "mirror.example:80", "::1"),
    ("mirror.example:80:", "mirror.example:80", ""),
  ])
  func resolve(option: String, authority: String, address: String) throws {
    #expect(try settings(["--resolve", option]).resolve == [authority: address])
  }

  @Test(arguments: [
    ["--online", "--offline"], ["--max-time", "30"], ["--max-time", "0"], ["--max-time", "soon"],
    ["--max-requests", "0"], ["--max-requests", "many"], ["--depth=-1"], ["--user-agent", ""],
    ["--user-agent", "a\nb"], ["--insecure", "https://a.example"], ["--insecure", ""],
    ["--remap", "https://a.example/"], ["--remap", "a.example=https://b.example/"],
    ["--remap", "https://a.example/=b.example"], ["--remap", "https://a/?q=https://b/"],
    ["--remap", "https://u:p@a.example/=https://b.example/"], ["--remap", "ftp://a/=http://b/"],
    ["--remap", "https://a.example/=https://b.example/#x"], ["--remap", "=https://b.example/"],
    ["--resolve", "a.example"], ["--resolve", "a.example:443"], ["--resolve", "a.example:1.2.3.4"],
    ["--resolve", "a.example:443:b.example"], ["--resolve", "a.example:0:1.2.3.4"],
    ["--resolve", "a.example:443:1.2.3.4:80"], ["--resolve", "a.example:443:[::1]:80"],
    ["--resolve", "a.example:443:1.2.3.4.5"],
  ])
  func refused(arguments: [String]) throws {
    let message = try refusal(arguments)
    let option = String(arguments[0].prefix { $0 != "=" })
    #expect(message.contains(option), "\(message)")
    #expect(!message.contains("u:p@"))
  }

  @Test func tokensComeFromTheEnvironment() throws {
    let it = try settings([], environment: ["GITHUB_TOKEN": "ghp_x\n", "GITLAB_TOKEN": ""])
    #expect(it.repositories.githubToken == "ghp_x" && it.repositories.gitlabToken == nil)
    let message = try refusal([], environment: ["GITLAB_TOKEN": "S3CRET\nx"])
    #expect(message.contains("GITLAB_TOKEN") && !message.contains("S3CRET"))
  }

  @Test func crawlOptionsAreForLiveMirrors() throws {
    #expect(throws: Never.self) { try NetworkOptions.parse(["--online"]).refuseCrawlOptions() }
    for arguments in [["--depth", "2"], ["--sitemap"]] {
      let options = try NetworkOptions.parse(arguments)
      #expect(options.crawlOption == arguments[0])
      #expect(throws: UsageError.self) { try options.refuseCrawlOptions() }
    }
  }
}
