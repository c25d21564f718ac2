import Testing

@testable import LinkGraph

@Suite struct JPEGVerifierTests {
  typealias Fixture = ImageFixture

  @Test func thumbnailsDoNotEndTheImage() {
    let thumbnail = Fixture.segment(0xe1, Array("Exif\0\0".utf8) + Fixture.jpeg())
    let bytes = Fixture.jpeg(extra: thumbnail)
    #expect(Fixture.verdict(bytes, "jpg") == .intact(.jpeg, width: 8, height: 8))
    // Cut behind the thumbnail's end marker.
    #expect(Fixture.defect(Array(bytes.prefix(thumbnail.count + 10)), "jpg") == .truncated)
  }

  @Test func toleratesWhatLibjpegTolerates() {
    let quirks: [[UInt8]] = [
      Fixture.jpeg(extra: [0xff, 0xff, 0xff]),  // fill bytes
      // Extraneous bytes before a marker.
      Fixture.jpeg(extra: Fixture.segment(0xfe, [7]) + [0, 1, 2, 3]),
      Fixture.jpeg(extra: [0xff, 0x00]),
      Fixture.jpeg(extra: [0xff, 0xfe, 0, 0]),  // a comment of no length
      Fixture.jpeg(data: [0x3f, 0xff, 0x00, 0x12]),  // stuffed 0xFF
      Fixture.jpeg(data: [0x3f, 0xff, 0xd0, 0x3f, 0xff, 0xd5, 0x3f]),  // restarts out of order
      Fixture.jpeg() + Fixture.jpeg(),  // a second picture after the end
      Fixture.jpeg() + [0xff, 0xd8, 0xff],
    ]
    for (index, bytes) in quirks.enumerated() {
      #expect(
        Fixture.verdict(bytes, "jpg") == .intact(.jpeg, width: 8, height: 8), "\(index)")
    }
  }

  @Test func saysWhereTheFileEnds() {
    let long = Fixture.jpeg(data: [UInt8](repeating: 0x3f, count: 60_000))
    #expect(
      Fixture.message(Array(long.prefix(51_200)), "jpg")
        == "JPEG ends after 51,200 bytes in scan data, no end marker")
    #expect(Fixture.message(Array(long.prefix(30)), "jpg").contains("should have 67 bytes"))
    let padded = long.prefix(51_200) + [UInt8](repeating: 0, count: 100_000)
    #expect(Fixture.defect(Array(padded), "jpg") == .truncated)
    #expect(Fixture.message(Array(padded), "jpg").hasSuffix("only zero bytes from byte 51,200 on"))
  }

  @Test func linesMayBeCountedLater() {
    let open = Fixture.frame(0xc0, height: 0)
    #expect(Fixture.defect(Fixture.jpeg(frame: open), "jpg") == .badStructure)
    let lines = Fixture.segment(0xdc, [0, 8])
    let bytes = Fixture.jpeg(frame: open, data: [0x3f] + lines)
    #expect(Fixture.verdict(bytes, "jpg") == .intact(.jpeg, width: 8, height: 8))
  }

  @Test func brokenStructureIsFound() {
    let bad: [[UInt8]] = [
      [0xff, 0xd8, 0xff, 0xd9],
      Fixture.jpeg(frame: []),  // no frame header
      Fixture.jpeg(frame: Fixture.frame(0xc0, width: 0)),
      Fixture.jpeg(frame: Fixture.frame(0xc0) + Fixture.frame(0xc0)),
      Fixture.jpeg(frame: Fixture.segment(0xc0, [8, 0, 8, 0, 8, 3, 1, 0x11, 0])),
      Fixture.jpeg(extra: [0xff, 0xd8]),  // started anew
      Fixture.jpeg(extra: [0xff, 0xdb, 0, 1]),  // impossible length
      Fixture.jpeg(data: []),
    ]
    for (index, bytes) in bad.enumerated() {
      #expect(Fixture.defect(bytes, "jpg") == .badStructure, "\(index)")
    }
  }
}
