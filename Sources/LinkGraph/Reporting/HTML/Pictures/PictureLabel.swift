/// Text in pictures, whose room must be known before a browser measures it.
enum PictureLabel {
  /// As much of `text` as fits into `room` pixels at `size` pixels a line, with an ellipsis where it
  /// is cut; nil where not even a few characters fit.
  ///
  /// Widths are estimates on the safe side: system fonts differ.
  static func fitted(_ text: String, into room: Double, size: Double) -> String? {
    let visible = String(decoding: VisibleText(text).bytes, as: UTF8.self)
    var width = 0.0
    var kept = ""
    var keptWidth = 0.0
    let ellipsis = advance("…", size)
    for character in visible {
      let step = character.unicodeScalars.reduce(0) { $0 + advance($1, size) }
      if width + step + ellipsis <= room {
        (kept, keptWidth) = (kept + String(character), width + step)
      }
      width += step
      if width > room { return keptWidth >= 2.5 * size * 0.6 ? kept + "…" : nil }
    }
    return visible
  }

  /// The estimated width of `text`.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1, size) }
  }

  private static func advance(_ scalar: Unicode.Scalar, _ size: Double) -> Double {
    let narrow: Double =
      switch scalar {
      case "i", "l", "j", "t", "f", "r", "I", ".", ",", ":", "/", "(", ")", " ", "-": 0.42
      case "m", "w", "M", "W", "…", "%": 1
      case "A"..."Z": 0.76
      default: 0.62
      }
    return size * (DisplayWidth.of(scalar.value) == 2 ? 1.04 : narrow)
  }
}
