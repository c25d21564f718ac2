/// The host parser and serialiser of the URL Standard.
enum HostName {
  /// Parses the host `s[range]`, which is not empty unless `isOpaque`, and appends it serialised.
  ///
  /// `isOpaque` is for schemes that are not special: their hosts are no domains.
  static func append(
    _ s: Span<UInt8>, _ range: Range<Int>, isOpaque: Bool, to output: inout [UInt8]
  ) throws(URLFailure) {
    if !range.isEmpty, s[range.lowerBound] == 0x5B {
      guard range.count > 1, s[range.upperBound &- 1] == 0x5D else { throw .ipv6Unclosed }
      let address = try IPv6Address(s, range.lowerBound &+ 1..<range.upperBound &- 1)
      address.append(to: &output)
      return
    }
    if isOpaque {
      for index in range where ByteSet.forbiddenHost.contains(s[index]) {
        throw .hostInvalidCodePoint
      }
      PercentEncoding.encode(s, range, .c0Control, into: &output)
      return
    }
    if ByteSearch.first(0x25, in: s, range) != nil {
      var decoded: [UInt8] = []
      PercentEncoding.decode(s, range, into: &decoded)
      try appendDomain(decoded.span, to: &output)
    } else {
      try appendDomain(s.extracting(range), to: &output)
    }
  }

  private static func appendDomain(
    _ domain: Span<UInt8>, to output: inout [UInt8]
  ) throws(URLFailure) {
    let start = output.count
    if DomainName.isPlain(domain) {
      for index in 0..<domain.count { output.append(domain[index].asciiLowercased) }
    } else {
      try DomainName.appendASCII(domain, to: &output)
    }
    guard output.count > start else { throw .domainToASCII }
    for index in start..<output.count where ByteSet.forbiddenDomain.contains(output[index]) {
      throw .domainInvalidCodePoint
    }
    let range = start..<output.count
    if IPv4Address.endsInNumber(output.span, range) {
      let address = try IPv4Address(output.span, range)
      output.removeLast(range.count)
      address.append(to: &output)
    }
  }
}
