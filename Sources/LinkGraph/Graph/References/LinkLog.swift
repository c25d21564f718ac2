/// The links of pages, packed: 4 to 8 bytes each.
///
/// A page's links follow each other in source order. A record is varints: entry, role and kind and
/// flags, line step, and column (the step from the last one where the line is the same).
struct LinkLog: Sendable {
  /// Where a page's links are.
  struct Place: Sendable {
    var offset: UInt64 = 0
    var count: UInt32 = 0
  }

  private var chunks: [[UInt8]] = []
  private static let chunkSize = 1 << 20

  /// The bytes of all records.
  var byteCount: Int { chunks.reduce(0) { $0 + $1.count } }

  /// Appends the links of one page.
  mutating func append(_ records: [LinkRecord]) -> Place {
    if records.isEmpty { return Place() }
    if chunks.isEmpty || (chunks.last?.count ?? 0) > Self.chunkSize {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(Self.chunkSize + (1 << 16))
      chunks.append(chunk)
    }
    let chunk = chunks.count - 1
    let place = Place(
      offset: UInt64(chunk) << 32 | UInt64(chunks[chunk].count), count: UInt32(records.count))
    var line: UInt32 = 1
    var column: UInt32 = 0
    for record in records {
      chunks[chunk].append(varint: record.entry)
      let traits =
        UInt32(record.role.rawValue) | UInt32(record.kind.rawValue) << 5
        | UInt32(record.flags.rawValue) << 11
      chunks[chunk].append(varint: traits)
      // Records are in order, but for footnotes, which cmark moves to the end.
      let step = Int32(bitPattern: record.line &- line)
      chunks[chunk].append(varint: UInt32(bitPattern: step << 1 ^ step >> 31))
      if step == 0, record.column >= column {
        chunks[chunk].append(varint: (record.column - column) << 1)
      } else {
        chunks[chunk].append(varint: record.column << 1 | 1)
      }
      line = record.line
      column = record.column
    }
    return place
  }

  /// Calls `body` with each link of the page at `place`, in order. O(links).
  func forEach(_ place: Place, _ body: (LinkRecord) -> Void) {
    guard place.count > 0 else { return }
    let chunk = chunks[Int(place.offset >> 32)]
    let bytes = chunk.span
    var at = Int(place.offset & 0xffff_ffff)
    var line: UInt32 = 1
    var column: UInt32 = 0
    for _ in 0..<place.count {
      let entry = UInt32(truncatingIfNeeded: bytes.varint(at: &at))
      let traits = UInt32(truncatingIfNeeded: bytes.varint(at: &at))
      let step = UInt32(truncatingIfNeeded: bytes.varint(at: &at))
      line = line &+ (step >> 1 ^ (0 &- (step & 1)))
      let place = UInt32(truncatingIfNeeded: bytes.varint(at: &at))
      column = place & 1 == 0 ? column &+ place >> 1 : place >> 1
      body(
        LinkRecord(
          entry: entry, role: Role(rawValue: UInt8(traits & 31)) ?? .other,
          kind: Kind(rawValue: UInt8(traits >> 5 & 63)),
          flags: LinkFlags(rawValue: UInt8(truncatingIfNeeded: traits >> 11)), line: line,
          column: column))
    }
  }
}
