/// One link of a page, as the log keeps it.
struct LinkRecord: Equatable, Sendable {
  /// Number in the ``ReferenceTable``.
  var entry: UInt32
  var role: Role
  var kind: Kind
  var flags: LinkFlags
  /// 1-based line and column (UTF-8 bytes) of the reference's first character.
  var line: UInt32
  var column: UInt32
}
