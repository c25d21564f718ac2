/// An IPv6 address, parsed and serialised by the URL Standard.
struct IPv6Address: Hashable, Sendable {
  /// The eight 16-bit pieces, the highest first.
  private(set) var pieces = [UInt16](repeating: 0, count: 8)

  /// Parses `s[range]`, which is what stands between the brackets.
  init(_ s: Span<UInt8>, _ range: Range<Int>) throws(URLFailure) {
    let end = range.upperBound
    var at = range.lowerBound
    var count = 0
    var compress: Int?
    if at < end, s[at] == 0x3A {
      guard at &+ 1 < end, s[at &+ 1] == 0x3A else { throw .ipv6Invalid }
      at &+= 2
      count = 1
      compress = 1
    }
    while at < end {
      guard count < 8 else { throw .ipv6Invalid }
      if s[at] == 0x3A {
        guard compress == nil else { throw .ipv6Invalid }
        at &+= 1
        count &+= 1
        compress = count
        continue
      }
      let start = at
      var value: UInt16 = 0
      while at < end, at &- start < 4, let digit = s[at].hexDigitValue {
        value = value << 4 | UInt16(digit)
        at &+= 1
      }
      if at < end, s[at] == 0x2E {
        guard at > start, count <= 6 else { throw .ipv6Invalid }
        let tail = try Self.dottedTail(s, start..<end)
        pieces[count] = UInt16(truncatingIfNeeded: tail >> 16)
        pieces[count &+ 1] = UInt16(truncatingIfNeeded: tail)
        count &+= 2
        break
      }
      if at < end {
        guard s[at] == 0x3A, at &+ 1 < end else { throw .ipv6Invalid }
        at &+= 1
      }
      pieces[count] = value
      count &+= 1
    }
    if let compress {
      let moved = pieces[compress..<count]
      let zeros = [UInt16](repeating: 0, count: 8 - count)
      pieces = Array(pieces[..<compress]) + zeros + Array(moved)
    } else if count != 8 {
      throw .ipv6Invalid
    }
  }

  /// The four decimal numbers `s[range]`, without leading zeros, as one number.
  private static func dottedTail(
    _ s: Span<UInt8>, _ range: Range<Int>
  ) throws(URLFailure) -> UInt32 {
    var result: UInt32 = 0
    var at = range.lowerBound
    for part in 0..<4 {
      if part > 0 {
        guard at < range.upperBound, s[at] == 0x2E else { throw .ipv6Invalid }
        at &+= 1
      }
      let start = at
      var value: UInt32 = 0
      while at < range.upperBound, s[at].isASCIIDigit {
        guard at == start || value != 0 else { throw .ipv6Invalid }
        value = value * 10 + UInt32(s[at] &- 0x30)
        guard value <= 255 else { throw .ipv6Invalid }
        at &+= 1
      }
      guard at > start else { throw .ipv6Invalid }
      result = result << 8 | value
    }
    guard at == range.upperBound else { throw .ipv6Invalid }
    return result
  }

  /// Appends the address in brackets, the first longest run of two or more zero pieces as `::`.
  func append(to output: inout [UInt8]) {
    let gap = longestZeros
    output.append(0x5B)
    var index = 0
    while index < 8 {
      if index == gap.lowerBound, !gap.isEmpty {
        output.append(0x3A)
        if index == 0 { output.append(0x3A) }
        index = gap.upperBound
        continue
      }
      output.append(contentsOf: String(pieces[index], radix: 16).utf8)
      if index != 7 { output.append(0x3A) }
      index += 1
    }
    output.append(0x5D)
  }

  private var longestZeros: Range<Int> {
    var best = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, pieces[end] == 0 { end += 1 }
      if end - start > max(best.count, 1) { best = start..<end }
      start = max(end, start + 1)
    }
    return best
  }
}
