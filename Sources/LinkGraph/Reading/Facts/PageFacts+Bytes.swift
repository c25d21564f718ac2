/// Facts as bytes: `docs/PAGE-FACTS.md` has the format.
extension PageFacts {
  /// The version of the format, its first byte.
  static let formatVersion: UInt8 = 2

  private struct Parts: OptionSet {
    let rawValue: UInt16
    static let content = Parts(rawValue: 1)
    static let base = Parts(rawValue: 2)
    static let missingKind = Parts(rawValue: 4)
    static let damage = Parts(rawValue: 8)
    static let image = Parts(rawValue: 16)
    static let defect = Parts(rawValue: 32)
    static let mismatch = Parts(rawValue: 64)
    static let wrapper = Parts(rawValue: 128)
    static let openInclude = Parts(rawValue: 256)
  }

  /// Appends the facts to `output`; stretches that other documents are likely to share go to `runs`.
  /// O(size of the facts).
  func encode(into output: inout [UInt8], runs: inout ReferenceRuns) {
    output.append(Self.formatVersion)
    output.append(varint: UInt64(parts.rawValue))
    output.append(siteIndexKind.rawValue)
    output.append(fixed: contentHash)
    output.append(varint: UInt64(size))
    withBytes(title) { output.append(counted: $0) }
    if let base { output.append(varint: UInt64(base)) }
    if let missingKind { output.append(missingKind.rawValue) }
    if let damage {
      output.append(counted: damage.encoding.utf8.span)
      output.append(varint: UInt64(damage.count))
      output.append(varint: UInt64(damage.line))
      output.append(varint: UInt64(damage.column))
    }
    if let defect = image?.defect { output.append(counted: defect.utf8.span) }
    if let mismatch = image?.mismatch { output.append(counted: mismatch.utf8.span) }
    output.append(varint: UInt64(anchors.count))
    for anchor in anchors { output.append(fixed: anchor) }
    encodeReferences(into: &output, runs: &runs)
  }

  private var parts: Parts {
    var parts: Parts = hasContent ? .content : []
    if isWrapper { parts.insert(.wrapper) }
    if hasOpenInclude { parts.insert(.openInclude) }
    if base != nil { parts.insert(.base) }
    if missingKind != nil { parts.insert(.missingKind) }
    if damage != nil { parts.insert(.damage) }
    if let image {
      parts.insert(.image)
      if image.defect != nil { parts.insert(.defect) }
      if image.mismatch != nil { parts.insert(.mismatch) }
    }
    return parts
  }

  /// Facts from bytes that ``encode(into:runs:)`` wrote; nil where they are anything else, or refer
  /// to a run that `runs` lacks. O(size of the facts).
  init?(decoding bytes: Span<UInt8>, runs: ReferenceRuns) {
    var cursor = ByteCursor()
    self.init()
    guard cursor.byte(bytes) == Self.formatVersion,
      let raw = cursor.varint(bytes).flatMap(UInt16.init(exactly:)),
      let kind = cursor.byte(bytes).flatMap(SiteIndex.Kind.init(rawValue:)),
      let hash = cursor.fixed(bytes), let size = cursor.varint(bytes), size <= UInt64(Int.max),
      let title = cursor.counted(bytes)
    else { return nil }
    siteIndexKind = kind
    contentHash = hash
    self.size = Int(size)
    setTitle(bytes.extracting(title))
    guard decode(Parts(rawValue: raw), bytes, &cursor),
      let anchorCount = cursor.varint(bytes), anchorCount <= UInt64(bytes.count / 8)
    else { return nil }
    for _ in 0..<anchorCount {
      guard let anchor = cursor.fixed(bytes) else { return nil }
      anchors.append(anchor)
    }
    guard decodeReferences(bytes, &cursor, runs), cursor.at == bytes.count,
      base.map({ $0 < references.count }) ?? true
    else { return nil }
  }

  private mutating func decode(
    _ parts: Parts, _ bytes: Span<UInt8>, _ cursor: inout ByteCursor
  ) -> Bool {
    hasContent = parts.contains(.content)
    isWrapper = parts.contains(.wrapper)
    hasOpenInclude = parts.contains(.openInclude)
    if parts.contains(.base) {
      guard let index = cursor.varint(bytes), index <= UInt64(UInt32.max) else { return false }
      base = Int(index)
    }
    if parts.contains(.missingKind) {
      guard let kind = cursor.byte(bytes), kind < KindTable.capacity else { return false }
      missingKind = Kind(rawValue: kind)
    }
    if parts.contains(.damage) {
      guard let encoding = cursor.counted(bytes),
        let count = cursor.varint(bytes), count <= UInt64(Int.max),
        let line = cursor.varint(bytes).flatMap(UInt32.init(exactly:)),
        let column = cursor.varint(bytes).flatMap(UInt32.init(exactly:))
      else { return false }
      damage = EncodingDamage(
        encoding: bytes.extracting(encoding).string, count: Int(count), line: line,
        column: column)
    }
    guard parts.contains(.image) else {
      return parts.isDisjoint(with: [.defect, .mismatch])
    }
    var report = ImageReport()
    if parts.contains(.defect) {
      guard let text = cursor.counted(bytes) else { return false }
      report.defect = bytes.extracting(text).string
    }
    if parts.contains(.mismatch) {
      guard let text = cursor.counted(bytes) else { return false }
      report.mismatch = bytes.extracting(text).string
    }
    image = report
    return true
  }
}

