/// Everything that the facts of a document depend on beside its bytes, in 64 bits: facts that were
/// kept may be used again where the document's bytes and this are the same.
struct FactsFingerprint: Hashable, Sendable {
  /// What the readers make of the same bytes; to be raised with every change that shows in facts. A
  /// test holds it against pinned facts.
  static let readerVersion: UInt64 = 3

  let rawValue: UInt64

  /// - Parameters:
  ///   - path: the file's name; an image's extension is held against its content.
  ///   - rules: how the platform that publishes the document changes it.
  ///   - kinds: ``KindRules/fingerprint``.
  ///   - keepsTexts: whether the texts of links are kept.
  ///   - charset: the encoding that the transport declares.
  init(
    type: FileType, path: Span<UInt8>, rules: PublishingRules, kinds: UInt64, keepsTexts: Bool,
    charset: TextEncoding? = nil
  ) {
    var text: [UInt8] = []
    text.append(varint: Self.readerVersion)
    text.append(varint: UInt64(PageFacts.formatVersion))
    text.append(type.rawValue)
    text.append(rules.bits)
    text.append(keepsTexts ? 1 : 0)
    text.append(fixed: kinds)
    text.append(counted: (charset?.rawValue ?? "").utf8.span)
    if type.isImage, let dot = FilePath.extensionDot(of: path) {
      text.append(counted: path.extracting(dot..<path.count))
    }
    rawValue = ByteHash.hash(text.span)
  }
}

extension PublishingRules {
  /// The rules as bits.
  fileprivate var bits: UInt8 {
    [
      headingAnchors, ignoresHeadingCase, prefixesAnchors, collapsesHyphens, sanitises,
      readsIncludes, findsWikiLinks, hasWikiLinks,
    ]
    .reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }
}
