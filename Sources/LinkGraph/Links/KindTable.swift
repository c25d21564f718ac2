/// The names of the kinds of one mirror: `content`, the well-known ones, then the config's own.
public struct KindTable: Sendable {
  /// How many kinds a mirror can have: a ``KindSet`` has 64 bits.
  public static let capacity = 64

  /// The kinds every mirror has, `content` first.
  public static let wellKnown = [
    "content", "nav", "related", "recommended", "popular", "sidebar", "source", "footer",
  ]

  /// The names; the index is the kind's raw value.
  public private(set) var names: [String] = KindTable.wellKnown

  /// A table of the well-known kinds.
  public init() {}

  /// The kind named `name`, or nil.
  public func kind(named name: String) -> Kind? {
    names.firstIndex(of: name).map { Kind(rawValue: UInt8($0)) }
  }

  /// The kind named `name`, added where it is new; nil where the table is full.
  public mutating func add(_ name: String) -> Kind? {
    if let known = kind(named: name) { return known }
    guard names.count < Self.capacity else { return nil }
    names.append(name)
    return Kind(rawValue: UInt8(names.count - 1))
  }

  /// The name of `kind`.
  public func name(_ kind: Kind) -> String { names[Int(kind.rawValue)] }
}
