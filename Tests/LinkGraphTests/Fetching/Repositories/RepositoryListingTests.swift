import Testing

@testable import LinkGraph

@Suite("Listings of repositories")
struct RepositoryListingTests {
  private let github = RepositoryRequest(
    url: "https://api.example/repos/o/n/git/trees/main?recursive=1", headers: ["A: t"])
  private let gitlab = RepositoryRequest(
    url: "https://lab.example/api/v4/projects/g%2Fp/repository/tree?recursive=true&ref=main",
    headers: ["PRIVATE-TOKEN: t"])

  @Test("a tree of GitHub")
  func githubTree() throws {
    let tree = try githubTree(
      """
      {"sha":"9fb037999f264ba9a7fc6274d15fa3ae2ab98312",
       "url":"https://api.example/repos/o/n/git/trees/9fb037999f264ba9a7fc6274d15fa3ae2ab98312",
       "tree":[
        {"path":"Docs","mode":"040000","type":"tree","sha":"1","url":"https://api.example/1"},
        {"path":"Docs/a b.md","mode":"100644","type":"blob","size":30,"sha":"2","url":"u"},
        {"path":"link","mode":"120000","type":"blob","size":3,"sha":"3","url":"u"},
        {"path":"module","mode":"160000","type":"commit","sha":"4"},
        {"path":"\\u4e2d/caf\\u00e9.md","mode":"100755","type":"blob","size":9e3,"sha":"5"}],
       "truncated":false}
      """)
    #expect(!tree.isTruncated)
    #expect(tree.count == 5)
    #expect(presence(tree, "") == .found(isFolder: true))
    #expect(presence(tree, "Docs") == .found(isFolder: true))
    #expect(presence(tree, "Docs/a b.md") == .found(isFolder: false))
    #expect(presence(tree, "link") == .found(isFolder: false))
    #expect(presence(tree, "module") == .found(isFolder: true))
    #expect(presence(tree, "中/café.md") == .found(isFolder: false))
    #expect(presence(tree, "docs/A b.md") == .differsInCase("Docs/a b.md"))
    #expect(presence(tree, "中/CAFÉ.md") == .differsInCase("中/café.md"))
    // Another normalisation form is another name.
    #expect(presence(tree, "中/cafe\u{301}.md") == .missing)
    for path in ["Docs/", "Docs/a", "Docs/a b.mdx", "A", "zz", "/Docs", "\u{0}"] {
      #expect(presence(tree, path) == .missing)
    }
    #expect(tree.presence(of: [0x44, 0xFF].span) == .unknown)
  }

