/// What is kept of a document after it was read.
struct PageRecord: Sendable {
  /// How far reading came.
  enum State: UInt8, Sendable {
    /// The run ended before its turn.
    case unread
    case read
    /// The reason is in ``Survey/failures``.
    case unreadable
  }

  var state = State.unread
  /// Whether a reader sees anything.
  var hasContent = false
  /// Whether all of that is what a server includes.
  var isWrapper = false
  /// Whether it has labels but no anchor of a kind that its preset requires.
  var missingKind = Kind.content
  /// Which worker's log and anchors hold the rest.
  var worker: UInt16 = 0
  var links = LinkLog.Place()
  /// Its anchors, sorted, in the worker's list.
  var anchors: Range<UInt32> = 0..<0
  /// Hash of the file's bytes, and their number.
  var contentHash: UInt64 = 0
  var size: UInt32 = 0
}

/// Bytes of a page that are not its encoding's.
struct EncodingProblem: Sendable {
  var document: UInt32
  var damage: PageFacts.EncodingDamage
}
