import Testing

@testable import LinkGraph

@Suite struct AskedURLTests {
  /// The parts that are found without parsing are those that the parser finds.
  @Test(arguments: [
    "http://example.org/", "https://example.org:8443/a/b.html?x=/y/#z", "http://[::1]:80/a",
    "HTTPS://User:secret@EXAMPLE.org/%7Ea/../b c/d?q#f", "http://example.org?a=b/c",
    "https://example.org/a?b?c", "http://192.168.0.1//a//b/", "https://例え.テスト/日本/",
  ])
  func partsAreTheParsers(text: String) throws {
    let record = try URLRecord(parsing: text)
    let asked = try #require(AskedURL(record.requestURL))
    #expect(asked.origin == record.origin)
    #expect(asked.isOf(record.origin ?? ""))
    #expect(!asked.isOf("http://example.or") && !asked.isOf("http://example.org."))
    #expect(asked.pathname == record.pathname)
    #expect(asked.pathAndQuery == record.pathname + (record.query.map { "?" + $0 } ?? ""))
    #expect(asked.hasQuery == (record.query != nil))
    let folders = record.pathname.split(separator: "/", omittingEmptySubsequences: false)
    #expect(asked.firstFolder == (folders.count > 2 ? folders[1] : ""))
  }

  @Test(arguments: ["", "http", "http:", "http://", "http:///a", "ftp://a/b", "//a/b", "https:/a"])
  func whatCannotBeAskedIsNone(text: String) {
    #expect(AskedURL(text) == nil)
  }

  @Test func remapsAreSerialised() {
    let remap = NetworkSettings.Remap(
      from: "HTTPS://Mirror.Example", to: "http://user:pw@127.0.0.1:80/x/../#y")
    #expect(remap.from == "https://mirror.example/")
    #expect(remap.to == "http://127.0.0.1/")
  }
}
