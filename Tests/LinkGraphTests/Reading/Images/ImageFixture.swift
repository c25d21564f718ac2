import Testing

@testable import LinkGraph

/// Small whole images, built byte by byte.
///
/// Those of PNG, JPEG, GIF, WebP, BMP, ICO and TIFF decode in Pillow; PNG, JPEG, GIF, WebP, BMP and
/// ICO in Chromium too. The AVIF and HEIF ones hold no pictures, only the boxes around them.
enum ImageFixture {
  /// One whole image and how it is named.
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var pathExtension: String
    var format: ImageFormat
    var width: Int?
    var height: Int?
    /// How many bytes at the end decoders do without.
    var spare = 0
    var bytes: [UInt8]

    var testDescription: String { name }
  }

  /// One image of each form.
  static let samples: [Sample] = [
    Sample(name: "PNG", pathExtension: "png", format: .png, width: 3, height: 2, bytes: png()),
    Sample(
      name: "PNG, indexed", pathExtension: "PNG", format: .png, width: 3, height: 2,
      bytes: png(colourType: 3)),
    Sample(name: "JPEG", pathExtension: "jpg", format: .jpeg, width: 8, height: 8, bytes: jpeg()),
    Sample(
      name: "JPEG, progressive", pathExtension: "jfif", format: .jpeg, width: 8, height: 8,
      bytes: jpeg(progressive: true)),
    Sample(
      name: "GIF", pathExtension: "gif", format: .gif, width: 1, height: 1, spare: 1, bytes: gif()),
    Sample(
      name: "WebP, lossless", pathExtension: "webp", format: .webp, width: 1, height: 1, spare: 1,
      bytes: webp(lossless)),
    Sample(
      name: "WebP, lossy", pathExtension: "webp", format: .webp, width: 1, height: 1,
      bytes: webp(lossy)),
    Sample(
      name: "WebP, animated", pathExtension: "webp", format: .webp, width: 1, height: 1,
      bytes: animatedWebP),
    Sample(
      name: "BMP", pathExtension: "bmp", format: .bmp, width: 3, height: 2, spare: 3, bytes: bmp()),
    Sample(
      name: "BMP, run lengths", pathExtension: "bmp", format: .bmp, width: 4, height: 2,
      spare: 2,
      bytes: runLengthBMP),
    Sample(
      name: "ICO of PNG", pathExtension: "ico", format: .ico, width: 3, height: 2,
      bytes: ico([png()])),
    Sample(
      name: "ICO of bitmap", pathExtension: "cur", format: .ico, width: 16, height: 16,
      spare: 2,
      bytes: ico([iconBitmap], type: 2)),
    Sample(name: "SVG", pathExtension: "svg", format: .svg, bytes: Array(svg.utf8)),
    Sample(
      name: "AVIF", pathExtension: "avif", format: .avif, width: 64, height: 48,
      bytes: isoMedia(brands: ["avif", "mif1"], codec: "av1C")),
    Sample(
      name: "HEIF", pathExtension: "heic", format: .heif, width: 64, height: 48,
      bytes: isoMedia(brands: ["heic", "mif1"], codec: "hvcC")),
    Sample(
      name: "TIFF", pathExtension: "tif", format: .tiff, width: 2, height: 2, bytes: tiff()),
  ]

  /// What the verifier says of `bytes` under a name with this extension.
  static func verdict(_ bytes: [UInt8], _ pathExtension: String) -> ImageVerdict {
    ImageVerifier.verify(bytes.span, pathExtension: pathExtension)
  }

  /// The sort of defect found in `bytes`, or nil where they are a whole image.
  static func defect(_ bytes: [UInt8], _ pathExtension: String) -> ImageDefect.Code? {
    guard case .corrupt(_, let defect) = verdict(bytes, pathExtension) else { return nil }
    return defect.code
  }

  /// What is said about the defect of `bytes`; empty where they are a whole image.
  static func message(_ bytes: [UInt8], _ pathExtension: String) -> String {
    guard case .corrupt(_, let defect) = verdict(bytes, pathExtension) else { return "" }
    return defect.message
  }

  /// `value` in `width` bytes, the most significant first.
  static func be(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// `value` in `width` bytes, the least significant first.
  static func le(_ value: Int, _ width: Int) -> [UInt8] { be(value, width).reversed() }
}
