/// The image formats of the mirror.
enum ImageFormat: Int, CaseIterable, Sendable {
  case jpeg, png, gif, webp

  /// The usual extension, with its dot.
  var suffix: String {
    switch self {
    case .jpeg: ".jpg"
    case .png: ".png"
    case .gif: ".gif"
    case .webp: ".webp"
    }
  }

  /// A small valid image; different `number`s give different bytes up to 2^24.
  func encode(number: Int) -> [UInt8] {
    switch self {
    case .jpeg: JPEGEncoder.encode(number: number)
    case .png: PNGEncoder.encode(number: number)
    case .gif: GIFEncoder.encode(number: number)
    case .webp: WebPEncoder.encode(number: number)
    }
  }
}
