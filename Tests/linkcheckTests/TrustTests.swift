import Foundation
import Testing

extension OnlineTests {
  /// A configuration that was found came with the mirror; one that was named is the user's.
  @Suite struct TrustTests {
    private static let configuration =
      "external: { allow: [\"127.0.0.1\"], timeout: 3s, confirm: 1 }\n"

    private func mirror(_ server: FaultServer, _ configuration: String) throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      try folder.file("index.html", "<title>a</title><a href=\"\(server.base)/broken\">x</a>")
      try folder.file("linkcheck.yml", configuration)
      return folder
    }

    @Test func aFoundOneOpensNoPrivateHost() throws {
      let server = try FaultServer()
      let folder = try mirror(server, Self.configuration)
      for arguments in [["check", "."], ["check"], ["check", folder.path]] {
        let run = try Program.linkcheck.run(arguments + ["--online"], in: folder.path)
        #expect(run.status == 0, "\(run.output)")
        #expect(
          run.errors.contains(
            "external.allow is not honoured; to trust it, give it with -c"), "\(run.errors)")
      }
      #expect(try server.counts().total == 0)
    }

    @Test func aNamedOneDoes() throws {
      let server = try FaultServer()
      let folder = try mirror(server, Self.configuration)
      for arguments in [["check", "linkcheck.yml"], ["check", "-c", "linkcheck.yml"]] {
        let run = try Program.linkcheck.run(
          arguments + ["--online", "--no-cache"], in: folder.path)
        #expect(run.status == 1, "\(run.output)")
        #expect(run.errors.isEmpty)
      }
      #expect(try server.counts().total > 0)
    }

    @Test func offlineNothingIsComplainedOf() throws {
      let server = try FaultServer()
      let folder = try mirror(server, Self.configuration)
      let run = try Program.linkcheck.run(["check"], in: folder.path)
      #expect(run.errors.isEmpty)
      #expect(run.status == 0)
    }

    @Test func aFoundOneGetsNoTokenSentAnywhere() throws {
      let server = try FaultServer(token: "s3cret")
      let folder = try TemporaryFolder()
      try folder.file(
        "index.html",
        "<title>a</title><a href=\"https://github.com/example/tools/blob/main/R.md\">x</a>")
      try folder.file(
        "linkcheck.yml",
        "external: { github-api: \"\(server.base)/github-api\", github-raw: \"\(server.base)/raw\" }\n"
      )
      let run = try Program.linkcheck.run(
        [
          "check", "--online", "--resolve", "api.github.com:443:", "--resolve",
          "raw.githubusercontent.com:443:", "--resolve", "github.com:443:",
        ], in: folder.path, environment: ["GITHUB_TOKEN": "s3cret"])
      #expect(run.errors.contains("external.github-api, external.github-raw are not honoured"))
      #expect(try server.counts().total == 0)
    }
  }
}

/// What a configuration that came with the mirror may read.
@Suite struct FoundConfigurationTests {
  private func mirror() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.file("outside/secret.md", "# Secret\n\n[gone](gone.md)\n")
    try folder.file("mirror/in/README.md", "# In\n")
    try folder.file(
      "mirror/linkcheck.yml",
      """
      mounts:
        - { github: example/in, path: ./in }
        - { github: example/outside, path: ../outside }

      """)
    return folder
  }

  @Test func mountsOutsideItsFolderAreLeftOutAndThatIsSaid() throws {
    let folder = try mirror()
    let run = try Program.linkcheck.run(["check", "mirror"], in: folder.path)
    #expect(run.status == 2)
    #expect(!run.output.contains("gone.md"))
    #expect(run.output.contains("../outside"))
    #expect(run.output.contains("-c"))
    let named = try Program.linkcheck.run(["check", "-c", "mirror/linkcheck.yml"], in: folder.path)
    #expect(named.status == 1)
    #expect(named.output.contains("gone.md"))
  }

  @Test func noMountInsideIsAnError() throws {
    let folder = try mirror()
    try folder.file(
      "mirror/linkcheck.yml", "mounts: [{ github: example/outside, path: ../outside }]\n")
    let run = try Program.linkcheck.run(["check"], in: folder.path + "/mirror")
    #expect(run.status == 78)
    #expect(run.errors.contains("linkcheck.yml:1:"), "\(run.errors)")
    #expect(run.errors.contains("-c"))
  }

  @Test func aLinkOutOfTheFolderIsNoWayOut() throws {
    let folder = try mirror()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/mirror/way", withDestinationPath: "../outside")
    try folder.file(
      "mirror/linkcheck.yml", "mounts: [{ github: example/outside, path: ./way }]\n")
    let run = try Program.linkcheck.run(["check", "mirror"], in: folder.path)
    #expect(run.status == 78)
    #expect(!run.output.contains("gone.md"))
  }
}
