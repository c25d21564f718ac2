/// Tells whole images from broken ones by their structure.
///
/// No pixel is decoded: signature, headers, the walk over chunks, segments, blocks or boxes to the
/// format's end, and the checksums that the format has. That finds the ways in which copies of
/// pictures break (cut off, padded with zeros, replaced by an error page or a Git LFS pointer,
/// altered on disk) at the speed of reading. What browsers show although the standard forbids it
/// is intact.
enum ImageVerifier {
  /// Judges the file that holds `bytes`; `pathExtension` is its name's, without the dot.
  ///
  /// The content decides on the format, never the name: a name that disagrees with a whole image
  /// is for the caller to find. The extension only tells apart what content cannot: compressed SVG,
  /// formats without a signature, and files too short to show theirs. O(length), no allocation but
  /// for messages and for SVG in UTF-16.
  static func verify(_ bytes: Span<UInt8>, pathExtension: String) -> ImageVerdict {
    guard !bytes.isEmpty else {
      return .corrupt(nil, ImageDefect(.empty, "the file is empty"))
    }
    if bytes[0] == 0, bytes.trailingZeros == 0 {
      let message = "the file holds only zero bytes (\(bytes.count.grouped) of them)"
      return .corrupt(nil, ImageDefect(.zeros, message))
    }
    if let pointer = NotAnImage.pointer(bytes) { return .corrupt(nil, pointer) }
    let expected = ImageFormat(pathExtension: pathExtension)
    // "BM" alone begins many words; under the name of a BMP it is a damaged one.
    let named: ImageFormat? = expected == .bmp && bytes.matches("BM", at: 0) ? .bmp : nil
    if let format = ImageFormat.sniff(bytes) ?? named {
      do throws(ImageDefect) {
        let size = try check(bytes, format)
        return .intact(format, width: size.width, height: size.height)
      } catch {
        return .corrupt(format, error.notingZeros(bytes))
      }
    }
    if expected == .svg, pathExtension.lowercased() == "svgz", bytes.be(3, at: 0) == 0x1f8b08 {
      return .intact(.svg, width: nil, height: nil)
    }
    if let expected, let defect = NotAnImage.stump(bytes, of: expected) {
      return .corrupt(expected, defect)
    }
    if ImageFormat.isOtherImage(pathExtension: pathExtension), !NotAnImage.isHTML(bytes) {
      return .intact(.other, width: nil, height: nil)
    }
    return .corrupt(nil, NotAnImage.describe(bytes))
  }

  /// Checks `bytes` as `format` and returns the image's size, or throws its first defect.
  private static func check(
    _ bytes: Span<UInt8>, _ format: ImageFormat
  ) throws(ImageDefect) -> ImageSize {
    switch format {
    case .png: try PNGVerifier.size(bytes)
    case .jpeg: try JPEGVerifier.size(bytes)
    case .gif: try GIFVerifier.size(bytes)
    case .webp: try WebPVerifier.size(bytes)
    case .bmp: try BMPVerifier.size(bytes)
    case .ico: try IconVerifier.size(bytes)
    case .svg: try SVGVerifier.size(bytes)
    case .avif, .heif: try ISOMediaVerifier.size(bytes)
    case .tiff: try TIFFVerifier.size(bytes)
    case .jpegXL, .jpeg2000, .other: ImageSize(width: nil, height: nil)
    }
  }
}
