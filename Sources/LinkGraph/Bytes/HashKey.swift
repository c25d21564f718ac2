/// The key of this process's hash tables, drawn when it starts, so that nobody can write a mirror whose
/// names all fall into one place of a table.
///
/// Only where something stands in a table depends on it, never what is found or in which order it is
/// reported.
enum HashKey {
  private static let seed = UInt64.random(in: 0 ... .max)
  private static let mask = UInt64.random(in: 0 ... .max)

  /// The hash of `bytes` under the key. O(length).
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    ByteHash.hash(bytes, in: 0..<bytes.count, seed: seed, mask: mask)
  }

  /// The hash of `bytes[range]` under the key. O(length).
  static func hash(_ bytes: Span<UInt8>, in range: Range<Int>) -> UInt64 {
    ByteHash.hash(bytes, in: range, seed: seed, mask: mask)
  }
}
