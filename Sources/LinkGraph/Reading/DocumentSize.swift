/// How long a document may be.
enum DocumentSize {
  /// Documents of more bytes are not read: no page of a mirror is that long, and hostile ones must
  /// not take all memory.
  static let limit = 64 << 20
}
