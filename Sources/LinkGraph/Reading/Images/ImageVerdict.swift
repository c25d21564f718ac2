/// What the check of one image file came to.
enum ImageVerdict: Equatable, Sendable {
  /// A whole image of this format. Its size in pixels is nil where the format or file has none.
  case intact(ImageFormat, width: Int?, height: Int?)
  /// Not a whole image; the format is nil where the content is like none.
  case corrupt(ImageFormat?, ImageDefect)
}

/// The size of an image in pixels, as far as its headers tell.
struct ImageSize: Equatable, Sendable {
  /// Columns, or nil where the format has none (SVG) or its header was not read.
  var width: Int?
  /// Rows, or nil as for ``width``.
  var height: Int?
}
