/// Checks GIF (GIF87a, GIF89a): the walk over blocks to the trailer.
///
/// Decoders show a GIF that lacks only its trailer, and some encoders leave it out, so that is
/// intact; one whose last image or extension is cut is truncated. After a first whole image, a
/// block that is none ends the GIF, as browsers have it.
enum GIFVerifier {
  /// The logical screen's size, or the first image's where the screen has none; throws the first
  /// defect. O(length).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    guard let width = bytes.le(2, at: 6), let height = bytes.le(2, at: 8), bytes.count >= 13 else {
      throw ImageDefect(.truncated, "GIF ends after \(bytes.count) bytes, within its header")
    }
    guard bytes.matches("GIF87a", at: 0) || bytes.matches("GIF89a", at: 0) else {
      throw ImageDefect(.badStructure, "GIF signature is neither GIF87a nor GIF89a")
    }
    var size = ImageSize(width: width, height: height)
    var images = 0
    var isAnnounced = false
    var at = 13 + colourTable(bytes[10])
    while at < bytes.count {
      switch bytes[at] {
      case 0x3b:
        guard images > 0 else { throw ImageDefect(.badStructure, "GIF holds no image") }
        return size
      case 0x21:
        // Extension: a label, then sub-blocks.
        guard let end = subBlocksEnd(bytes, from: at + 2) else { throw cut(bytes, images) }
        // A graphic control extension (0xF9) announces an image.
        isAnnounced = isAnnounced || bytes[at + 1] == 0xf9
        at = end
      case 0x2c:
        guard let frameWidth = bytes.le(2, at: at + 5), let frameHeight = bytes.le(2, at: at + 7),
          let flags = bytes.le(1, at: at + 9)
        else { throw cut(bytes, images) }
        if size.width == 0 || size.height == 0 {
          size = ImageSize(width: frameWidth, height: frameHeight)
        }
        at += 10 + colourTable(UInt8(flags))
        guard let codeSize = bytes.le(1, at: at) else { throw cut(bytes, images) }
        guard codeSize <= 12 else {
          throw ImageDefect(
            .badStructure, "GIF image \(images + 1) says its codes begin with \(codeSize) bits")
        }
        guard let end = subBlocksEnd(bytes, from: at + 1) else { throw cut(bytes, images) }
        guard end > at + 2 || images > 0 else {
          throw ImageDefect(.badStructure, "GIF image 1 at byte \(at.grouped) has no data")
        }
        images += 1
        isAnnounced = false
        at = end
      case 0:
        // Some encoders write a zero too many; zeros to the end are a download cut short.
        at += 1
        if at == bytes.count, bytes.count - bytes.trailingZeros >= 64 { throw cut(bytes, images) }
      default:
        guard images > 0 else {
          let byte = Int(bytes[at]).hex(2)
          throw ImageDefect(
            .badStructure,
            "GIF has no block at byte \(at.grouped) (0x\(byte)), and no image before it")
        }
        return size
      }
    }
    guard images > 0, !isAnnounced else { throw cut(bytes, images) }
    return size
  }

  /// The bytes of the colour table that `flags` announce.
  private static func colourTable(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  /// The index after the sub-blocks that begin at `at` and their terminator, or nil where the file
  /// ends within them.
  private static func subBlocksEnd(_ bytes: Span<UInt8>, from at: Int) -> Int? {
    var at = at
    while at < bytes.count {
      let length = Int(bytes[at])
      at += 1 + length
      if length == 0 { return at }
    }
    return nil
  }

  private static func cut(_ bytes: Span<UInt8>, _ images: Int) -> ImageDefect {
    let place =
      images == 0
      ? "before its first image is whole" : "after \(images) whole image\(images == 1 ? "" : "s")"
    return ImageDefect(
      .truncated, "GIF ends after \(bytes.count.grouped) bytes, \(place), within a block")
  }
}
