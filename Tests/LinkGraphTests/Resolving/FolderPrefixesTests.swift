import Testing

@testable import LinkGraph

@Suite struct FolderPrefixesTests {
  @Test(arguments: UInt64(1)...20)
  func findsTheInnermostFolder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func path() -> String {
      (0..<Int.random(in: 1...5, using: &random)).map { _ in random.pick(["a/", "b/", "ab/", "é/"])
      }
      .joined()
    }
    let folders = Array(Set((0..<15).map { _ in path() }))
    let prefixes = FolderPrefixes(folders.map { Array($0.utf8) })
    for _ in 0..<200 {
      let id = path() + random.pick(["", "x", "a", "b/x"])
      let expected = folders.filter { id.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
      let found = prefixes.innermost(around: Array(id.utf8).span)
      #expect(found.map { folders[$0.number] } == expected)
      #expect(found?.length == expected?.utf8.count)
    }
  }

  @Test func nothingAndOne() {
    #expect(FolderPrefixes([]).innermost(around: Array("a/b".utf8).span) == nil)
    let one = FolderPrefixes([Array("a/".utf8)])
    #expect(one.innermost(around: Array("a/b".utf8).span)?.length == 2)
    #expect(one.innermost(around: Array("b/a/".utf8).span) == nil)
    #expect(one.innermost(around: Array("a".utf8).span) == nil)
  }
}
