import Testing

@testable import LinkGraph

@Suite struct PathJoinTests {
  /// Joins to the folder `m/a/b/`, whose mount's prefix is `m/`.
  private func join(_ path: String) -> String {
    var output = Array("m/a/b/".utf8)
    let outcome = PathJoin.append(Array(path.utf8).span, to: &output, floor: 2)
    return "\(outcome) \(String(decoding: output, as: UTF8.self))"
  }

  @Test(arguments: [
    ("c", "inside m/a/b/c"), ("./c/", "inside m/a/b/c/"), ("../c", "inside m/a/c"),
    ("..", "inside m/a/"), ("../..", "inside m/"), ("../../", "inside m/"),
    ("../../..", "above m/"), ("../../../c", "above m/c"), ("/c", "inside m/c"),
    ("\\c\\d", "inside m/c/d"), ("c/./d/../e", "inside m/a/b/c/e"), ("%2e%2E/c", "inside m/a/c"),
    (".%2e", "inside m/a/"), ("...", "inside m/a/b/..."), ("a%20b", "inside m/a/b/a b"),
    ("c//d", "inside m/a/b/c//d"), ("c%2Fd", "inside m/a/b/c%2Fd"),
    ("..%2Fc", "inside m/a/b/..%2Fc"), ("c%2fd/e", "inside m/a/b/c%2Fd/e"),
    ("c%5cd", "inside m/a/b/c\\d"), ("c%5C..%5Cd", "inside m/a/b/c\\..\\d"),
    ("c%252Fd", "inside m/a/b/c%2Fd"),
  ])
  func joins(path: String, expected: String) {
    #expect(join(path) == expected)
  }

  @Test(arguments: ["%00", "a\0b", "..%2F..%2F..%2Fc", "..%5c..%5c..%5cc"])
  func traversals(path: String) {
    #expect(join(path).hasPrefix("traversal "))
  }
}
