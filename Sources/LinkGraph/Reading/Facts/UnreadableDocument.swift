/// Why the bytes of a document cannot be read as what it is.
struct UnreadableDocument: Error, Equatable, Sendable {
  /// In a few words, e.g. `too large for the Markdown parser`.
  var reason: String
}
