/// An append-only list of byte strings in one allocation.
///
/// A mirror has millions of paths and URLs; a `String` each would cost an allocation and 16 bytes
/// before its first character. Here a string costs its bytes plus four bytes of bookkeeping.
public struct PackedStrings: Sendable {
  /// The bytes of all strings, one after another; ``range(_:)`` finds a string in it.
  public private(set) var storage: [UInt8] = []
  private var ends = PackedOffsets()

  /// An empty list.
  public init() {}

  /// A list of the UTF-8 of `strings`, in order.
  public init(_ strings: some Sequence<String>) {
    for string in strings { append(string) }
  }

  /// How many strings are in the list.
  public var count: Int { ends.count }

  /// Whether the list has no strings.
  public var isEmpty: Bool { ends.count == 0 }

  /// The bytes of all strings together.
  public var byteCount: Int { storage.count }

  /// Makes room for `count` strings of `bytes` bytes in all.
  public mutating func reserveCapacity(_ count: Int, bytes: Int) {
    ends.reserveCapacity(count)
    storage.reserveCapacity(bytes)
  }

  /// Appends a string and returns its index. Amortised O(its length).
  @discardableResult
  public mutating func append(_ bytes: Span<UInt8>) -> Int {
    storage.append(bytes: bytes)
    ends.append(storage.count)
    return ends.count - 1
  }

  /// Appends the UTF-8 of `string` and returns its index.
  @discardableResult
  public mutating func append(_ string: String) -> Int {
    storage.append(contentsOf: string.utf8)
    ends.append(storage.count)
    return ends.count - 1
  }

  /// The place of string `index` in ``storage``.
  public func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Calls `body` with the bytes of string `index`.
  public func withBytes<R, E: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try body(storage.span.extracting(range(index)))
  }

  /// String `index`, its invalid UTF-8 replaced by U+FFFD.
  public subscript(index: Int) -> String {
    String(decoding: storage[range(index)], as: UTF8.self)
  }
}
