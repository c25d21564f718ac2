/// Checks PNG (W3C PNG, third edition), animated PNG included.
///
/// What libpng, and so every browser, forgives is intact: wrong checksums and odd content in
/// ancillary chunks, and anything after IEND.
enum PNGVerifier {
  private static let ihdr = 0x4948_4452
  private static let plte = 0x504c_5445
  private static let idat = 0x4944_4154
  private static let iend = 0x4945_4e44

  /// What the chunks before the current one have shown.
  private struct State {
    var size: ImageSize?
    var colourType = 0
    var hasPalette = false
    var dataBytes = 0
    /// The first two bytes of the compressed data, as far as seen.
    var zlibHeader = 0
  }

  /// The size in IHDR; throws the first defect. O(length).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    guard bytes.count >= 8 else {
      throw ImageDefect(.truncated, "PNG ends after \(bytes.count) bytes, within its signature")
    }
    guard bytes.be(4, at: 4) == 0x0d0a_1a0a else {
      let message =
        "PNG signature damaged (\((bytes.be(4, at: 4) ?? 0).hex(8)) instead of 0d0a1a0a):"
      throw ImageDefect(.badStructure, "\(message) line ends were converted, or bytes changed")
    }
    var state = State()
    var at = 8
    while true {
      guard let length = bytes.be(4, at: at), let type = bytes.be(4, at: at + 4) else {
        throw ImageDefect(
          .truncated, "PNG ends after \(bytes.count.grouped) bytes, without its end chunk IEND")
      }
      guard isName(type), length <= 0x7fff_ffff else {
        let what = "\(type.hex(8)), length \(length.grouped)"
        // A chunk of zeros in a tail of zeros: the rest never came.
        throw ImageDefect(
          at + 8 > bytes.trailingZeros ? .truncated : .badStructure,
          "PNG has no valid chunk at byte \(at.grouped) (type \(what))")
      }
      guard length <= bytes.count - at - 12 else {
        let rest = max(0, bytes.count - at - 8)
        throw ImageDefect(
          .truncated,
          "PNG chunk \(name(type)) at byte \(at.grouped) should hold \(length.grouped) bytes and a"
            + " checksum, the file ends after \(rest.grouped) of them")
      }
      try check(bytes, type, at: at, length, &state)
      if type == iend, let size = state.size { return size }
      at += 12 + length
    }
  }

  /// Checks one chunk whose bytes are all there.
  private static func check(
    _ bytes: Span<UInt8>, _ type: Int, at: Int, _ length: Int, _ state: inout State
  ) throws(ImageDefect) {
    if state.size == nil, type != ihdr {
      let why = type == 0x4367_4249 ? " (an iOS application's PNG, which browsers cannot show)" : ""
      throw ImageDefect(.badStructure, "PNG begins with chunk \(name(type)), not IHDR\(why)")
    }
    // The fifth bit of the first letter: lower case means ancillary.
    guard type & 0x2000_0000 == 0 else { return }
    let stored = bytes.be(4, at: at + 8 + length) ?? 0
    let computed = Int(CRC32.checksum(bytes, in: (at + 4)..<(at + 8 + length)))
    guard stored == computed else {
      let values = "CRC 0x\(stored.hex(8)) should be 0x\(computed.hex(8))"
      let isCut = at + 8 + length >= bytes.trailingZeros
      throw ImageDefect(
        isCut ? .truncated : .badChecksum,
        "PNG chunk \(name(type)) at byte \(at.grouped): \(values)")
    }
    switch type {
    case ihdr: try readHeader(bytes, at: at + 8, length, &state)
    case plte:
      let isLegal = length % 3 == 0 && (3...768).contains(length)
      guard !state.hasPalette, isLegal || state.colourType != 3 else {
        let what = state.hasPalette ? "a second PLTE" : "a PLTE of \(length.grouped) bytes"
        throw ImageDefect(.badStructure, "PNG has \(what)")
      }
      state.hasPalette = true
    case idat: try readData(bytes, at: at + 8, length, &state)
    case iend:
      guard state.dataBytes > 0 else {
        throw ImageDefect(.badStructure, "PNG holds no pixel data (no IDAT)")
      }
    default:
      guard state.dataBytes > 0 else {
        throw ImageDefect(.badStructure, "PNG holds an unknown critical chunk \(name(type))")
      }
    }
  }

  private static func readHeader(
    _ bytes: Span<UInt8>, at: Int, _ length: Int, _ state: inout State
  ) throws(ImageDefect) {
    guard state.size == nil else { throw ImageDefect(.badStructure, "PNG has a second IHDR") }
    guard length == 13, let width = bytes.be(4, at: at), let height = bytes.be(4, at: at + 4) else {
      throw ImageDefect(.badStructure, "PNG IHDR has \(length.grouped) bytes instead of 13")
    }
    let limit = 1...0x7fff_ffff
    guard limit.contains(width), limit.contains(height) else {
      throw ImageDefect(.badStructure, "PNG IHDR says \(width) x \(height) pixels")
    }
    let depth = bytes[at + 8]
    let colour = bytes[at + 9]
    let depths: [UInt8] =
      switch colour {
      case 0: [1, 2, 4, 8, 16]
      case 2, 4, 6: [8, 16]
      case 3: [1, 2, 4, 8]
      default: []
      }
    guard depths.contains(depth) else {
      throw ImageDefect(
        .badStructure, "PNG IHDR says colour type \(colour) with bit depth \(depth): not allowed")
    }
    guard bytes[at + 10] == 0, bytes[at + 11] == 0, bytes[at + 12] <= 1 else {
      throw ImageDefect(.badStructure, "PNG IHDR names an unknown compression, filter or interlace")
    }
    state.colourType = Int(colour)
    state.size = ImageSize(width: width, height: height)
  }

  private static func readData(
    _ bytes: Span<UInt8>, at: Int, _ length: Int, _ state: inout State
  ) throws(ImageDefect) {
    if state.dataBytes == 0, state.colourType == 3, !state.hasPalette {
      throw ImageDefect(.badStructure, "PNG of indexed colour has no PLTE before IDAT")
    }
    // RFC 1950: method 8, and the two bytes are a multiple of 31. They may lie in two chunks.
    for index in 0..<min(length, max(0, 2 - state.dataBytes)) {
      state.zlibHeader = state.zlibHeader << 8 | Int(bytes[at + index])
      guard state.dataBytes + index == 1 else { continue }
      let header = state.zlibHeader
      guard header >> 8 & 0x0f == 8, header >> 12 <= 7, header % 31 == 0 else {
        throw ImageDefect(
          .badStructure, "PNG pixel data begins with \(header.hex(4)), not zlib's header")
      }
    }
    state.dataBytes += length
  }

  /// Whether the four bytes of `type` are letters.
  private static func isName(_ type: Int) -> Bool {
    for shift in [24, 16, 8, 0] {
      guard (0x61...0x7a).contains(type >> shift & 0xdf | 0x20) else { return false }
    }
    return true
  }

  private static func name(_ type: Int) -> String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: type >> $0) }, as: UTF8.self)
  }
}
