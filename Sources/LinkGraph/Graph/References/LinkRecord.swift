/// One link of a page, as the log keeps it.
struct LinkRecord: Equatable, Sendable {
  /// Number in the ``ReferenceTable``.
  var entry: UInt32
  var role: Role
  var kind: Kind
  var flags: Flags
  /// 1-based line and column (UTF-8 bytes) of the reference's first character.
  var line: UInt32
  var column: UInt32

  /// What became of the link on its page.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The publishing platform drops it.
    static let dropped = Flags(rawValue: 1)
    /// Broken markup lost it; the entry is the address that was meant.
    static let lost = Flags(rawValue: 2)
    /// An image without an address.
    static let emptySource = Flags(rawValue: 4)
  }
}
