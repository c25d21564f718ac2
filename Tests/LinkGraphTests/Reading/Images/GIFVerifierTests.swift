import Testing

@testable import LinkGraph

@Suite struct GIFVerifierTests {
  typealias Fixture = ImageFixture

  @Test func trailerMayBeMissingOrFarOff() {
    let whole = Fixture.gif(images: 3)
    #expect(Fixture.defect(whole, "gif") == nil)
    #expect(Fixture.defect(Array(whole.dropLast()), "gif") == nil)
    #expect(Fixture.defect(whole.dropLast() + [0, 0x3b], "gif") == nil)
    // What is no block ends the GIF, as in browsers.
    #expect(Fixture.defect(whole.dropLast() + Array("junk".utf8), "gif") == nil)
  }

  @Test func cutImagesAreFound() {
    let whole = Fixture.gif(images: 2)
    let frame = Fixture.gifControl.count + Fixture.gifImage.count
    for missing in 2..<(frame - 1) {
      #expect(Fixture.defect(Array(whole.dropLast(missing)), "gif") == .truncated, "\(missing)")
    }
    let padded = whole.dropLast(4) + [UInt8](repeating: 0, count: 500)
    #expect(Fixture.defect(Array(padded), "gif") == .truncated)
  }

  @Test func sizeOfTheFirstImageStandsIn() {
    var bytes = Fixture.gif()
    bytes[6] = 0
    bytes[8] = 0
    #expect(Fixture.verdict(bytes, "gif") == .intact(.gif, width: 1, height: 1))
  }

  @Test func localColourTablesArePassedOver() {
    var image = Fixture.gifImage
    image[9] = 0x80
    image.insert(contentsOf: [0x3b, 0x3b, 0x3b, 0x3b, 0x3b, 0x3b], at: 10)
    #expect(Fixture.defect(Fixture.gifScreen + image + [0x3b], "gif") == nil)
    #expect(Fixture.defect(Fixture.gifScreen + image.prefix(14), "gif") == .truncated)
  }

  @Test func brokenStructureIsFound() {
    var signature = Fixture.gif()
    signature[4] = UInt8(ascii: "8")
    let bad: [[UInt8]] = [
      Fixture.gifScreen + [0x3b], Fixture.gifScreen + [0x99] + Fixture.gifImage, signature,
    ]
    for (index, bytes) in bad.enumerated() {
      #expect(Fixture.defect(bytes, "gif") == .badStructure, "\(index)")
    }
  }
}
