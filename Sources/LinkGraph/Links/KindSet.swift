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
