/// Whether a source may hold strikethrough (GFM, section 6.5), by its `~` alone.
///
/// The extension runs one page at a time (``MarkdownExtensions``), but most tildes stand in URLs such
/// as `/~user/`, of which none can close a delimiter run.
enum Strikethrough {
  /// False only where no run of tildes can close another, or change what an emphasis mark beside it
  /// means. O(length).
  static func mayOccur(in source: Span<UInt8>) -> Bool {
    var hasOpener = false
    var at = 0
    while let start = ByteSearch.first(UInt8(ascii: "~"), in: source, at..<source.count) {
      var end = start + 1
      while end < source.count, source[end] == UInt8(ascii: "~") { end += 1 }
      at = end
      let before = Neighbour(start > 0 ? source[start - 1] : nil)
      let after = Neighbour(end < source.count ? source[end] : nil)
      if before == .emphasis || after == .emphasis { return true }
      // Longer runs delimit nothing: they are fences.
      guard end - start <= 2 else { continue }
      let closes = before.isText && (before != .punctuation || after != .letter)
      if hasOpener, closes { return true }
      hasOpener = hasOpener || after.isText
    }
    return false
  }

  /// What stands beside a run, as far as the rules of flanking ask (CommonMark, section 6.2).
  private enum Neighbour {
    case space, letter, punctuation, emphasis
    /// Beyond ASCII: any of the others.
    case unknown

    var isText: Bool { self != .space }

    init(_ byte: UInt8?) {
      switch byte {
      case nil: self = .space
      case UInt8(ascii: "*")?, UInt8(ascii: "_")?: self = .emphasis
      case let byte? where byte <= 0x20: self = .space
      case let byte? where byte >= 0x80: self = .unknown
      case let byte? where byte.isASCIIAlphanumeric: self = .letter
      default: self = .punctuation
      }
    }
  }
}
