import Testing

@testable import LinkGraph

/// WebP, BMP, ICO and TIFF.
@Suite struct RasterVerifierTests {
  typealias Fixture = ImageFixture

  @Test func webPContainersMustHoldWhatTheySay() {
    let size = Fixture.riff("VP8X", [0, 0, 0, 0] + Fixture.le(1, 3) + Fixture.le(0, 3))
    let bad: [[UInt8]] = [
      Fixture.webp(Fixture.riff("EXIF", [1, 2])),
      Fixture.webp(size + Fixture.lossless),  // canvas of 2 x 1, image of 1 x 1
      Fixture.webp(Fixture.riff("VP8L", [0x2e, 0, 0, 0, 0])),
      Fixture.webp(Fixture.riff("VP8 ", [UInt8](repeating: 1, count: 20))),
      Fixture.webp(Fixture.riff("ANMF", [UInt8](repeating: 0, count: 16))),
    ]
    for (index, bytes) in bad.enumerated() {
      #expect(Fixture.defect(bytes, "webp") == .badStructure, "\(index)")
    }
    #expect(
      Fixture.message(Array(Fixture.webp(Fixture.lossy).prefix(30)), "webp")
        == "WebP says it has 42 bytes, the file ends after 30")
  }

  @Test func webPSizeIsTheCanvas() {
    let size = Fixture.riff("VP8X", [2, 0, 0, 0] + Fixture.le(299, 3) + Fixture.le(199, 3))
    let frame = Fixture.riff("ANMF", [UInt8](repeating: 0, count: 16) + Fixture.lossless)
    #expect(
      Fixture.verdict(Fixture.webp(size + frame), "webp")
        == .intact(.webp, width: 300, height: 200))
  }

  @Test func bmpVersionsAreRead() {
    let os2 =
      Fixture.le(12, 4) + Fixture.le(3, 2) + Fixture.le(2, 2) + Fixture.le(1, 2) + Fixture.le(24, 2)
    let v5 =
      Fixture.le(124, 4) + Fixture.bmpHeader(width: 3, height: -2, bits: 24).dropFirst(4)
      + [UInt8](repeating: 0, count: 84)
    for header in [os2, v5] {
      #expect(
        Fixture.verdict(Fixture.bmp(header), "bmp") == .intact(.bmp, width: 3, height: 2))
    }
  }

  @Test func impossibleBMPHeadersAreFound() {
    let huge = Fixture.bmpHeader(width: 0x7fff_ffff, height: -0x8000_0000, bits: 32)
    let bad: [([UInt8], ImageDefect.Code)] = [
      (Fixture.bmp(huge), .badStructure),
      (Fixture.bmp(Fixture.bmpHeader(width: 0, height: 2, bits: 24)), .badStructure),
      (Fixture.bmp(Fixture.bmpHeader(width: 3, height: 2, bits: 25)), .badStructure),
      (
        Fixture.bmp(Fixture.bmpHeader(width: 3, height: 2, bits: 24, compression: 9)), .badStructure
      ),
      (Fixture.bmp(Fixture.le(41, 4) + [UInt8](repeating: 1, count: 60)), .badStructure),
    ]
    for (index, (bytes, code)) in bad.enumerated() {
      #expect(Fixture.defect(bytes, "bmp") == code, "\(index)")
    }
    // Words that begin with BM are no bitmaps.
    #expect(Fixture.defect(Array("BMW builds cars in many places".utf8), "png") == .notAnImage)
  }

  @Test func everyImageOfAnIconCounts() {
    let png = Fixture.png()
    #expect(
      Fixture.verdict(Fixture.ico([png, Fixture.iconBitmap]), "ico")
        == .intact(.ico, width: 16, height: 16))
    // The last image is the one that a cut takes.
    let cut = Array(Fixture.ico([Fixture.iconBitmap, png]).dropLast(4))
    #expect(Fixture.defect(cut, "ico") == .truncated)
    #expect(Fixture.message(cut, "ico").hasPrefix("ICO image 2 at byte 910: PNG chunk IEND"))
    // Writers have the lengths in the list wrong.
    #expect(Fixture.defect(Fixture.ico([png], slack: 99), "ico") == nil)
    #expect(Fixture.defect(Fixture.ico([Fixture.iconBitmap], slack: 99), "ico") == nil)
  }

  @Test func iconsWithoutMaskAreShown() {
    let bare = Array(Fixture.iconBitmap.dropLast(16 * 4))
    #expect(Fixture.defect(Fixture.ico([bare]), "ico") == nil)
    #expect(Fixture.defect(Fixture.ico([bare], slack: 64), "ico") == .truncated)
  }

  @Test func oneImageListedOftenIsCheckedOnce() {
    var bytes = Fixture.le(0, 2) + Fixture.le(1, 2) + Fixture.le(65_535, 2)
    for _ in 0..<65_535 {
      bytes += [0, 0, 0, 0, 1, 0, 24, 0] + Fixture.le(67, 4) + Fixture.le(6 + 16 * 65_535, 4)
    }
    #expect(Fixture.defect(bytes + Fixture.png(), "ico") == nil)
  }

  @Test func imagesThatShareTheirBytesAreNotReadAgain() {
    // The first image's chunk aaAA passes over the second's head to the data that both use.
    let head = Fixture.pngSignature + Fixture.header()
    let data = Fixture.chunk("IDAT", Fixture.pixels) + Fixture.chunk("IEND", [])
    let first = head + Fixture.be(head.count, 4) + Array("aaAA".utf8)
    let whole = first + head + [0, 0, 0, 0] + data
    #expect(Fixture.defect(whole, "png") == nil)
    var bytes = Fixture.le(0, 2) + Fixture.le(1, 2) + Fixture.le(2, 2)
    for start in [38, 38 + first.count] {
      bytes += [0, 0, 0, 0, 1, 0, 24, 0] + Fixture.le(whole.count, 4) + Fixture.le(start, 4)
    }
    #expect(Fixture.defect(bytes + whole, "ico") == .truncated)
  }

  @Test func tiffIsReadInBothByteOrders() {
    for little in [true, false] {
      #expect(
        Fixture.verdict(Fixture.tiff(littleEndian: little), "tif")
          == .intact(.tiff, width: 2, height: 2))
    }
  }
}
