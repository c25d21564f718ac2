import Testing

@testable import LinkGraph

@Suite("What facts depend on beside the bytes")
struct FactsFingerprintTests {
  private func fingerprint(
    _ type: FileType = .markdown, _ path: String = "a.md", _ platform: Mount.Platform = .bare,
    kinds: UInt64 = 1, keepsTexts: Bool = false, charset: TextEncoding? = nil
  ) -> FactsFingerprint {
    FactsFingerprint(
      type: type, path: path.utf8.span, rules: PublishingRules(platform, type: type), kinds: kinds,
      keepsTexts: keepsTexts, charset: charset)
  }

  @Test("each of them makes another fingerprint, and nothing else does")
  func parts() {
    let all = [
      fingerprint(), fingerprint(.html, "a.html"),
      fingerprint(.markdown, "a.md", FactsFixture.github),
      fingerprint(kinds: 2), fingerprint(keepsTexts: true), fingerprint(charset: .utf8),
      fingerprint(.image, "a.png"), fingerprint(.image, "a.jpg"),
    ]
    #expect(Set(all).count == all.count)
    #expect(fingerprint() == fingerprint(.markdown, "other/b.md"))
  }

  @Test("rules of kinds differ by every text of theirs")
  func kinds() throws {
    func rules(_ yaml: String) throws -> UInt64 {
      try KindRules(Configuration.parse(yaml, file: "t"), file: "t").fingerprint
    }
    let all = try [
      rules(""), rules("preset: news-mirror"), rules("kinds: [{kind: nav, within: nav}]"),
      rules("kinds: [{kind: nav, within: aside}]"), rules("kinds: [{kind: own, within: nav}]"),
      rules("kinds: [{kind: nav, after: [A, B]}]"), rules("kinds: [{kind: nav, after: [A]}]"),
    ]
    #expect(Set(all).count == all.count)
    #expect(try rules("name: x") == rules(""))
  }

  /// Where this fails, reading gives other facts than before of the same bytes: raise
  /// ``FactsFingerprint/readerVersion``, or kept facts will be wrong, and pin the new number.
  @Test("the same bytes give the facts that this version of the reader gave before")
  func pinned() throws {
    var fixture = try FactsFixture()
    var runs = ReferenceRuns()
    var all: [UInt8] = []
    for document in try FactsFixture.documents() {
      try fixture.read(document.bytes, document.type).encode(into: &all, runs: &runs)
    }
    #expect(FactsFingerprint.readerVersion == 3)
    #expect(ByteHash.hash(all.span) == 8_399_827_848_626_440_816)
  }
}
