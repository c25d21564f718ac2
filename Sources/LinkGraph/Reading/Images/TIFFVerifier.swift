/// Checks TIFF 6.0 and BigTIFF: the first image's directory, and that its strips or tiles are in
/// the file. Further images, and what camera makers put elsewhere, are not looked at.
enum TIFFVerifier {
  /// How a file of one byte order and version is read.
  private struct Layout {
    var isBig: Bool
    var isLittleEndian: Bool

    /// Bytes of an offset.
    var offsetWidth: Int { isBig ? 8 : 4 }

    /// The number of `width` bytes at `at`.
    func number(_ bytes: Span<UInt8>, _ width: Int, at: Int) -> Int? {
      isLittleEndian ? bytes.le(width, at: at) : bytes.be(width, at: at)
    }
  }

  /// The values of one directory entry: `count` numbers of `width` bytes at `start`.
  private struct Field {
    var start: Int
    var count: Int
    var width: Int
  }

  /// The first image's size; throws the first defect. O(strips and tiles).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    let little = bytes[0] == UInt8(ascii: "I")
    let big = bytes[2] == 0x2b || bytes[3] == 0x2b
    let layout = Layout(isBig: big, isLittleEndian: little)
    guard let start = layout.number(bytes, layout.offsetWidth, at: big ? 8 : 4),
      let entries = layout.number(bytes, big ? 8 : 2, at: start)
    else {
      throw ImageDefect(
        .truncated, "TIFF ends after \(bytes.count.grouped) bytes, before its image directory")
    }
    let first = start + (big ? 8 : 2)
    let entryBytes = big ? 20 : 12
    guard entries <= (bytes.count - first) / entryBytes else {
      throw ImageDefect(
        .truncated, "TIFF directory at byte \(start.grouped) is cut by the end of the file")
    }
    var size = ImageSize(width: nil, height: nil)
    var offsets: Field?
    var lengths: Field?
    for index in 0..<entries {
      let at = first + index * entryBytes
      guard let field = try field(bytes, layout, at: at) else { continue }
      switch layout.number(bytes, 2, at: at) {
      case 256: size.width = layout.number(bytes, field.width, at: field.start)
      case 257: size.height = layout.number(bytes, field.width, at: field.start)
      case 273, 324: offsets = field
      case 279, 325: lengths = field
      default: break
      }
    }
    if let offsets, let lengths { try checkData(bytes, layout, offsets, lengths) }
    return size
  }

  /// The values of the entry at `at`, or nil where its type is unknown; throws where they lie behind
  /// the end of the file.
  private static func field(
    _ bytes: Span<UInt8>, _ layout: Layout, at: Int
  ) throws(ImageDefect) -> Field? {
    let width: Int
    switch layout.number(bytes, 2, at: at + 2) {
    case 1, 2, 6, 7: width = 1
    case 3, 8: width = 2
    case 4, 9, 11, 13: width = 4
    case 5, 10, 12, 16, 17, 18: width = 8
    default: return nil
    }
    let offsetWidth = layout.offsetWidth
    guard let count = layout.number(bytes, offsetWidth, at: at + 4) else { return nil }
    let value = at + 4 + offsetWidth
    if count <= offsetWidth / width { return Field(start: value, count: count, width: width) }
    guard let start = layout.number(bytes, offsetWidth, at: value) else { return nil }
    guard start <= bytes.count, count <= (bytes.count - start) / width else {
      // Private tags hold what other programs left there; baseline ones are needed.
      let tag = layout.number(bytes, 2, at: at) ?? 0
      guard tag < 32_768 else { return nil }
      throw ImageDefect(
        .truncated,
        "TIFF ends after \(bytes.count.grouped) bytes, before the values of its tag \(tag)")
    }
    return Field(start: start, count: count, width: width)
  }

  /// Checks that every strip or tile lies in the file.
  private static func checkData(
    _ bytes: Span<UInt8>, _ layout: Layout, _ offsets: Field, _ lengths: Field
  ) throws(ImageDefect) {
    for index in 0..<min(offsets.count, lengths.count) {
      guard
        let start = layout.number(
          bytes, offsets.width, at: offsets.start + index * offsets.width),
        let length = layout.number(
          bytes, lengths.width, at: lengths.start + index * lengths.width)
      else { return }
      guard start <= bytes.count, length <= bytes.count - start else {
        throw ImageDefect(
          .truncated,
          "TIFF strip \(index + 1) should have \(length.grouped) bytes from byte \(start.grouped) on,"
            + " the file ends at \(bytes.count.grouped)")
      }
    }
  }
}
