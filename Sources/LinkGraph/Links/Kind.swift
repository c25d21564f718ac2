/// Where in the design of its page a link stands: an index into a ``KindTable``.
public struct Kind: Hashable, Comparable, Sendable {
  /// The index in the table; under ``KindTable/capacity``.
  public let rawValue: UInt8

  /// The kind with index `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Order of the table.
  public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

  /// Links that no rule claims.
  public static let content = Kind(rawValue: 0)
}
