/// One element of a glob pattern without its groups.
enum GlobToken: Sendable {
  /// This Unicode scalar.
  case literal(UInt32)
  /// `?`
  case any
  /// `*`
  case star
  /// `**`
  case globstar
  /// A class, by its index in ``GlobParser/classes``.
  case oneOf(Int)
}

/// The characters between `[` and `]`.
struct GlobClass: Sendable {
  /// Whether it matches what is *not* listed.
  var isNegated = false
  /// The listed scalars.
  var ranges: [ClosedRange<UInt32>] = []

  /// Whether `scalar` is one of the class; `/` never is. O(ranges).
  func contains(_ scalar: UInt32) -> Bool {
    if scalar == UInt32(UInt8(ascii: "/")) { return false }
    return ranges.contains { $0.contains(scalar) } != isNegated
  }
}
