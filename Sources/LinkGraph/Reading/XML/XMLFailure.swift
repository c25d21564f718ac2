/// Why a document is not (or cannot be read as) well-formed XML.
struct XMLFailure: Error, Equatable, Sendable {
  /// The line, from 1.
  var line: Int
  /// The column, from 1, as libxml2 counts it.
  var column: Int
  /// What is wrong, in libxml2's words.
  var message: String
}
