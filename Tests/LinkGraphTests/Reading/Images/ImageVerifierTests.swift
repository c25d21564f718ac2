import Testing

@testable import LinkGraph

@Suite struct ImageVerifierTests {
  typealias Sample = ImageFixture.Sample

  @Test(arguments: ImageFixture.samples)
  func wholeImagesAreIntact(_ sample: Sample) {
    let expected = ImageVerdict.intact(sample.format, width: sample.width, height: sample.height)
    #expect(ImageFixture.verdict(sample.bytes, sample.pathExtension) == expected)
    // The name decides nothing.
    #expect(ImageFixture.verdict(sample.bytes, "php") == expected)
    #expect(ImageFormat.sniff(sample.bytes.span) == sample.format)
    #expect(ImageFormat(pathExtension: sample.pathExtension) == sample.format)
  }

  @Test(arguments: ImageFixture.samples)
  func everyCutIsFound(_ sample: Sample) {
    for length in 0..<(sample.bytes.count - sample.spare) {
      let cut = Array(sample.bytes.prefix(length))
      let code = ImageFixture.defect(cut, sample.pathExtension)
      #expect(code != nil, "\(length) bytes of \(sample.bytes.count)")
    }
  }

  @Test(arguments: ImageFixture.samples)
  func bytesThatDecodersDoWithoutAreNotMissed(_ sample: Sample) {
    let cut = Array(sample.bytes.dropLast(sample.spare))
    #expect(ImageFixture.defect(cut, sample.pathExtension) == nil)
  }

  @Test(arguments: ImageFixture.samples)
  func whatFollowsTheEndIsForgiven(_ sample: Sample) {
    for tail in [[0], [0x0d, 0x0a], [UInt8](repeating: 0, count: 600)] as [[UInt8]] {
      #expect(ImageFixture.defect(sample.bytes + tail, sample.pathExtension) == nil)
    }
  }

  @Test(arguments: ImageFixture.samples)
  func downloadsIntoReservedSpaceAreFound(_ sample: Sample) {
    // Formats whose end shows; in the others pixels of zeros are as good as any.
    guard ![.bmp, .tiff, .avif, .heif, .ico, .webp].contains(sample.format) else { return }
    let kept = sample.bytes.count / 2
    let padded = sample.bytes.prefix(kept) + [UInt8](repeating: 0, count: 4096)
    #expect(ImageFixture.defect(Array(padded), sample.pathExtension) == .truncated)
  }

  @Test func extensionsAreReadInAnyLetterCase() {
    let names: [(String, ImageFormat?)] = [
      ("JPG", .jpeg), ("jpe", .jpeg), ("jfif", .jpeg), ("Png", .png), ("cur", .ico),
      ("heif", .heif),
      ("avif", .avif), ("SVGZ", .svg), ("tiff", .tiff), ("php", nil), ("", nil),
    ]
    for (name, format) in names { #expect(ImageFormat(pathExtension: name) == format) }
  }

  @Test func emptyAndZeroFilesAreNamed() {
    #expect(ImageFixture.defect([], "png") == .empty)
    #expect(ImageFixture.defect([0], "png") == .zeros)
    #expect(ImageFixture.defect([UInt8](repeating: 0, count: 51_200), "jpg") == .zeros)
    let message = ImageFixture.message([UInt8](repeating: 0, count: 51_200), "jpg")
    #expect(message == "the file holds only zero bytes (51,200 of them)")
  }
}
