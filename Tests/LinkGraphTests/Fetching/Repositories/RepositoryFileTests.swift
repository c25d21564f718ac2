import Testing

@testable import LinkGraph

@Suite("Files of repositories")
struct RepositoryFileTests {
  @Test(
    "views and raw hosts of GitHub",
    arguments: [
      ("https://github.com/o/n/blob/main/a/b.md", "file o/n main/a/b.md"),
      ("https://github.com/o/n/blob/main/a/b.md?plain=1#L3", "file o/n main/a/b.md"),
      ("http://www.github.com/O/N.x/tree/main/", "folder O/N.x main"),
      ("https://github.com/o/n/tree/main/a", "folder o/n main/a"),
      ("https://github.com/o/n/raw/main/a.png", "raw o/n main/a.png"),
      ("https://github.com/o/n/blame/main/a.md", "file o/n main/a.md"),
      ("https://github.com/o/n/edit/main/a.md", "file o/n main/a.md"),
      ("https://github.com/o/n", "repository o/n "),
      ("https://github.com/o/n/", "repository o/n "),
      ("https://github.com/o/n.git", "repository o/n "),
      ("https://github.com/o/n?tab=readme-ov-file", "repository o/n "),
      ("https://raw.githubusercontent.com/o/n/main/a.md", "raw o/n main/a.md"),
      (
        "https://raw.githubusercontent.com/o/n/refs/heads/x/y/a.md", "raw o/n refs/heads/x/y/a.md"
      ),
      ("https://raw.github.com/o/n/v1/a.md", "raw o/n v1/a.md"),
      ("https://raw.githack.com/o/n/main/a.css", "raw o/n main/a.css"),
      ("https://rawcdn.githack.com/o/n/v1/a/b.css", "raw o/n v1/a/b.css"),
      ("https://rawgit.com/o/n/main/a.css", "raw o/n main/a.css"),
      ("https://cdn.rawgit.com/o/n/v1/a.css", "raw o/n v1/a.css"),
      ("https://cdn.statically.io/gh/o/n/main/a.png", "raw o/n main/a.png"),
      ("https://media.githubusercontent.com/media/o/n/main/a.png", "raw o/n main/a.png"),
      ("https://cdn.jsdelivr.net/gh/o/n@main/a/b.png", "raw o/n main/a/b.png"),
      (
        "https://cdn.jsdelivr.net/gh/o/n@0123456789abcdef0123456789abcdef01234567/b.png",
        "raw o/n 0123456789abcdef0123456789abcdef01234567/b.png"
      ),
      ("https://github.com/o/n/blob/main/%E4%B8%AD%20x%23.md", "file o/n main/中 x#.md"),
      ("https://github.com/o/n/blob/feature%2Fx/a.md", "file o/n feature/x/a.md"),
    ])
  func github(url: String, expected: String) throws {
    let file = try #require(try recognised(url))
    #expect(file.service == .github)
    #expect(description(file) == expected)
  }

  @Test(
    "projects of GitLab",
    arguments: [
      ("https://gitlab.com/g/p/-/blob/main/a.md", "file g/p main/a.md"),
      ("https://gitlab.com/g/s/t/p/-/tree/main/a/", "folder g/s/t/p main/a"),
      ("https://gitlab.com/g/p/-/raw/main/a.png?inline=false", "raw g/p main/a.png"),
      ("https://gitlab.com/g/p/blob/main/a.md", "file g/p main/a.md"),
      ("https://gitlab.com/g/s/p/raw/main/blob/a.md", "raw g/s/p main/blob/a.md"),
      ("https://gitlab.com/g/p/-/blame/main/a.md", "file g/p main/a.md"),
      ("http://git.example:8080/lab/g/p/-/blob/main/a.md", "file g/p main/a.md"),
    ])
  func gitlab(url: String, expected: String) throws {
    var hosts = NetworkSettings.RepositoryHosts()
    hosts.gitlab = "http://git.example:8080/lab"
    let file = try #require(RepositoryFile(try URLRecord(parsing: url), hosts: hosts))
    #expect(file.service == .gitlab)
    #expect(description(file) == expected)
  }

