/// The information header of a device-independent bitmap, as BMP files and icons hold it.
///
/// Reads all versions: OS/2 1.x (12 bytes), OS/2 2.x (16 or 64), Windows 3 to 5 (40 to 124).
struct DIBHeader {
  /// How the pixels are stored.
  enum Storage: Equatable {
    /// Rows of a fixed length.
    case rows
    /// Run lengths, with this many bits a pixel.
    case runs(Int)
    /// A compressed stream that is not checked (JPEG, PNG, Huffman).
    case opaque
  }

  /// Bytes of this header.
  var byteCount: Int
  /// Columns.
  var width: Int
  /// Rows; negative where the first row is the top one.
  var height: Int
  /// How the pixels are stored.
  var storage: Storage
  /// Bytes of channel masks and colour table between header and pixels.
  var tableBytes: Int
  private var bitsPerPixel: Int

  /// Reads the header at `at`; throws where it is cut, of no known version or nonsense.
  init(_ bytes: Span<UInt8>, at: Int, name: String) throws(ImageDefect) {
    guard let byteCount = bytes.le(4, at: at) else { throw Self.cut(bytes, name) }
    guard BMPVerifier.headerSizes.contains(byteCount) else {
      throw ImageDefect(
        .badStructure, "\(name) information header of \(byteCount.grouped) bytes: no such version")
    }
    guard byteCount <= bytes.count - at else { throw Self.cut(bytes, name) }
    self.byteCount = byteCount
    var compression = 0
    var colours = 0
    if byteCount == 12 {
      width = bytes.le(2, at: at + 4) ?? 0
      height = bytes.le(2, at: at + 6) ?? 0
      bitsPerPixel = bytes.le(2, at: at + 10) ?? 0
    } else {
      width = bytes.signedLE4(at: at + 4) ?? 0
      height = bytes.signedLE4(at: at + 8) ?? 0
      bitsPerPixel = bytes.le(2, at: at + 14) ?? 0
      if byteCount >= 40 {
        compression = bytes.le(4, at: at + 16) ?? 0
        colours = bytes.le(4, at: at + 32) ?? 0
      }
    }
    guard width > 0, height != 0 else {
      throw ImageDefect(.badStructure, "\(name) header says \(width) x \(height) pixels")
    }
    switch compression {
    case 0, 6: storage = .rows
    case 1: storage = .runs(8)
    case 2: storage = .runs(4)
    case 3: storage = byteCount == 64 ? .opaque : .rows
    case 4 where byteCount == 64: storage = .runs(24)
    case 4, 5, 11...13: storage = .opaque
    default:
      throw ImageDefect(
        .badStructure, "\(name) header names the unknown compression \(compression)")
    }
    guard storage == .opaque || [1, 2, 4, 8, 16, 24, 32, 64].contains(bitsPerPixel) else {
      throw ImageDefect(.badStructure, "\(name) header says \(bitsPerPixel) bits a pixel")
    }
    let entries = bitsPerPixel <= 8 ? (1 << bitsPerPixel) : 0
    tableBytes = (colours > 0 && colours < 256 ? colours : entries) * (byteCount == 12 ? 3 : 4)
    if byteCount == 40 { tableBytes += compression == 3 ? 12 : compression == 6 ? 16 : 0 }
  }

  /// Bytes of `rows` rows of `bits` bits a pixel, each but the last padded to four bytes; nil where
  /// the number does not fit into 64 bits.
  func pixelBytes(rows: Int, bits: Int? = nil) -> Int? {
    let (bitsInRow, rowOverflow) = width.multipliedReportingOverflow(by: bits ?? bitsPerPixel)
    guard rows > 0, !rowOverflow, bitsInRow < Int.max - 31 else { return nil }
    let (bytes, overflow) = ((bitsInRow + 31) / 32 * 4).multipliedReportingOverflow(by: rows - 1)
    let (sum, sumOverflow) = bytes.addingReportingOverflow((bitsInRow + 7) / 8)
    return overflow || sumOverflow ? nil : sum
  }

  /// Whether icons of this depth need their mask: those of 32 bits carry an alpha channel.
  var needsMask: Bool { bitsPerPixel != 32 }

  private static func cut(_ bytes: Span<UInt8>, _ name: String) -> ImageDefect {
    ImageDefect(.truncated, "\(name) ends after \(bytes.count.grouped) bytes, within its header")
  }
}
