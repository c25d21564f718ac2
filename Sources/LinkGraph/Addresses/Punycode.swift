/// Punycode (RFC 3492), as international domain names use it.
enum Punycode {
  private static let base: UInt32 = 36
  private static let tMin: UInt32 = 1
  private static let tMax: UInt32 = 26

  /// The longest label that is coded, in code points or bytes. DNS ends at 63 bytes, and the
  /// algorithm is quadratic: without a limit a page could stall the run with one host.
  static let longestLabel = 256

  /// The code of `label`, without `xn--`; nil where the label is too long.
  static func encode(_ label: some Collection<Unicode.Scalar>) -> [UInt8]? {
    guard label.count <= longestLabel else { return nil }
    var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
    let basic = UInt32(output.count)
    var handled = basic
    if basic > 0 { output.append(0x2D) }
    var n: UInt32 = 128
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    let total = UInt32(label.count)
    while handled < total {
      guard let next = label.lazy.map(\.value).filter({ $0 >= n }).min() else { return nil }
      // At most 0x10FFFF * 257: no overflow.
      delta += (next - n) * (handled + 1)
      n = next
      for scalar in label {
        if scalar.value < n { delta += 1 }
        guard scalar.value == n else { continue }
        append(delta, bias, to: &output)
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return output
  }

  /// The label whose code (without `xn--`) is `code`; nil where it is no code.
  static func decode(_ code: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    guard code.count <= longestLabel else { return nil }
    var output: [Unicode.Scalar] = []
    var at = code.startIndex
    if let hyphen = code.lastIndex(of: 0x2D) {
      output = code[..<hyphen].map { Unicode.Scalar($0) }
      at = hyphen + 1
    }
    guard output.allSatisfy(\.isASCII) else { return nil }
    var n: UInt32 = 128
    var i: UInt32 = 0
    var bias: UInt32 = 72
    while at < code.endIndex {
      let before = i
      var weight: UInt32 = 1
      var k = base
      while true {
        guard at < code.endIndex, let digit = digitValue(code[at]) else { return nil }
        at += 1
        let (step, tooLarge) = digit.multipliedReportingOverflow(by: weight)
        let (sum, overflow) = i.addingReportingOverflow(step)
        guard !tooLarge, !overflow else { return nil }
        i = sum
        let t = threshold(k, bias)
        if digit < t { break }
        let (product, tooHeavy) = weight.multipliedReportingOverflow(by: base - t)
        guard !tooHeavy else { return nil }
        weight = product
        k += base
      }
      let count = UInt32(output.count + 1)
      bias = adapt(i - before, count, isFirst: before == 0)
      let (point, overflow) = n.addingReportingOverflow(i / count)
      guard !overflow, let scalar = Unicode.Scalar(point) else { return nil }
      n = point
      i %= count
      output.insert(scalar, at: Int(i))
      i += 1
    }
    return output
  }

  private static func append(_ delta: UInt32, _ bias: UInt32, to output: inout [UInt8]) {
    var q = delta
    var k = base
    while true {
      let t = threshold(k, bias)
      if q < t { break }
      output.append(digit(t + (q - t) % (base - t)))
      q = (q - t) / (base - t)
      k += base
    }
    output.append(digit(q))
  }

  private static func threshold(_ k: UInt32, _ bias: UInt32) -> UInt32 {
    k <= bias + tMin ? tMin : min(k - bias, tMax)
  }

  private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k: UInt32 = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + 38)
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func digitValue(_ byte: UInt8) -> UInt32? {
    if byte.isASCIIDigit { return UInt32(byte) - 0x30 + 26 }
    return byte.isASCIILetter ? UInt32(byte | 0x20) - 0x61 : nil
  }
}
