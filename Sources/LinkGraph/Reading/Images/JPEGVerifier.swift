/// Checks JPEG (ITU-T T.81): the walk over segments and scans to the end marker EOI.
///
/// As lenient as libjpeg, which browsers use: bytes between segments, fill bytes, restart markers
/// out of order and anything after EOI are fine. Thumbnails lie inside segments, which are passed
/// over whole, so that their end markers are not taken for the image's.
enum JPEGVerifier {
  /// What the segments before the current one have shown.
  private struct State {
    var size: ImageSize?
    /// Where the frame header's list of components is.
    var components = 0..<0
    var scans = 0
    var scanBytes = 0

    /// Whether the frame header lists the component `id`.
    func has(_ id: UInt8, _ bytes: Span<UInt8>) -> Bool {
      for at in stride(from: components.lowerBound, to: components.upperBound, by: 3)
      where bytes[at] == id {
        return true
      }
      return false
    }
  }

  /// The size in the frame header; throws the first defect. O(length), at memchr's speed.
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    var state = State()
    var at = 2
    while let (code, after) = nextMarker(bytes, from: at) {
      at = after
      switch code {
      case 0x00, 0x01, 0xd0...0xd7: continue  // stuffed byte, TEM, RSTn: no content
      case 0xd9: return try finished(state)
      case 0xd8:
        throw ImageDefect(
          .badStructure, "JPEG has a second start marker at byte \((at - 2).grouped)")
      case 0x02...0xbf:
        let marker = "ff\(Int(code).hex(2))"
        throw ImageDefect(
          .badStructure, "JPEG has the reserved marker \(marker) at byte \((at - 2).grouped)")
      default: break
      }
      guard var length = bytes.be(2, at: at) else { break }
      // Applications' data and comments of no length are passed over, as libjpeg does.
      if (0xe0...0xef).contains(code) || code == 0xfe { length = max(length, 2) }
      guard length >= 2 else {
        throw ImageDefect(
          .badStructure, "JPEG segment at byte \((at - 2).grouped) says it has \(length) bytes")
      }
      guard length <= bytes.count - at else {
        let marker = "ff\(Int(code).hex(2))"
        throw ImageDefect(
          .truncated,
          "JPEG segment \(marker) at byte \((at - 2).grouped) should have \(length.grouped) bytes,"
            + " the file ends after \((bytes.count - at).grouped) of them")
      }
      try check(bytes, code, at: at, length, &state)
      at += length
      if code == 0xda {
        let end = scanEnd(bytes, from: at)
        state.scanBytes += end - at
        at = end
      }
    }
    let place =
      state.scans == 0
      ? "in its headers" : "in scan \(state.scans == 1 ? "data" : "\(state.scans)")"
    throw ImageDefect(
      .truncated, "JPEG ends after \(bytes.count.grouped) bytes \(place), no end marker")
  }

  /// The next marker's code and the index after it, past garbage and fill bytes; nil at the end.
  private static func nextMarker(_ bytes: Span<UInt8>, from at: Int) -> (UInt8, Int)? {
    guard at < bytes.count, var at = ByteSearch.first(0xff, in: bytes, at..<bytes.count) else {
      return nil
    }
    while at < bytes.count, bytes[at] == 0xff { at += 1 }
    return at < bytes.count ? (bytes[at], at + 1) : nil
  }

  /// The index of the 0xFF of the first marker after `at` that is no restart marker, or the end.
  private static func scanEnd(_ bytes: Span<UInt8>, from at: Int) -> Int {
    var at = at
    while let (code, after) = nextMarker(bytes, from: at) {
      if code != 0, !(0xd0...0xd7).contains(code) { return after - 2 }
      at = after
    }
    return bytes.count
  }

  /// Checks one segment whose bytes are all there; `at` is its length field.
  private static func check(
    _ bytes: Span<UInt8>, _ code: UInt8, at: Int, _ length: Int, _ state: inout State
  ) throws(ImageDefect) {
    switch code {
    case 0xc0...0xc3, 0xc5...0xc7, 0xc9...0xcb, 0xcd...0xcf:
      try readFrame(bytes, at: at, length, &state)
    case 0xda:
      guard state.size != nil else {
        throw ImageDefect(.badStructure, "JPEG has scan data before a frame header")
      }
      guard length >= 6, length == 6 + 2 * Int(bytes[at + 2]) else {
        throw ImageDefect(
          .badStructure,
          "JPEG scan header at byte \((at - 2).grouped) has the wrong length \(length)")
      }
      for index in 0..<Int(bytes[at + 2]) where !state.has(bytes[at + 3 + 2 * index], bytes) {
        throw ImageDefect(
          .badStructure,
          "JPEG scan at byte \((at - 2).grouped) is of component \(bytes[at + 3 + 2 * index]),"
            + " which the frame header does not list")
      }
      state.scans += 1
    case 0xdc:
      // DNL: the number of lines, where the frame header left it open.
      if state.size?.height == 0, let lines = bytes.be(2, at: at + 2) { state.size?.height = lines }
    default: break
    }
  }

  private static func readFrame(
    _ bytes: Span<UInt8>, at: Int, _ length: Int, _ state: inout State
  ) throws(ImageDefect) {
    guard state.size == nil else {
      throw ImageDefect(
        .badStructure, "JPEG has a second frame header at byte \((at - 2).grouped)")
    }
    guard length >= 8, let height = bytes.be(2, at: at + 3), let width = bytes.be(2, at: at + 5),
      length == 8 + 3 * Int(bytes[at + 7]), bytes[at + 7] > 0
    else {
      throw ImageDefect(
        .badStructure,
        "JPEG frame header at byte \((at - 2).grouped) has the wrong length \(length)")
    }
    guard width > 0 else {
      throw ImageDefect(.badStructure, "JPEG frame header says \(width) x \(height) pixels")
    }
    state.components = (at + 8)..<(at + length)
    for index in stride(from: at + 9, to: at + length, by: 3) {
      guard (1...4).contains(bytes[index] >> 4), (1...4).contains(bytes[index] & 15) else {
        let factors = "\(bytes[index] >> 4) x \(bytes[index] & 15)"
        throw ImageDefect(.badStructure, "JPEG frame header has the sampling factors \(factors)")
      }
    }
    state.size = ImageSize(width: width, height: height)
  }

  /// The size at the end marker, if frame and scans came before it.
  private static func finished(_ state: State) throws(ImageDefect) -> ImageSize {
    guard let size = state.size, state.scanBytes > 0 else {
      throw ImageDefect(.badStructure, "JPEG reaches its end marker without image data")
    }
    guard size.height != 0 else {
      throw ImageDefect(.badStructure, "JPEG says it has 0 lines, and no DNL segment follows")
    }
    return size
  }
}