  @Test(
    "what is no file, or could not be told from a listing",
    arguments: [
      "https://github.com/", "https://github.com/o", "https://github.com/o/n/issues/3",
      "https://github.com/o/n/releases/download/v1/a.zip", "https://github.com/o/n/wiki/Home",
      "https://github.com/o/n/commit/0123456", "https://github.com/o/n/blob/main",
      "https://github.com/o/n/blob/main/a.md/", "https://github.com/o/n/blob/main//a.md",
      "https://github.com/o/n/blob/refs/heads/main", "https://github.com/o/n/tree",
      "https://github.com/orgs/swiftlang", "https://github.com/topics/swift",
      "https://github.com/sponsors/o", "https://github.com/o/n%2Fx/blob/main/a",
      "https://github.com/o/n/blob/main/a%00b", "https://github.com/o/n/blob/main/..%2F..%2Fx",
      "https://github.com:8443/o/n/blob/main/a", "https://gist.github.com/o/0123456789abcdef",
      "https://raw.githubusercontent.com/o/n", "https://raw.githubusercontent.com/o/n/main",
      "https://raw.githubusercontent.com/o/n/main/a.md?token=AAAA",
      "https://media.githubusercontent.com/o/n/main/a.png",
      "https://cdn.statically.io/img/o/n/main/a.png", "https://o.github.io/n/a/b.md",
      "https://cdn.jsdelivr.net/npm/x@1/a.js", "https://cdn.jsdelivr.net/gh/o/n/a.js",
      "https://cdn.jsdelivr.net/gh/o/n@1.2/a.js", "https://cdn.jsdelivr.net/gh/o/n@v3.0.1/a.js",
      "https://cdn.jsdelivr.net/gh/o/n@latest/a.js",
      "https://cdn.jsdelivr.net/gh/o/n@main/a.min.js",
      "https://gitlab.com/g/p", "https://gitlab.com/g/s/p", "https://gitlab.com/g/p/-/issues/1",
      "https://gitlab.com/-/snippets/1", "https://gitlab.com/g/-/blob/main/a",
      "https://gitlab.com/g/p/snippets/1/raw/main/a", "https://gitlab.com/help/ci/raw/x/y",
      "https://gitlab.com/g/p/builds/artifacts/main/raw/a/b", "https://gitlab.com/g/p/-",
      "https://git.example/g/p/-/blob/main/a.md",
      "ftp://github.com/o/n/blob/main/a.md", "mailto:o@github.com", "data:,github.com/o/n",
    ])
  func nothing(url: String) throws {
    #expect(try recognised(url) == nil)
  }

