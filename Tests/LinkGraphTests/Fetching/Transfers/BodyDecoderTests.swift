import Testing

@testable import LinkGraph

@Suite struct BodyDecoderTests {
  private static let text = Array("abc".utf8)
  /// "abc", as Python's `gzip`, `zlib` and raw `zlib` write it.
  private static let gzip: [UInt8] = [
    0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF, 0x4B, 0x4C, 0x4A, 6, 0, 0xC2, 0x41, 0x24, 0x35, 3, 0, 0,
    0,
  ]
  private static let zlib: [UInt8] = [0x78, 0x9C, 0x4B, 0x4C, 0x4A, 6, 0, 2, 0x4D, 1, 0x27]
  private static let raw: [UInt8] = [0x4B, 0x4C, 0x4A, 6, 0]

  /// What comes of `bytes`, given in pieces of `size`, whether they are whole, and how far they came.
  private func decode(
    _ bytes: [UInt8], _ coding: String, by size: Int
  ) throws -> (text: [UInt8], isWhole: Bool, isSound: Bool) {
    let decoder = try #require(BodyDecoder(coding: coding))
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let end = min(at + size, bytes.count)
      let outcome = decoder.decode(bytes.span.extracting(at..<end)) { piece in
        text.append(bytes: piece)
        return true
      }
      if case .goesOn = outcome {} else { return (text, false, false) }
      at = end
    }
    return (text, decoder.isAtEnd, true)
  }

  @Test(arguments: [1, 2, 7, 100])
  func decodesInPieces(size: Int) throws {
    for (bytes, coding) in [(Self.gzip, "gzip"), (Self.gzip, "x-gzip"), (Self.zlib, "deflate")] {
      let result = try decode(bytes, coding, by: size)
      #expect(result.text == Self.text && result.isWhole && result.isSound)
    }
  }

  @Test func deflateWithoutItsWrapperIsTaken() throws {
    let result = try decode(Self.raw, "deflate", by: 100)
    #expect(result.text == Self.text && result.isWhole)
  }

  @Test func membersFollowAndWhatIsNoneIsIgnored() throws {
    let two = try decode(Self.gzip + Self.gzip, "gzip", by: 5)
    #expect(two.text == Self.text + Self.text && two.isWhole)
    let rest = try decode(Self.gzip + [0, 0, 0], "gzip", by: 5)
    #expect(rest.text == Self.text && rest.isWhole && rest.isSound)
  }

  @Test func whatIsCutIsNotWhole() throws {
    for length in 1..<Self.gzip.count {
      #expect(try !decode(Array(Self.gzip.prefix(length)), "gzip", by: 100).isWhole)
    }
  }

  @Test func whatIsNoneIsBroken() throws {
    #expect(try !decode(Array("<p>plain</p>".utf8), "gzip", by: 100).isSound)
    #expect(BodyDecoder(coding: "br") == nil)
  }

  @Test func aBombStopsWhereItIsStopped() throws {
    let decoder = try #require(BodyDecoder(coding: "gzip"))
    var count = 0
    let outcome = decoder.decode(TransferEngineTests.gzippedZeros.span) { piece in
      count += piece.count
      return count < 50_000
    }
    if case .stopped = outcome {} else { Issue.record("it went on") }
    #expect(count < 100_000)
  }
}
