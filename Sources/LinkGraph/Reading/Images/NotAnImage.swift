/// Says what a file is that is not an image.
enum NotAnImage {
  /// The defect of a file that only stands for an image kept elsewhere (Git LFS, git-annex), or nil.
  ///
  /// Follows the Git LFS specification, version 1: lines `version`, `oid` and `size`, under 1,024
  /// bytes in all.
  static func pointer(_ bytes: Span<UInt8>) -> ImageDefect? {
    if bytes.matches("version https://git-lfs.github.com/spec/", at: 0)
      || bytes.matches("version https://hawser.github.com/spec/", at: 0)
    {
      var facts: [String] = []
      if let oid = value(of: "\noid ", in: bytes) {
        facts.append("oid \(oid.prefix(11))\(oid.count > 11 ? ".." : "")")
      }
      if let size = value(of: "\nsize ", in: bytes) {
        facts.append("\(Int(size).map(\.grouped) ?? size) bytes")
      }
      let detail = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
      return ImageDefect(.lfsPointer, "Git LFS pointer\(detail), not the image itself")
    }
    if bytes.count < 4096, bytes.matches("/annex/objects/", at: 0) {
      return ImageDefect(.notAnImage, "git-annex pointer, not the image itself")
    }
    return nil
  }

  /// The printable ASCII between `key` and the next line end, at most 80 bytes of it.
  private static func value(of key: StaticString, in bytes: Span<UInt8>) -> String? {
    guard let hit = bytes.first(of: key, from: 0) else { return nil }
    var text = ""
    var at = hit + key.utf8CodeUnitCount
    while at < bytes.count, text.utf8.count < 80, (0x21...0x7e).contains(bytes[at]) {
      text.unicodeScalars.append(Unicode.Scalar(bytes[at]))
      at += 1
    }
    return text.isEmpty ? nil : text
  }

  /// Whether `bytes` begin like an HTML page: the tags of WHATWG MIME Sniffing, section 7.1, and a
  /// few more that error pages begin with, after any byte order mark, spaces and comments.
  static func isHTML(_ bytes: Span<UInt8>) -> Bool {
    let prolog = MarkupProlog.scan(bytes)
    if prolog.isHTML { return true }
    guard case .element(let start) = prolog.start else { return false }
    let tags: [StaticString] = [
      "<html", "<head", "<script", "<iframe", "<h1", "<h2", "<div", "<font", "<table", "<a",
      "<style", "<title", "<b", "<body", "<br", "<p", "<meta", "<link", "<center", "<img", "<pre",
      "<form",
    ]
    for tag in tags where bytes.matches(tag, at: start, ignoringCase: true) {
      let after = start + tag.utf8CodeUnitCount
      guard after < bytes.count else { return true }
      if bytes[after].isASCIIWhitespace || bytes[after] == 0x2f || bytes[after] == 0x3e {
        return true
      }
    }
    return false
  }

  /// The defect of a file too short to show its signature that yet begins like `format`, or nil.
  static func stump(_ bytes: Span<UInt8>, of format: ImageFormat) -> ImageDefect? {
    let count = bytes.count
    let begins =
      switch format {
      case .png: count < 4 && bytes[0] == 0x89
      case .jpeg: count < 2 && bytes[0] == 0xff
      case .gif: count < 4 && bytes[0] == UInt8(ascii: "G")
      case .webp: count < 12 && bytes.matches("RIFF", at: 0)
      case .avif, .heif: count < 12 && bytes.matches("ftyp", at: 4)
      case .ico: count < 6 && bytes.be(2, at: 0) == 0
      case .svg: MarkupProlog.scan(bytes).start == .unfinished
      default: false
      }
    guard begins else { return nil }
    return ImageDefect(
      .truncated, "\(format.name) ends after \(count.grouped) bytes, before its first part is whole"
    )
  }

  /// The defect of a file that is like no image: what it seems to be instead.
  static func describe(_ bytes: Span<UInt8>) -> ImageDefect {
    if isHTML(bytes) {
      return ImageDefect(.htmlPage, "an HTML page saved as an image")
    }
    if let name = knownContent(bytes) {
      return ImageDefect(.notAnImage, "\(name), not an image")
    }
    if isText(bytes) {
      let start = opening(bytes)
      let quote = start.isEmpty ? "" : " that begins \"\(start)\""
      return ImageDefect(.notAnImage, "text\(quote), not an image")
    }
    var pairs: [String] = []
    for index in 0..<min(8, bytes.count) { pairs.append(Int(bytes[index]).hex(2)) }
    return ImageDefect(
      .notAnImage,
      "like no known image format, begins with the bytes \(pairs.joined(separator: " "))")
  }

  /// The name of content that is often found under an image's name.
  private static func knownContent(_ bytes: Span<UInt8>) -> String? {
    if bytes.matches("%PDF-", at: 0) { return "a PDF document" }
    if bytes.matches("PK\u{3}\u{4}", at: 0) { return "a ZIP archive" }
    if bytes.be(2, at: 0) == 0x1f8b { return "gzip-compressed data" }
    if bytes.matches("ftyp", at: 4) { return "a video or audio file (ISO media)" }
    if bytes.be(4, at: 0) == 0x1a45_dfa3 { return "a Matroska or WebM video" }
    if bytes.matches("OggS", at: 0) { return "an Ogg media file" }
    if bytes.matches("FWS", at: 0) || bytes.matches("CWS", at: 0) { return "a Flash movie" }
    if bytes.matches("<?xml", at: 0) { return "an XML document" }
    return nil
  }

  /// Whether the first 512 bytes hold none of the bytes that text does not (WHATWG MIME Sniffing's
  /// "binary data byte").
  private static func isText(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<min(512, bytes.count) {
      let byte = bytes[index]
      if byte < 0x20, !(9...13).contains(byte), byte != 0x1b { return false }
    }
    return true
  }

  /// The first line of text, at most 40 characters, without controls and direction marks: it goes
  /// into reports.
  private static func opening(_ bytes: Span<UInt8>) -> String {
    var text = ""
    let head = bytes.extracting(0..<min(160, bytes.count)).string
    for scalar in head.unicodeScalars {
      if (10...13).contains(scalar.value) {
        if text.isEmpty { continue }
        break
      }
      guard scalar == "\t" || scalar.properties.generalCategory.isShown else { continue }
      text.unicodeScalars.append(scalar == "\t" ? " " : scalar)
      if text.unicodeScalars.count == 40 { return text + "..." }
    }
    return text
  }
}

extension Unicode.GeneralCategory {
  /// Whether characters of this category show as they are: no controls, formats or surrogates.
  fileprivate var isShown: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
