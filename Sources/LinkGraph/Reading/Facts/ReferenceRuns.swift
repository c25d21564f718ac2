/// Stretches of references that many documents share byte for byte, such as the nav rows and side
/// columns of their design: held once, and referred to by ``PageFacts`` that are kept.
struct ReferenceRuns: Sendable {
  /// Names a run: the hash of its bytes.
  typealias ID = UInt64

  /// References in a row that are worth a run.
  static let shortest = 4

  private var runs: [ID: [UInt8]] = [:]

  /// No runs.
  init() {}

  /// How many runs there are.
  var count: Int { runs.count }

  /// The bytes of all runs.
  var byteCount: Int { runs.values.reduce(0) { $0 + $1.count } }

  /// The name of the run with these bytes, which is kept; nil where another run has that name.
  mutating func intern(_ bytes: [UInt8]) -> ID? {
    let id = ByteHash.hash(bytes.span)
    if let known = runs[id] { return known == bytes ? id : nil }
    runs[id] = bytes
    return id
  }

  /// The bytes of a run; nil where none has the name.
  subscript(id: ID) -> [UInt8]? { runs[id] }
}
