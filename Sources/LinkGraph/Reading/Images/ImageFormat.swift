/// An image format, as the content of a file shows it.
enum ImageFormat: String, CaseIterable, Sendable {
  case png
  case jpeg
  case gif
  case webp
  case bmp
  /// Icons and cursors: one container, two names.
  case ico
  case svg
  case avif
  case heif
  case tiff
  /// Known by its signature only; its structure is not checked.
  case jpegXL = "jxl"
  /// Known by its signature only; its structure is not checked.
  case jpeg2000 = "jp2"
  /// An image of a format that browsers do not show (Photoshop, netpbm, TGA, ...): not checked.
  case other

  /// The format that files with this extension (without the dot, any letter case) are in, or nil
  /// where the extension names none that is checked.
  init?(pathExtension: String) {
    switch pathExtension.lowercased() {
    case "png", "apng": self = .png
    case "jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp": self = .jpeg
    case "gif": self = .gif
    case "webp": self = .webp
    case "bmp": self = .bmp
    case "ico", "cur": self = .ico
    case "svg", "svgz": self = .svg
    case "avif", "avifs": self = .avif
    case "heic", "heif", "heics", "heifs", "hif": self = .heif
    case "tif", "tiff": self = .tiff
    case "jxl": self = .jpegXL
    case "jp2", "j2k", "j2c", "jpc", "jpf", "jpx", "jpm": self = .jpeg2000
    default: return nil
    }
  }

  /// The format's usual name, for messages.
  var name: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .gif: "GIF"
    case .webp: "WebP"
    case .bmp: "BMP"
    case .ico: "ICO"
    case .svg: "SVG"
    case .avif: "AVIF"
    case .heif: "HEIF"
    case .tiff: "TIFF"
    case .jpegXL: "JPEG XL"
    case .jpeg2000: "JPEG 2000"
    case .other: "other image"
    }
  }

  /// Extensions of image formats that have no signature or that nobody puts on the web: a file
  /// called so is not accused of being no image.
  static func isOtherImage(pathExtension: String) -> Bool {
    switch pathExtension.lowercased() {
    case "dib", "tga", "pcx", "wmf", "emf", "xbm", "xpm", "psd", "pbm", "pgm", "ppm", "pnm", "pam",
      "hdr",
      "exr", "dds", "icns", "ani", "qoi", "djvu", "jxr", "wdp", "hdp", "ras", "sgi", "rgb", "bpg",
      "flif", "raw", "dng", "cr2", "nef", "arw", "xcf", "ai", "eps", "wbmp", "fits", "pict", "pct":
      true
    default: false
    }
  }
}
