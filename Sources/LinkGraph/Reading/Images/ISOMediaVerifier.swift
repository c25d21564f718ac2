/// Checks AVIF and HEIF (ISO/IEC 23008-12 in the boxes of ISO/IEC 14496-12).
///
/// Walks the boxes and sees that the bytes of every item of the meta box are in the file.
enum ISOMediaVerifier {
  /// One box: its type, and where its content is. The content may reach past the file's end.
  struct Box {
    /// The four characters of its type.
    var type: Int
    /// The first byte after its header.
    var body: Int
    /// The byte after its last.
    var end: Int

    /// The box at `at`, or nil where fewer than its header's bytes are left before `limit` or its
    /// length is none.
    init?(_ bytes: Span<UInt8>, at: Int, limit: Int) {
      guard at <= limit - 8, let length = bytes.be(4, at: at), let type = bytes.be(4, at: at + 4)
      else { return nil }
      self.type = type
      var header = 8
      var size = length
      if length == 0 {
        size = limit - at
      } else if length == 1 {
        guard at <= limit - 16, let large = bytes.be(8, at: at + 8) else { return nil }
        header = 16
        size = large
      }
      let (end, overflow) = at.addingReportingOverflow(size)
      guard size >= header else { return nil }
      self.body = at + header
      self.end = overflow ? Int.max : end
    }
  }

  /// Which of the two formats `bytes` are by the brands of their first box, or nil where they are
  /// neither. The generic brands (`mif1`, `msf1`) leave it to the codec that the items name.
  static func sniff(_ bytes: Span<UInt8>) -> ImageFormat? {
    guard bytes.matches("ftyp", at: 4), let box = Box(bytes, at: 0, limit: bytes.count) else {
      return nil
    }
    let end = min(box.end, bytes.count, 4096)
    var isGeneric = false
    var isHEVC = false
    var at = box.body
    while at <= end - 4, let brand = bytes.be(4, at: at) {
      switch brand {
      case 0x6176_6966, 0x6176_6973: return .avif  // avif, avis
      case 0x6865_6963, 0x6865_6978, 0x6865_7663, 0x6865_7678, 0x6865_696d, 0x6865_6973,
        0x6865_766d, 0x6865_7673:  // heic heix hevc hevx heim heis hevm hevs
        if at == box.body { return .heif }
        isHEVC = true
      case 0x6d69_6631, 0x6d73_6631, 0x6d69_6166: isGeneric = true  // mif1, msf1, miaf
      default: break
      }
      // The minor version stands between the major brand and the compatible ones.
      at += at == box.body ? 8 : 4
    }
    if isHEVC { return .heif }
    guard isGeneric else { return nil }
    return bytes.extracting(0..<min(bytes.count, 4096)).first(of: "av1C", from: 0) == nil
      ? .heif : .avif
  }

  /// The size of the primary item; throws the first defect. O(boxes and items).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    var meta: Box?
    var hasMovie = false
    var at = 0
    while at < bytes.count {
      guard let box = Box(bytes, at: at, limit: bytes.count), isName(box.type) else {
        // Writers of cameras add data of their own after the boxes.
        if meta != nil || hasMovie { break }
        throw ImageDefect(
          bytes.count - at < 16 || at + 8 > bytes.trailingZeros ? .truncated : .badStructure,
          "HEIF or AVIF has no valid box at byte \(at.grouped)")
      }
      guard box.end <= bytes.count else {
        throw ImageDefect(
          .truncated,
          "HEIF or AVIF box \(name(box.type)) at byte \(at.grouped) should end at byte"
            + " \(box.end.grouped), the file ends at \(bytes.count.grouped)")
      }
      switch box.type {
      case 0x6d65_7461 where meta == nil: meta = box
      case 0x6d6f_6f76: hasMovie = true
      default: break
      }
      at = box.end
    }
    guard let meta else {
      guard hasMovie else {
        throw ImageDefect(
          .truncated, "HEIF or AVIF ends after \(bytes.count.grouped) bytes, no meta box")
      }
      return ImageSize(width: nil, height: nil)
    }
    return try ISOMediaItems.check(bytes, in: (meta.body + 4)..<max(meta.body + 4, meta.end))
  }

  /// Whether the four bytes of `type` are printable.
  private static func isName(_ type: Int) -> Bool {
    for shift in [24, 16, 8, 0] where !(0x20...0x7e).contains(type >> shift & 0xff) { return false }
    return true
  }

  private static func name(_ type: Int) -> String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: type >> $0) }, as: UTF8.self)
  }
}
