/// Checks BMP: the header's version, and that the pixels it announces are in the file.
///
/// The file size in the header is ignored, as decoders do: many writers have it wrong.
enum BMPVerifier {
  /// The bytes of each version of the information header.
  static let headerSizes: Set<Int> = [12, 16, 40, 52, 56, 64, 108, 124]

  /// The size in the header; throws the first defect. O(1) but for run-length images, O(length).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    let header = try DIBHeader(bytes, at: 14, name: "BMP")
    let rows = Int(header.height.magnitude)
    let size = ImageSize(width: header.width, height: rows)
    // Writers that leave the offset out mean: right after the headers.
    var start = bytes.le(4, at: 10) ?? 0
    if start < 14 + header.byteCount { start = 14 + header.byteCount + header.tableBytes }
    switch header.storage {
    case .opaque:
      guard start < bytes.count else { throw missing(bytes, start, 1) }
    case .rows:
      guard let needed = header.pixelBytes(rows: rows) else {
        throw ImageDefect(.badStructure, "BMP header says \(header.width) x \(rows) pixels")
      }
      guard needed <= bytes.count - start else { throw missing(bytes, start, needed) }
    case .runs(let bits):
      guard runsEnd(bytes, from: start, bits: bits, header.width, rows) else {
        throw ImageDefect(
          .truncated,
          "BMP ends after \(bytes.count.grouped) bytes within its run-length data, no end code")
      }
    }
    return size
  }

  private static func missing(_ bytes: Span<UInt8>, _ start: Int, _ needed: Int) -> ImageDefect {
    ImageDefect(
      .truncated,
      "BMP needs \(needed.grouped) bytes of pixels from byte \(start.grouped) on,"
        + " the file ends after \(max(0, bytes.count - start).grouped) of them")
  }

  /// Whether run-length data from `at` on comes to its end code or fills all rows before the file
  /// ends.
  private static func runsEnd(
    _ bytes: Span<UInt8>, from at: Int, bits: Int, _ width: Int, _ rows: Int
  ) -> Bool {
    var at = at
    var column = 0
    var row = 0
    while let count = bytes.le(1, at: at), let value = bytes.le(1, at: at + 1) {
      at += 2
      if count > 0 {
        column &+= count
        if bits == 24 { at += 2 }
        continue
      }
      switch value {
      case 0:
        row += 1
        column = 0
      case 1: return true
      case 2:
        column &+= bytes.le(1, at: at) ?? 0
        row += bytes.le(1, at: at + 1) ?? 0
        at += 2
      default:
        // A literal run, padded to two bytes.
        column &+= value
        let length = (value * bits + 7) / 8
        at += length + length & 1
      }
    }
    return at <= bytes.count && (row >= rows || (row == rows - 1 && column >= width))
  }
}