// MARK: References

extension PageFacts {
  /// Where the record before stands; a document, and a run, begins at 1:0.
  private struct Position {
    var line: UInt32 = 1
    var column: UInt32 = 0
  }

  private func encodeReferences(into output: inout [UInt8], runs: inout ReferenceRuns) {
    output.append(varint: UInt64(references.count))
    var position = Position()
    var at = 0
    while at < references.count {
      let end = endOfStretch(from: at)
      if references[at].kind != .content, end - at >= ReferenceRuns.shortest {
        // In a run all is told from its first reference, wherever that stands.
        var run: [UInt8] = []
        var inner = Position(line: references[at].line, column: references[at].column)
        for reference in references[at..<end] { encode(reference, after: &inner, into: &run) }
        if let id = runs.intern(run) {
          output.append(varint: UInt64(end - at) << 1 | 1)
          Self.encode(references[at], after: &position, into: &output)
          output.append(fixed: id)
          position = inner
          at = end
          continue
        }
      }
      output.append(varint: UInt64(end - at) << 1)
      for reference in references[at..<end] { encode(reference, after: &position, into: &output) }
      at = end
    }
  }

  /// Behind the references from `start` on that are of one kind.
  private func endOfStretch(from start: Int) -> Int {
    var end = start + 1
    while end < references.count, references[end].kind == references[start].kind { end += 1 }
    return end
  }

  private func encode(
    _ reference: Reference, after position: inout Position, into output: inout [UInt8]
  ) {
    output.append(
      varint: UInt64(reference.role.rawValue) | UInt64(reference.kind.rawValue) << 5
        | UInt64(reference.flags.rawValue) << 11)
    Self.encode(reference, after: &position, into: &output)
    withBytes(reference.url) { output.append(counted: $0) }
    withBytes(reference.text) { output.append(counted: $0) }
  }

  /// The step to the place of `reference`: lines; then columns where it is on the same line.
  private static func encode(
    _ reference: Reference, after position: inout Position, into output: inout [UInt8]
  ) {
    let lines = Int64(reference.line) - Int64(position.line)
    output.append(signedVarint: lines)
    output.append(
      signedVarint: lines == 0
        ? Int64(reference.column) - Int64(position.column) : Int64(reference.column))
    position = Position(line: reference.line, column: reference.column)
  }

  private mutating func decodeReferences(
    _ bytes: Span<UInt8>, _ cursor: inout ByteCursor, _ runs: ReferenceRuns
  ) -> Bool {
    guard let total = cursor.varint(bytes) else { return false }
    var position = Position()
    while references.count < total {
      guard let tag = cursor.varint(bytes) else { return false }
      let count = tag >> 1
      guard count > 0, count <= total - UInt64(references.count) else { return false }
      if tag & 1 == 0 {
        for _ in 0..<count {
          guard decodeReference(bytes, &cursor, after: &position) else { return false }
        }
      } else {
        guard Self.decode(bytes, &cursor, &position), let id = cursor.fixed(bytes),
          let run = runs[id]
        else { return false }
        var inner = ByteCursor()
        for _ in 0..<count {
          guard decodeReference(run.span, &inner, after: &position) else { return false }
        }
        guard inner.at == run.count else { return false }
      }
    }
    return true
  }

  /// Facts with more bytes than this were not written by us: runs must not make a few bytes fill the
  /// memory.
  private static let longest = 4 * DocumentSize.limit

  private mutating func decodeReference(
    _ bytes: Span<UInt8>, _ cursor: inout ByteCursor, after position: inout Position
  ) -> Bool {
    guard self.bytes.count <= Self.longest, let traits = cursor.varint(bytes), traits < 1 << 19,
      let role = Role(rawValue: UInt8(traits & 31)), Self.decode(bytes, &cursor, &position),
      let url = cursor.counted(bytes), let text = cursor.counted(bytes)
    else { return false }
    append(
      Reference(
        url: 0..<0, text: 0..<0, line: position.line, column: position.column, role: role,
        kind: Kind(rawValue: UInt8(traits >> 5 & 63)),
        flags: LinkFlags(rawValue: UInt8(traits >> 11))),
      url: bytes.extracting(url), text: bytes.extracting(text))
    return true
  }

  private static func decode(
    _ bytes: Span<UInt8>, _ cursor: inout ByteCursor, _ position: inout Position
  ) -> Bool {
    guard let lines = cursor.signedVarint(bytes), let columns = cursor.signedVarint(bytes),
      let line = UInt32(exactly: Int64(position.line) &+ lines),
      let column = UInt32(exactly: lines == 0 ? Int64(position.column) &+ columns : columns)
    else { return false }
    position = Position(line: line, column: column)
    return true
  }
}