  @Test(
    "a ref may hold slashes: shortest first, at most four",
    arguments: [
      ("https://github.com/o/n/blob/a/b/c.md", ["a : b/c.md", "a/b : c.md"]),
      (
        "https://github.com/o/n/blob/a/b/c/d/e/f.md",
        ["a : b/c/d/e/f.md", "a/b : c/d/e/f.md", "a/b/c : d/e/f.md", "a/b/c/d : e/f.md"]
      ),
      ("https://github.com/o/n/tree/a/b", ["a : b", "a/b : "]),
      ("https://github.com/o/n/tree/a", ["a : "]),
      ("https://github.com/o/n/blob/a%2Fb/c.md", ["a/b : c.md"]),
      ("https://github.com/o/n/blob/HEAD/a/b.md", ["HEAD : a/b.md"]),
      (
        "https://github.com/o/n/blob/0123456789abcdef0123456789ABCDEF01234567/a/b.md",
        ["0123456789abcdef0123456789ABCDEF01234567 : a/b.md"]
      ),
      ("https://raw.githubusercontent.com/o/n/refs/heads/a/b.md", ["a : b.md"]),
      ("https://raw.githubusercontent.com/o/n/refs/tags/a/b/c", ["a : b/c", "a/b : c"]),
      ("https://cdn.jsdelivr.net/gh/o/n@a/b/c.md", ["a : b/c.md"]),
      ("https://github.com/o/n", []),
      // The first cannot be the name of a ref; the second is no text.
      ("https://github.com/o/n/blob/a/%FF/c.md", ["a : \u{FFFD}/c.md"]),
    ])
  func splits(url: String, expected: [String]) throws {
    let file = try #require(try recognised(url))
    #expect(
      file.splits.map { "\($0.ref) : \(String(decoding: $0.path, as: UTF8.self))" } == expected)
  }

  @Test("a path of 10,000 segments has four splits, and its raw URL is as written")
  func deepPath() throws {
    let path = Array(repeating: "x%20y", count: 10_000).joined(separator: "/")
    let file = try #require(try recognised("https://github.com/o/n/blob/main/\(path)"))
    #expect(file.splits.count == 4)
    #expect(file.splits.last?.path.count == 9_997 * 4 - 1)
    let raw = file.rawURL(hosts: .init())
    #expect(raw == "https://raw.githubusercontent.com/o/n/main/\(path)")
  }

  @Test(
    "raw URLs",
    arguments: [
      (
        "https://github.com/o/n/blob/a/b%20c/%23.md?raw=true",
        "https://raw.githubusercontent.com/o/n/a/b%20c/%23.md"
      ),
      (
        "https://cdn.jsdelivr.net/gh/o/n@x+y/b.md",
        "https://raw.githubusercontent.com/o/n/x%2By/b.md"
      ),
      (
        "https://raw.githubusercontent.com/o/n/refs/heads/x/b.md",
        "https://raw.githubusercontent.com/o/n/refs/heads/x/b.md"
      ),
      (
        "https://cdn.statically.io/gh/o/n/main/b.md",
        "https://raw.githubusercontent.com/o/n/main/b.md"
      ),
      ("https://gitlab.com/g/s/p/blob/x/b.md", "https://gitlab.com/g/s/p/-/raw/x/b.md"),
      ("https://github.com/o/n/tree/main/a", nil), ("https://github.com/o/n", nil),
    ])
  func rawURL(url: String, expected: String?) throws {
    let file = try #require(try recognised(url))
    #expect(file.rawURL(hosts: .init()) == expected)
  }

  @Test("requests for listings go to the configured bases and hide their token")
  func listings() throws {
    var hosts = NetworkSettings.RepositoryHosts()
    hosts.githubAPI = "http://127.0.0.1:1/api"
    hosts.gitlab = "http://127.0.0.1:2"
    let github = try #require(try recognised("https://github.com/o/n/blob/a%23b%2Fc/d.md"))
    let gitlab = try #require(try recognised("https://gitlab.com/g/s/p/-/blob/x&y/d.md"))
    #expect(github.listing(of: "a", hosts: hosts) == nil)
    #expect(gitlab.listing(of: "a", hosts: hosts) == nil)
    hosts.githubToken = "SECRET-1"
    hosts.gitlabToken = "SECRET-2"
    let first = try #require(github.listing(of: github.splits[0].ref, hosts: hosts))
    #expect(first.url == "http://127.0.0.1:1/api/repos/o/n/git/trees/a%23b%2Fc?recursive=1")
    #expect(first.headers.contains("Authorization: Bearer SECRET-1"))
    let second = try #require(gitlab.listing(of: gitlab.splits[0].ref, hosts: hosts))
    #expect(
      second.url == "http://127.0.0.1:2/api/v4/projects/g%2Fs%2Fp/repository/tree"
        + "?recursive=true&per_page=100&pagination=keyset&ref=x%26y")
    #expect(second.headers == ["PRIVATE-TOKEN: SECRET-2"])
    var dumped = ""
    dump(first, to: &dumped)
    for text in ["\(first)", String(reflecting: second), "\([second])", dumped] {
      #expect(!text.contains("SECRET"))
    }
    // An empty token is none, and none can bring in further header lines.
    for token in ["", "a\r\nX: y", "a b", "é"] {
      hosts.githubToken = token
      hosts.gitlabToken = token
      #expect(github.listing(of: "a", hosts: hosts) == nil)
      #expect(gitlab.listing(of: "a", hosts: hosts) == nil)
    }
  }

  private func recognised(_ url: String) throws -> RepositoryFile? {
    RepositoryFile(try URLRecord(parsing: url), hosts: NetworkSettings.RepositoryHosts())
  }

  private func description(_ file: RepositoryFile) -> String {
    let rest = file.rest.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    return "\(file.isRaw ? "raw" : "\(file.claim)") \(file.repository) \(rest)"
  }
}