  @Test("what a truncated tree does not have is unknown")
  func truncated() throws {
    let tree = try githubTree(#"{"tree":[{"path":"a","type":"blob"}],"truncated":true}"#)
    #expect(tree.isTruncated)
    #expect(presence(tree, "a") == .found(isFolder: false))
    #expect(presence(tree, "A") == .unknown)
    #expect(presence(tree, "b") == .unknown)
    #expect(presence(RepositoryListing(service: .github).tree(), "b") == .unknown)
  }

  @Test("names that are not UTF-8 reach us replaced, so that nothing is missing beside them")
  func replaced() throws {
    let tree = try githubTree(
      #"{"tree":[{"path":"a","type":"blob"},{"path":"\ufffd","type":"blob"}],"truncated":false}"#)
    #expect(presence(tree, "a") == .found(isFolder: false))
    #expect(presence(tree, "b") == .unknown)
  }

  @Test("an empty repository has only its root")
  func empty() throws {
    let tree = try githubTree(#"{"tree":[],"truncated":false}"#)
    #expect(presence(tree, "") == .found(isFolder: true))
    #expect(presence(tree, "a") == .missing)
  }

  @Test("pages of GitLab are merged")
  func gitlabPages() throws {
    var listing = RepositoryListing(service: .gitlab)
    let next = try #require(
      try listing.append(
        gitlabPage(0..<100),
        links: [
          "<https://lab.example/api/v4/projects/g%2Fp/repository/tree?id=g%2Fp&page_token=e%3D"
            + "&ref=main>; rel=\"next\", <https://lab.example/x>; rel=\"first\""
        ], to: gitlab))
    #expect(
      next.url == "https://lab.example/api/v4/projects/g%2Fp/repository/tree"
        + "?id=g%2Fp&page_token=e%3D&ref=main")
    #expect(next.headers == gitlab.headers)
    #expect(presence(listing.tree(), "d/f120.md") == .unknown)
    #expect(try listing.append(gitlabPage(100..<150), to: next) == nil)
    let tree = listing.tree()
    #expect(tree.count == 150)
    for index in [0, 99, 100, 149] {
      #expect(presence(tree, "d/f\(index).md") == .found(isFolder: false))
    }
    #expect(presence(tree, "d/f150.md") == .missing)
    #expect(presence(tree, "d/F149.md") == .differsInCase("d/f149.md"))
  }

  @Test("a relative next page is one of the same server")
  func relativeNext() throws {
    var listing = RepositoryListing(service: .gitlab)
    let next = try listing.append(
      gitlabPage(0..<100), links: ["<tree?page=2>; rel=next"], to: gitlab)
    #expect(next?.url == "https://lab.example/api/v4/projects/g%2Fp/repository/tree?page=2")
  }

  @Test(
    "the token goes nowhere else, and pages do not go round in a circle",
    arguments: [
      "https://evil.example/api/v4/projects/g%2Fp/repository/tree?page=2",
      "http://lab.example/api/v4/projects/g%2Fp/repository/tree?page=2",
      "https://lab.example:444/api/v4/projects/g%2Fp/repository/tree?page=2",
      "//evil.example/api/v4/projects/g%2Fp/repository/tree?page=2",
      "https://lab.example/api/v4/user?page=2",
      "https://lab.example/api/v4/projects/g%2Fp/repository/tree?recursive=true&ref=main",
      "#x", "http://[", "",
    ])
  func foreignNext(target: String) throws {
    var listing = RepositoryListing(service: .gitlab)
    let next = try listing.append(
      gitlabPage(0..<100), links: ["<\(target)>; rel=\"next\""], to: gitlab)
    #expect(next == nil)
    #expect(presence(listing.tree(), "d/f1.md") == .found(isFolder: false))
    #expect(presence(listing.tree(), "d/f100.md") == .unknown)
  }

  @Test("credentials in the next page's URL are not taken over")
  func nextWithCredentials() throws {
    var listing = RepositoryListing(service: .gitlab)
    let next = try listing.append(
      gitlabPage(0..<100),
      links: ["<https://u:p@lab.example/api/v4/projects/g%2Fp/repository/tree?page=2>; rel=next"],
      to: gitlab)
    #expect(next?.url == "https://lab.example/api/v4/projects/g%2Fp/repository/tree?page=2")
  }

  @Test("a server with always another page ends")
  func endlessPages() throws {
    var listing = RepositoryListing(service: .gitlab)
    var request: RepositoryRequest? = gitlab
    var pages = 0
    while let current = request {
      pages += 1
      request = try listing.append(
        Array("[]".utf8), links: ["<?page=\(pages)>; rel=next"], to: current)
    }
    #expect(pages == RepositoryListing.maximumPages)
    #expect(presence(listing.tree(), "x") == .unknown)
  }

  @Test("a full page without a next one may not be all; a short one is")
  func silentServer() throws {
    var listing = RepositoryListing(service: .gitlab)
    #expect(try listing.append(gitlabPage(0..<100), to: gitlab) == nil)
    #expect(listing.tree().isTruncated)
    #expect(try listing.append(gitlabPage(0..<99), to: gitlab) == nil)
    #expect(!listing.tree().isTruncated)
  }

  @Test(
    "hostile JSON is refused",
    arguments: [
      "", " ", "{", "[]", "null", "true", "{}", #"{"tree":[]}"#, #"{"tree":{},"truncated":false}"#,
      #"{"tree":[{"path":1,"type":"blob"}],"truncated":false}"#,
      #"{"tree":[{"type":"blob"}],"truncated":false}"#,
      #"{"tree":[{"path":null,"type":"blob"}],"truncated":false}"#,
      #"{"tree":[{"path":"\ud800","type":"blob"}],"truncated":false}"#,
      #"{"tree":[{"path":"a","type":"blob"}],"truncated":"no"}"#,
      #"{"tree":[{"path":"a","type":"blob"}],"truncated":false"#,
      #"{"message":"Not Found","status":"404"}"#,
      "<!DOCTYPE html><title>login</title>",
      String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 300_000),
      "{\"tree\":" + String(repeating: "[", count: 100_000)
        + String(repeating: "]", count: 100_000) + ",\"truncated\":false}",
    ])
  func hostile(json: String) {
    var listing = RepositoryListing(service: .github)
    #expect(throws: RepositoryListingError.malformed) {
      try listing.append(Array(json.utf8), to: github)
    }
    #expect(listing.tree().isTruncated)
    var other = RepositoryListing(service: .gitlab)
    guard json != "[]" else { return }
    #expect(throws: RepositoryListingError.malformed) {
      try other.append(Array(json.utf8), to: gitlab)
    }
  }

  @Test("bytes that are not UTF-8 are refused, and so is a body beyond the limit")
  func notText() {
    var listing = RepositoryListing(service: .github)
    let head = Array(#"{"truncated":false,"tree":[{"type":"blob","path":""#.utf8)
    #expect(throws: RepositoryListingError.malformed) {
      try listing.append(head + [0xFF, 0xFE] + Array("\"}]}".utf8), to: github)
    }
    let limit = RepositoryListing.maximumBody
    #expect(throws: RepositoryListingError.tooLarge(limit: limit)) {
      try listing.append([UInt8](repeating: 0x20, count: limit + 1), to: github)
    }
  }

  @Test("deep paths, duplicates and many names that differ in case only")
  func extremes() throws {
    let deep = Array(repeating: "d", count: 5_000).joined(separator: "/")
    var names = [deep, "same", "same"]
    // All 2^12 ways to write a name of twelve letters.
    for bits in 0..<4_096 {
      names.append(
        String((0..<12).map { Character(UnicodeScalar(UInt8(bits >> $0 & 1 == 0 ? 97 : 65) + $0)) })
      )
    }
    let tree = try githubTree(
      "{\"tree\":[" + names.map { "{\"path\":\"\($0)\",\"type\":\"blob\"}" }.joined(separator: ",")
        + "],\"truncated\":false}")
    #expect(presence(tree, deep) == .found(isFolder: false))
    #expect(presence(tree, deep + "/d") == .missing)
    #expect(presence(tree, "same") == .found(isFolder: false))
    for name in names { #expect(presence(tree, name) == .found(isFolder: false)) }
    #expect(presence(tree, "SAME") == .differsInCase("same"))
  }

  private func githubTree(_ json: String) throws -> RepositoryTree {
    var listing = RepositoryListing(service: .github)
    #expect(try listing.append(Array(json.utf8), to: github) == nil)
    return listing.tree()
  }

  private func presence(_ tree: RepositoryTree, _ path: String) -> RepositoryTree.Presence {
    let bytes = Array(path.utf8)
    return tree.presence(of: bytes.span)
  }

  /// Entries in the shape that GitLab documents.
  private func gitlabPage(_ range: Range<Int>) -> [UInt8] {
    let entries = range.map {
      """
      {"id":"a1e8f8d745cc87e3a9248358d9352bb7f9a0aeba","name":"f\($0).md","type":"blob",
       "path":"d/f\($0).md","mode":"100644"}
      """
    }
    return Array("[\(entries.joined(separator: ","))]".utf8)
  }
}
