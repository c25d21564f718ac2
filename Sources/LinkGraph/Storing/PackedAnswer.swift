internal import FoundationEssentials
internal import GRDB

/// One row of the table `answers`, without its anchors, as a string of bytes.
///
/// Numbers as 64-bit little-endian would cost more than they say, so all are varints (LEB128), the
/// signed ones zigzag; texts are a varint of their length plus one, zero for none, and their UTF-8.
/// The order is: URL, then the numbers, then the other texts, as ``AnswerRow/select`` has them.
enum PackedAnswer {
  /// Rows that are larger were not written by us and are left out.
  static let limit = 64 << 10

  /// What is read back.
  struct Unpacked {
    var remembered: RememberedAnswer
    /// The row's number in the table.
    var id: Int64
    /// How many anchors the table holds for it; nil where the page was not read for them.
    var anchorCount: Int?
  }

  /// Appends `row`, one of ``AnswerRow/select``, or nothing where it is too large.
  static func append(_ row: Row, to bytes: inout [UInt8]) throws {
    let start = bytes.count
    try append(text: 6, of: row, to: &bytes)
    for column in 0..<5 { append(signed: row[column] as Int64? ?? 0, to: &bytes) }
    append(signed: row[5] as Int64? ?? -1, to: &bytes)
    for column in 7..<15 { try append(text: column, of: row, to: &bytes) }
    if bytes.count - start > limit { bytes.removeLast(bytes.count - start) }
  }

  /// The place of the URL in the row that starts at `start`.
  static func url(in bytes: borrowing [UInt8], at start: Int) -> Range<Int> {
    var reader = Reader(at: start)
    return reader.range(in: bytes) ?? start..<start
  }

  /// The row that starts at `start`; nil where it does not make an answer.
  static func unpack(_ bytes: borrowing [UInt8], at start: Int) -> Unpacked? {
    var reader = Reader(at: start)
    _ = reader.range(in: bytes)
    let id = reader.signed(in: bytes)
    let askedAt = reader.signed(in: bytes)
    let failedRuns = reader.signed(in: bytes)
    let status = reader.signed(in: bytes)
    let isImage = reader.signed(in: bytes) != 0
    let anchorCount = reader.signed(in: bytes)
    let code = reader.text(in: bytes)
    let evidence = reader.text(in: bytes)
    let lines = reader.text(in: bytes)

    var answer = Answer()
    if let code {
      guard let code = FindingCode.ofNetwork(named: code) else { return nil }
      answer.outcome = .problem(code, evidence ?? "")
    }
    if let lines {
      guard let hops = AnswerRow.hops(lines) else { return nil }
      answer.hops = hops
    }
    answer.status = Int(status)
    answer.mediaType = reader.text(in: bytes) ?? ""
    let defect = reader.text(in: bytes)
    let mismatch = reader.text(in: bytes)
    if isImage { answer.image = ImageReport(defect: defect, mismatch: mismatch) }
    answer.entityTag = AnswerLimits.validator(reader.text(in: bytes))
    answer.lastModified = AnswerLimits.validator(reader.text(in: bytes))
    let most = Int64(AnswerFreshness.mostFailedRuns)
    let remembered = RememberedAnswer(
      answer: answer, askedAt: askedAt, failedRuns: Int(max(0, min(failedRuns, most))))
    return Unpacked(
      remembered: remembered, id: id, anchorCount: anchorCount < 0 ? nil : Int(anchorCount))
  }

  private static func append(text column: Int, of row: Row, to bytes: inout [UInt8]) throws {
    try row.withUnsafeData(atIndex: column) { data in
      guard let data else { return bytes.append(0) }
      bytes.append(varint: UInt64(data.count) + 1)
      bytes.append(contentsOf: data)
    }
  }

  private static func append(signed value: Int64, to bytes: inout [UInt8]) {
    bytes.append(signedVarint: value)
  }

  /// Reads what `append` wrote; past the end all is zero or nil.
  private struct Reader {
    var place: Int

    init(at place: Int) { self.place = place }

    mutating func unsigned(in bytes: borrowing [UInt8]) -> UInt64 {
      bytes.span.varint(at: &place)
    }

    mutating func signed(in bytes: borrowing [UInt8]) -> Int64 {
      let value = unsigned(in: bytes)
      return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func range(in bytes: borrowing [UInt8]) -> Range<Int>? {
      let length = unsigned(in: bytes)
      guard length > 0, length - 1 <= UInt64(bytes.count - place) else { return nil }
      let start = place
      place += Int(length - 1)
      return start..<place
    }

    mutating func text(in bytes: borrowing [UInt8]) -> String? {
      range(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }
}
