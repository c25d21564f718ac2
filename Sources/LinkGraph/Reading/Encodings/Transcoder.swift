internal import Glibc

/// A conversion descriptor of iconv(3) from one encoding to UTF-8.
///
/// One owner, closed with it: a descriptor holds the state of a conversion and must not be used by
/// two threads, which a noncopyable value that is not shared cannot be.
@safe struct Transcoder: ~Copyable {
  private let descriptor: iconv_t
  private let encoding: TextEncoding

  /// Opens a conversion from `encoding`, or returns nil where the C library lacks it.
  init?(from encoding: TextEncoding) {
    let opened = encoding.iconvName.withUTF8Buffer { name -> iconv_t? in
      // A static string ends with a zero byte.
      unsafe name.withMemoryRebound(to: CChar.self) { name in
        guard let base = name.baseAddress else { return nil }
        return unsafe iconv_open("UTF-8", base)
      }
    }
    // iconv_open(3) reports an error as the pointer -1.
    guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else { return nil }
    unsafe descriptor = opened
    self.encoding = encoding
  }

  deinit { _ = unsafe iconv_close(descriptor) }

  /// Converts `bytes[start...]`, writing U+FFFD for what is invalid; nil as soon as more than
  /// `tolerance` sequences are. O(length).
  mutating func decode(
    _ bytes: Span<UInt8>, from start: Int = 0, tolerance: Int = .max
  ) -> DecodedBytes? {
    var output = DecodedBytes()
    // Two bytes of a double-byte character make three of UTF-8.
    output.bytes.reserveCapacity((bytes.count - start) + (bytes.count - start) / 2)
    var at = start
    // Room for one chunk; a conversion that fills it goes on in the next turn.
    var room = [UInt8](repeating: 0, count: 1 << 15)
    while true {
      let step = convert(bytes, from: at, into: &room)
      output.bytes.append(bytes: room.span.extracting(0..<step.produced))
      at += step.consumed
      if step.error == E2BIG { continue }
      // Some converters hold a character back to see whether a combining one follows. (Flushing
      // would also end a shift state, which only the escaped encodings have.)
      if encoding.shape != .escaped || at >= bytes.count {
        let flushed = convert(nil, from: 0, into: &room)
        output.bytes.append(bytes: room.span.extracting(0..<flushed.produced))
      }
      guard step.error == EILSEQ || step.error == EINVAL, at < bytes.count else { return output }
      if let gap = gap(bytes, at: at) {
        output.append(gap.scalar)
        at += gap.length
        continue
      }
      if output.invalidCount == tolerance { return nil }
      output.appendReplacement()
      at += invalidLength(bytes, at: at)
    }
  }

  /// One call of iconv(3), with nil the call that flushes. `error` is 0 or its `errno`.
  private mutating func convert(
    _ bytes: Span<UInt8>?, from start: Int, into room: inout [UInt8]
  ) -> (consumed: Int, produced: Int, error: Int32) {
    let descriptor = unsafe descriptor
    return unsafe room.withUnsafeMutableBytes { target in
      var free = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var space = target.count
      guard let bytes else {
        let result = unsafe iconv(descriptor, nil, nil, &free, &space)
        return (0, target.count - space, result == -1 ? errno : 0)
      }
      return unsafe bytes.withUnsafeBytes { source in
        guard let input = source.baseAddress else { return (0, 0, 0) }
        // iconv(3) takes a mutable pointer for historical reasons; it does not write through it.
        var next: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(
          mutating: input + start
        ).assumingMemoryBound(to: CChar.self)
        var left = source.count - start
        let result = unsafe iconv(descriptor, &next, &left, &free, &space)
        let error = result == -1 ? errno : 0
        return (source.count - start - left, target.count - space, error)
      }
    }
  }

  /// A character that the Encoding Standard has and glibc's table lacks.
  private func gap(_ bytes: Span<UInt8>, at: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    switch encoding {
    case .gb18030:
      return bytes[at] == 0x80 ? ("€", 1) : nil
    case .big5:
      guard bytes[at] == 0xA1, at + 1 < bytes.count else { return nil }
      switch bytes[at + 1] {
      case 0x5A: return ("╴", 2)
      case 0xC3: return ("￣", 2)
      case 0xC5: return ("ˍ", 2)
      default: return nil
      }
    default: return nil
    }
  }

  /// How many bytes one U+FFFD stands for: a lead byte takes its trail byte with it unless that is
  /// ASCII, which must not vanish (it may be a `<` or a quote).
  private func invalidLength(_ bytes: Span<UInt8>, at: Int) -> Int {
    guard encoding.shape == .multiByte, bytes[at] > 0x80, bytes[at] < 0xFF, at + 1 < bytes.count
    else { return 1 }
    return bytes[at + 1] >= 0x80 ? 2 : 1
  }
}
