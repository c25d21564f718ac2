/// What became of a link on its page.
struct LinkFlags: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// The publishing platform drops it.
  static let dropped = LinkFlags(rawValue: 1)
  /// Broken markup lost it; what is kept is the address that was meant.
  static let lost = LinkFlags(rawValue: 2)
  /// An image without an address.
  static let emptySource = LinkFlags(rawValue: 4)
  /// A server puts the content of its target in its place.
  static let include = LinkFlags(rawValue: 8)
}
