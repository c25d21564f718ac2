extension AddressLimit {
  /// How many bytes the URLs of a page of `size` bytes may come to when they are resolved: those of a
  /// page that people wrote come to a tenth.
  static func total(ofPage size: Int) -> Int { 256 << 10 + 24 * size }

  /// Why what a page's references come to is too much; nil where it is not. O(1) for the pages of
  /// people, else O(references).
  ///
  /// - Parameter context: what the references of the page start from, its `<base href>` included.
  static func refusal(_ facts: PageFacts, _ context: PageContext) -> String? {
    let base = context.base?.bytes.count ?? max(context.folder.count, context.url.bytes.count)
    let limit = total(ofPage: facts.size)
    guard base * facts.references.count > limit else { return nil }
    var seen: Set<[UInt8]> = []
    var sum = 0
    for reference in facts.references {
      let text: [UInt8]? = facts.withBytes(reference.url) { url in
        let parts = ReferenceParts(url)
        if parts.hasScheme || parts.isEmptyPath && parts.query == nil { return nil }
        var text: [UInt8] = []
        text.append(bytes: url)
        return text
      }
      if let text, seen.insert(text).inserted { sum += base + text.count }
    }
    guard sum > limit else { return nil }
    return
      "its \(seen.count.grouped) relative references, each behind \(base.grouped) bytes of its "
      + (context.base == nil ? "folder" : "base")
      + ", come to more than \((limit >> 10).grouped) KiB of URLs"
  }
}
