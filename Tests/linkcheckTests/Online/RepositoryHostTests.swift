import Foundation
import Testing

extension OnlineTests {
  /// Links into repositories: one listing with a token, raw files without, never a page view.
  @Suite struct RepositoryHostTests {
    private func mirror(_ server: FaultServer, _ links: [String]) throws -> OnlineMirror {
      try OnlineMirror(
        links: links,
        external: OnlineMirror.external + ", github-api: \"\(server.base)/github-api\""
          + ", github-raw: \"\(server.base)/github-raw\", gitlab: \"\(server.base)/gitlab\"")
    }

    private static let tools = "https://github.com/example/tools"
    private static let links = [
      "\(tools)/blob/main/README.md", "\(tools)/blob/main/docs/a.md",
      "\(tools)/blob/main/docs/with%20space.md", "\(tools)/raw/main/docs/img.png",
      "https://raw.githubusercontent.com/example/tools/main/docs/a.md",
      "\(tools)/blob/main/docs/gone.md",
    ]

    @Test func aTokenBuysOneListing() throws {
      let server = try FaultServer(token: "gh-token")
      let run = try mirror(server, Self.links).check(environment: ["GITHUB_TOKEN": "gh-token"])
      #expect(try run.findings().map(\.url) == ["\(Self.tools)/blob/main/docs/gone.md"])
      #expect(try run.findings().map(\.code) == ["http-error"])
      let requests = try server.counts().requests
      let listings = requests.filter { $0.key.contains("/github-api/") }
      #expect(listings.values.reduce(0, +) == 1)
      #expect(requests.keys.allSatisfy { !$0.contains("/github-raw/") })
    }

    @Test(arguments: ["", "wrong-token"])
    func withoutATokenRawFilesAreAsked(token: String) throws {
      let server = try FaultServer(token: "gh-token")
      let run = try mirror(server, Self.links).check(
        environment: token.isEmpty ? [:] : ["GITHUB_TOKEN": token])
      #expect(try run.codes() == ["http-error \(Self.tools)/blob/main/docs/gone.md"])
      let requests = try server.counts().requests
      // A blob and a raw link to one file are one request.
      for (request, count) in requests { #expect(count == 1, "\(request)") }
      #expect(requests.keys.filter { $0.contains("/docs/a.md") }.count == 1)
    }

    @Test func aListingThatIsCutOffProvesNothingMissing() throws {
      let server = try FaultServer(token: "gh-token")
      let huge = "https://github.com/example/huge/blob/main"
      let run = try mirror(
        server, ["\(huge)/README.md", "\(huge)/docs/a.md", "\(huge)/docs/gone.md"]
      ).check(environment: ["GITHUB_TOKEN": "gh-token"])
      #expect(try run.codes() == ["http-error \(huge)/docs/gone.md"])
    }

    @Test func anUnknownBranchIsAnErrorForItsLinks() throws {
      let server = try FaultServer(token: "gh-token")
      let url = "\(Self.tools)/blob/nope/README.md"
      let run = try mirror(server, [url]).check(environment: ["GITHUB_TOKEN": "gh-token"])
      #expect(try run.codes() == ["http-error \(url)"])
    }

    @Test func gitLabListingsAreReadToTheLastPage() throws {
      let server = try FaultServer(token: "gl-token")
      let project = "https://gitlab.com/group/project/-/blob/main"
      let links = (0..<250).map { "\(project)/docs/f\($0).md" } + ["\(project)/docs/gone.md"]
      let run = try mirror(server, links).check(environment: ["GITLAB_TOKEN": "gl-token"])
      #expect(try run.codes() == ["http-error \(project)/docs/gone.md"])
      let requests = try server.counts().requests
      #expect(requests.keys.filter { $0.contains("/api/v4/") }.count <= 13)
      #expect(requests.keys.allSatisfy { !$0.contains("/-/raw/") })
    }

    @Test func gitLabWithoutATokenIsAskedForRawFiles() throws {
      let server = try FaultServer(token: "gl-token")
      let project = "https://gitlab.com/group/project/-/blob/main"
      let run = try mirror(server, ["\(project)/docs/f3.md", "\(project)/docs/gone.md"]).check()
      #expect(try run.codes() == ["http-error \(project)/docs/gone.md"])
      #expect(try server.counts().of("/gitlab/group/project/-/raw/main/docs/f3.md") == 1)
    }
  }
}
