import Testing

@testable import LinkGraph

@Suite struct PNGVerifierTests {
  typealias Fixture = ImageFixture

  /// A PNG of these chunks between signature and IEND.
  private func png(_ chunks: [UInt8]...) -> [UInt8] {
    Fixture.pngSignature + chunks.flatMap { $0 } + Fixture.chunk("IEND", [])
  }

  @Test func checksumsOfCriticalChunksCount() {
    var bytes = Fixture.png()
    bytes[8 + 25 + 8 + 5] ^= 1  // in IDAT's data
    #expect(Fixture.defect(bytes, "png") == .badChecksum)
    let message = Fixture.message(bytes, "png")
    #expect(message.hasPrefix("PNG chunk IDAT at byte 33: CRC 0x"))
    for type in ["IHDR", "IDAT"] {
      let start = type == "IHDR" ? 8 : 33
      var bytes = Fixture.png()
      bytes[start + 8] ^= 0x80
      #expect(Fixture.defect(bytes, "png") == .badChecksum, "\(type)")
    }
  }

  @Test func checksumsOfAncillaryChunksDoNot() {
    let text = Fixture.chunk("tEXt", Array("Title\0x".utf8), checksum: 1)
    #expect(Fixture.defect(Fixture.png(extra: text), "png") == nil)
  }

  @Test func animationIsPNG() {
    let control = Fixture.chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0])
    #expect(
      Fixture.verdict(Fixture.png(extra: control), "apng") == .intact(.png, width: 3, height: 2))
  }

  @Test func dataMayBeSplitAnywhere() {
    let split = Fixture.pixels.flatMap { Fixture.chunk("IDAT", [$0]) }
    #expect(Fixture.defect(png(Fixture.header(), Fixture.chunk("IDAT", []), split), "png") == nil)
  }

  @Test func impossibleHeadersAreFound() {
    let data = Fixture.chunk("IDAT", Fixture.pixels)
    let bad: [[UInt8]] = [
      png(data),
      png(Fixture.header(width: 0), data), png(Fixture.header(height: 0), data),
      png(Fixture.header(width: 0x8000_0000), data),
      png(Fixture.header(depth: 3), data), png(Fixture.header(colourType: 5), data),
      png(Fixture.header(depth: 4, colourType: 2), data),
      png(Fixture.header(colourType: 3), data),  // no palette
      png(Fixture.header()),  // no data
      png(Fixture.header(), Fixture.header(), data),
      png(Fixture.header(), Fixture.chunk("ABCD", []), data),
      png(Fixture.header(), Fixture.chunk("IDAT", [1, 2, 3])),  // not zlib
      png(Fixture.chunk("CgBI", [0, 0, 0, 0]), Fixture.header(), data),
      png(Fixture.header(), [0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0], data),
    ]
    for (index, bytes) in bad.enumerated() {
      #expect(Fixture.defect(bytes, "png") == .badStructure, "\(index)")
    }
  }

  @Test func convertedLineEndsAreNamed() {
    var bytes = Fixture.png()
    bytes.remove(at: 4)  // CR LF made LF
    #expect(Fixture.defect(bytes, "png") == .badStructure)
    #expect(Fixture.message(bytes, "png").contains("line ends"))
  }

  @Test func saysWhereTheFileEnds() {
    let bytes = Fixture.png()
    #expect(
      Fixture.message(Array(bytes.prefix(50)), "png")
        == "PNG chunk IDAT at byte 33 should hold 19 bytes and a checksum,"
        + " the file ends after 9 of them")
    #expect(
      Fixture.message(Array(bytes.dropLast(12)), "png")
        == "PNG ends after 64 bytes, without its end chunk IEND")
  }

  @Test func checksumAgreesWithItsDefinition() {
    var state: UInt64 = 1
    var bytes: [UInt8] = []
    for length in 0..<200 {
      #expect(CRC32.checksum(bytes.span, in: 0..<length) == Fixture.slowCRC(bytes))
      state = state &* 6_364_136_223_846_793_005 &+ 1
      bytes.append(UInt8(truncatingIfNeeded: state >> 56))
    }
    #expect(CRC32.checksum(Array("123456789".utf8).span, in: 0..<9) == 0xcbf4_3926)
    #expect(CRC32.checksum(bytes.span, in: 7..<150) == Fixture.slowCRC(Array(bytes[7..<150])))
  }
}
