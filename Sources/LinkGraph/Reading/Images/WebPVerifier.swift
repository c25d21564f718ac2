/// Checks WebP (the WebP container specification; frame headers of RFC 6386 and RFC 9649).
///
/// A last padding byte that is missing and anything after the RIFF container are forgiven.
enum WebPVerifier {
  /// What the chunks before the current one have shown.
  private struct State {
    var canvas: ImageSize?
    var isAnimated = false
    var image: ImageSize?
  }

  /// The size of the canvas or of the only image; throws the first defect. O(number of chunks).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    let container = (bytes.le(4, at: 4) ?? 0) + 8
    guard container - 1 <= bytes.count else {
      throw ImageDefect(
        .truncated,
        "WebP says it has \(container.grouped) bytes, the file ends after \(bytes.count.grouped)")
    }
    let limit = min(container, bytes.count)
    var state = State()
    var at = 12
    while let chunk = try nextChunk(bytes, at: at, limit: limit) {
      switch bytes.be(4, at: at) {
      case 0x5650_3858:  // VP8X
        guard chunk.count >= 10, let width = bytes.le(3, at: at + 12),
          let height = bytes.le(3, at: at + 15)
        else { throw ImageDefect(.badStructure, "WebP chunk VP8X is too short") }
        state.canvas = ImageSize(width: width + 1, height: height + 1)
        state.isAnimated = bytes[at + 8] & 2 != 0
      case 0x414e_4d46:  // ANMF
        state.image = try frame(bytes, chunk)
      case 0x5650_3820, 0x5650_384c:
        let size = try bitstream(bytes, at: at, chunk)
        if !state.isAnimated, let canvas = state.canvas, canvas != size {
          throw ImageDefect(.badStructure, "WebP canvas and image differ in size")
        }
        state.image = size
      default: break
      }
      at = chunk.upperBound + chunk.count & 1
    }
    guard let image = state.image else {
      throw ImageDefect(.badStructure, "WebP holds no image data")
    }
    return state.canvas ?? image
  }

  /// The payload of the chunk at `at`; nil where none is left before `limit`.
  private static func nextChunk(
    _ bytes: Span<UInt8>, at: Int, limit: Int
  ) throws(ImageDefect) -> Range<Int>? {
    guard at <= limit - 8, let length = bytes.le(4, at: at + 4) else { return nil }
    guard length <= limit - at - 8 else {
      throw ImageDefect(
        length <= bytes.count - at - 8 || bytes.count > limit ? .badStructure : .truncated,
        "WebP chunk at byte \(at.grouped) should hold \(length.grouped) bytes,"
          + " there are \((limit - at - 8).grouped)")
    }
    return (at + 8)..<(at + 8 + length)
  }

  /// Checks one frame of an animation and returns its image's size.
  private static func frame(
    _ bytes: Span<UInt8>, _ payload: Range<Int>
  ) throws(ImageDefect) -> ImageSize {
    var at = payload.lowerBound + 16
    while let chunk = try nextChunk(bytes, at: at, limit: payload.upperBound) {
      let type = bytes.be(4, at: at)
      if type == 0x5650_3820 || type == 0x5650_384c {
        return try bitstream(bytes, at: at, chunk)
      }
      at = chunk.upperBound + chunk.count & 1
    }
    throw ImageDefect(
      .badStructure, "WebP frame at byte \((payload.lowerBound - 8).grouped) holds no image data")
  }

  /// Checks the header of the VP8 or VP8L chunk at `at` and returns the size it states.
  private static func bitstream(
    _ bytes: Span<UInt8>, at: Int, _ payload: Range<Int>
  ) throws(ImageDefect) -> ImageSize {
    let data = payload.lowerBound
    if bytes[at + 3] == UInt8(ascii: "L") {
      guard payload.count >= 5, bytes[data] == 0x2f, let bits = bytes.le(4, at: data + 1),
        bits >> 29 == 0
      else { throw ImageDefect(.badStructure, "WebP chunk VP8L has no valid header") }
      return ImageSize(width: bits & 0x3fff + 1, height: bits >> 14 & 0x3fff + 1)
    }
    // A key frame that is shown, of a known profile, whose first partition fits.
    guard payload.count >= 10, let tag = bytes.le(3, at: data), tag & 1 == 0, tag >> 1 & 7 <= 3,
      tag & 0x10 != 0, tag >> 5 < payload.count, bytes.be(3, at: data + 3) == 0x9d012a,
      let width = bytes.le(2, at: data + 6), let height = bytes.le(2, at: data + 8)
    else { throw ImageDefect(.badStructure, "WebP chunk VP8 has no valid frame header") }
    let size = ImageSize(width: width & 0x3fff, height: height & 0x3fff)
    guard size.width != 0, size.height != 0 else {
      throw ImageDefect(.badStructure, "WebP says \(width & 0x3fff) x \(height & 0x3fff) pixels")
    }
    return size
  }
}
