extension ImageFormat {
  /// The format that `bytes` begin like, or nil where they are like no image.
  ///
  /// Goes by content alone, as browsers do (WHATWG MIME Sniffing, section 6.1), and by a few
  /// signatures more. O(1) but for SVG, whose root element may stand after comments of any length.
  static func sniff(_ bytes: Span<UInt8>) -> ImageFormat? {
    guard let start = bytes.be(4, at: 0) else {
      return bytes.be(2, at: 0) == 0xffd8 && (bytes.count == 2 || bytes[2] == 0xff) ? .jpeg : nil
    }
    switch start {
    case 0x8950_4e47: return .png
    case 0xffd8_ff00...0xffd8_ffff: return .jpeg
    case 0x4749_4638: return .gif
    case 0x5249_4646:
      if bytes.matches("WEBP", at: 8) { return .webp }
      return bytes.matches("ACON", at: 8) ? .other : nil
    case 0x0000_0100, 0x0000_0200:
      if let count = bytes.le(2, at: 4), count > 0 { return .ico }
      return nil
    case 0x4949_2a00, 0x4d4d_002a, 0x4949_2b00, 0x4d4d_002b: return .tiff
    default: break
    }
    if start >> 16 == 0x424d {
      // "BM" alone begins many words: the size of the second header tells.
      if let size = bytes.le(4, at: 14), BMPVerifier.headerSizes.contains(size) { return .bmp }
    }
    if let media = ISOMediaVerifier.sniff(bytes) { return media }
    if SVGVerifier.isSVG(bytes) { return .svg }
    return sniffRare(bytes, start: start)
  }

  /// Formats that are only recognised, never checked.
  private static func sniffRare(_ bytes: Span<UInt8>, start: Int) -> ImageFormat? {
    if start == 0x0000_000c, bytes.be(4, at: 8) == 0x0d0a_870a {
      if bytes.matches("JXL ", at: 4) { return .jpegXL }
      if bytes.matches("jP  ", at: 4) { return .jpeg2000 }
    }
    if start >> 16 == 0xff0a { return .jpegXL }
    if start == 0xff4f_ff51 { return .jpeg2000 }
    switch start {
    case 0x3842_5053,  // Photoshop
      0xd7cd_c69a,  // placeable WMF
      0x6963_6e73,  // ICNS
      0x716f_6966,  // QOI
      0x4444_5320,  // DDS
      0x762f_3101,  // OpenEXR
      0x4949_bc01:  // JPEG XR
      return .other
    default: break
    }
    if start == 0x0100_0000, bytes.matches(" EMF", at: 40) { return .other }
    if bytes.matches("/* XPM */", at: 0) || bytes.matches("#?RADIANCE", at: 0)
      || bytes.matches("AT&TFORM", at: 0) || bytes.matches("gimp xcf ", at: 0)
    {
      return .other
    }
    if bytes[0] == UInt8(ascii: "P"), (0x31...0x37).contains(bytes[1]),
      bytes[2] == 0x0a || bytes[2] == 0x20 || bytes[2] == 0x0d
    {
      return .other  // netpbm
    }
    return nil
  }
}
