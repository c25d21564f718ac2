import Testing

@testable import LinkGraph

@Suite struct OriginStoreTests {
  private let store = OriginStore(
    "https://mirror.example/",
    [
      .init(path: Array("b.html?x=1".utf8), type: .html, entityTag: "\"1\"", lastModified: "Mon"),
      .init(path: Array("a/".utf8), type: .html, entityTag: "W/\"1\"", lastModified: "Tue"),
      .init(path: Array("c".utf8), type: .image, entityTag: "W/\"1\""),
    ])

  private func id(_ path: String) -> String? {
    store.contentID(of: Array(path.utf8).span).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func listsWhatAnswered() {
    var found: [String] = []
    let unlisted = store.list { path, _ in
      !path.equals("c")
    } _: { path, entry in
      #expect(entry.kind == .file)
      #expect(entry.contentID == store.contentID(of: path))
      found.append("\(path.string) \(entry.type.map { "\($0)" } ?? "-")")
    }
    #expect(found == ["b.html?x=1 html", "a/ html"])
    #expect(unlisted.isEmpty)
  }

  @Test func contentIDsComeFromStrongValidators() {
    #expect(id("b.html?x=1") == "etag \"1\"")
    #expect(id("a/") == "modified Tue")
    #expect(id("c") == nil)
    #expect(id("d") == nil)
  }

  @Test func keepsNoContent() {
    var buffer: [UInt8] = []
    let failure = #expect(throws: ReadFailure.self) {
      try store.read(Array("c".utf8).span, into: &buffer, limit: 10)
    }
    #expect(failure?.cause == .notKept)
  }
}
