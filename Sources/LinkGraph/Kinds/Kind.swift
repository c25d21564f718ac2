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

/// A set of kinds, one bit each.
public struct KindSet: OptionSet, Hashable, Sendable {
  /// Bit `k` is the kind with raw value `k`.
  public let rawValue: UInt64

  /// The set with the bits of `rawValue`.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one kind.
  public init(_ kind: Kind) { self.init(rawValue: 1 << UInt64(kind.rawValue)) }

  /// Every kind there can be.
  public static let all = KindSet(rawValue: .max)

  /// Whether `kind` is in the set.
  public func contains(_ kind: Kind) -> Bool { rawValue >> UInt64(kind.rawValue) & 1 == 1 }
}

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
