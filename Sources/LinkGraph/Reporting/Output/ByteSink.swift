/// Where a report or an export goes: bytes in order, as they are made, so that nothing of the size
/// of a mirror is ever held in memory.
///
/// Writers take a sink as `inout some ByteSink & ~Copyable`, which lets the compiler specialise
/// them for files and memory alike.
public protocol ByteSink: ~Copyable {
  /// Takes `bytes`; a sink may hold them back until it is flushed.
  ///
  /// - Throws: ``ByteSinkError`` where they, or bytes held back before them, cannot be written.
  mutating func write(_ bytes: Span<UInt8>) throws(ByteSinkError)
}

extension ByteSink where Self: ~Copyable {
  /// Writes the UTF-8 of `string`.
  public mutating func write(_ string: String) throws(ByteSinkError) {
    try write(string.utf8.span)
  }

  /// Writes the UTF-8 of `text`, a literal.
  @inline(__always)
  public mutating func write(utf8 text: StaticString) throws(ByteSinkError) {
    // The bytes of a literal live as long as the program.
    let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    try unsafe write(Span(_unsafeElements: bytes))
  }

  /// Writes one byte.
  @inline(__always)
  public mutating func write(byte: UInt8) throws(ByteSinkError) {
    let one: InlineArray<1, UInt8> = [byte]
    try write(one.span)
  }
}
