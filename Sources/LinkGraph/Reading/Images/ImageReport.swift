/// What verifying an image brought to light.
struct ImageReport: Sendable, Equatable {
  /// What is wrong with the file, as a sentence; nil for an intact one.
  var defect: String?
  /// What its content is, where that contradicts its extension; as a sentence.
  var mismatch: String?
  /// Why nothing is known of it, as a sentence; nil where it was verified.
  var unread: String?

  init(defect: String? = nil, mismatch: String? = nil) {
    self.defect = defect
    self.mismatch = mismatch
  }

  /// Verifies a whole image whose name is the last segment of `path`. O(length).
  init(verifying bytes: Span<UInt8>, path: [UInt8]) {
    self.init(ImageVerifier.verify(bytes, pathExtension: Self.pathExtension(path)), path)
  }

  /// Verifies an image of `length` bytes, or of unknown length, of which only the first are there.
  init(verifyingPrefix bytes: Span<UInt8>, length: Int?, path: [UInt8]) {
    let verdict = ImageVerifier.verify(bytes, pathExtension: Self.pathExtension(path))
    guard case .corrupt(let format?, let defect) = verdict,
      defect.code == .truncated || defect.code == .badStructure
    else {
      self.init(verdict, path)
      return
    }
    let announced: Int? =
      switch format {
      case .webp: bytes.le(4, at: 4).map { $0 + 8 }
      case .bmp: bytes.le(4, at: 2)
      default: nil
      }
    if let announced, let length, length < announced {
      self.init(
        defect: "the file has \(length) bytes of the \(announced) that its header announces")
      return
    }
    // What is missing is what was not asked for.
    self.init(.intact(format, width: nil, height: nil), path)
  }

  private init(_ verdict: ImageVerdict, _ path: [UInt8]) {
    switch verdict {
    case .corrupt(_, let defect): self.init(defect: defect.message)
    case .intact(let format, _, _):
      let name = Self.pathExtension(path)
      guard let expected = ImageFormat(pathExtension: name), expected != format, format != .other
      else {
        self.init()
        return
      }
      self.init(mismatch: "the file is named .\(name) but its content is \(format.name)")
    }
  }

  /// What follows the last dot of the last segment of `path`; empty without one.
  private static func pathExtension(_ path: [UInt8]) -> String {
    guard let dot = FilePath.extensionDot(of: path.span) else { return "" }
    return String(decoding: path[(dot + 1)...], as: UTF8.self)
  }
}
