/// A set of roles, one bit each.
struct RoleSet: OptionSet, Hashable, Sendable {
  /// Bit `r` is the role with raw value `r`.
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one role.
  init(_ role: Role) { self.init(rawValue: 1 << UInt32(role.rawValue)) }

  static let image = RoleSet(.image)
  static let all = RoleSet(rawValue: 1 << UInt32(Role.allCases.count) &- 1)
  /// All but `base`, which leads nowhere: it says what the page's links are resolved against.
  static let links = all.subtracting(RoleSet(.base))

  /// Whether `role` is in the set.
  @inline(__always)
  func contains(_ role: Role) -> Bool { rawValue >> UInt32(role.rawValue) & 1 == 1 }
}
