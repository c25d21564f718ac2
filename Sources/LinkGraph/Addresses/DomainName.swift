internal import Foundation

/// Domain to ASCII, for domains that are not ASCII.
///
/// After UTS #46, non-transitional, as the URL Standard applies it: no limits on lengths and hyphens.
/// The mapping is derived from Unicode properties (case folding, NFKC, ignorable code points) and not
/// read from UTS #46's table, so that:
/// - the rule for right-to-left labels (CheckBidi) is not applied: some domains pass that a browser
///   rejects;
/// - a zero-width non-joiner passes between any two letters of a cursive script (ContextJ asks for
///   their joining types);
/// - labels of over 256 code points are rejected, see ``Punycode/longestLabel``, and so are domains
///   of over 16 KiB: nobody else's code is to be held against a hostile page for long.
///
/// Domains that can be registered do not meet any of these.
///
/// libidn2 does not do what the URL Standard asks: whatever its flags, it rejects `ab--é.com` and
/// `-é.com` (hyphens are not checked by the standard) and labels of over 63 bytes, so that links
/// that browsers follow would be malformed.
enum DomainName {
  /// Whether `domain` is ASCII. ASCII lower case is then the mapping, invalid `xn--` labels included
  /// (so the standard since June 2026).
  static func isPlain(_ domain: Span<UInt8>) -> Bool {
    for index in 0..<domain.count where domain[index] >= 0x80 { return false }
    return true
  }

  /// Appends the ASCII form of `domain`.
  ///
  /// - Throws: `domainToASCII` where a label is invalid. Forbidden ASCII is the caller's to find.
  static func appendASCII(_ domain: Span<UInt8>, to output: inout [UInt8]) throws(URLFailure) {
    guard domain.count <= 1 << 14, let mapped = mapped(domain.string.unicodeScalars) else {
      throw .domainToASCII
    }
    var isFirst = true
    for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
      if !isFirst { output.append(0x2E) }
      isFirst = false
      try appendLabel(label, to: &output)
    }
  }

  private static func appendLabel(
    _ label: ArraySlice<Unicode.Scalar>, to output: inout [UInt8]
  ) throws(URLFailure) {
    let isCoded = label.starts(with: ["x", "n", "-", "-"])
    if label.allSatisfy(\.isASCII) {
      let ascii = label.map { UInt8(truncatingIfNeeded: $0.value) }
      if isCoded {
        // A code must stand for a label that had to be coded and is in its mapped form.
        guard let decoded = Punycode.decode(ascii[4...]), decoded.contains(where: { !$0.isASCII }),
          isValid(decoded[...]), mapped(decoded) == decoded
        else { throw .domainToASCII }
      }
      output.append(contentsOf: ascii)
      return
    }
    guard !isCoded, isValid(label), let code = Punycode.encode(label) else { throw .domainToASCII }
    output.append(utf8: "xn--")
    output.append(contentsOf: code)
  }

  /// The mapping step and normalisation; nil where a code point is disallowed.
  private static func mapped(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if hidesFullStop(scalar) { return nil }
      fold(scalar, into: &text)
    }
    // What the first NFKC lays bare (`℃` to `°C`) has to be folded too.
    let composed = String(text).precomposedStringWithCompatibilityMapping
    text = String.UnicodeScalarView()
    for scalar in composed.unicodeScalars { fold(scalar, into: &text) }
    let result = Array(String(text).precomposedStringWithCompatibilityMapping.unicodeScalars)
    return result.allSatisfy(isAllowed) ? result : nil
  }

  private static func fold(_ scalar: Unicode.Scalar, into text: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0..<0x80:
      text.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value).asciiLowercased))
    case 0x3002, 0xFF61: text.append(".")
    // Deviations of UTS #46: kept as they are.
    case 0xDF, 0x3C2, 0x200C, 0x200D: text.append(scalar)
    // Variants of the final sigma, which unlike it are no deviations.
    case 0x3F2, 0x3F9, 0x1D6D3, 0x1D70D, 0x1D747, 0x1D781, 0x1D7BB: text.append("σ")
    // Cherokee folds to capitals.
    case 0x13F8...0x13FD, 0xAB70...0xABBF:
      text.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
    default:
      let properties = scalar.properties
      if properties.isDefaultIgnorableCodePoint, properties.generalCategory != .unassigned,
        !isDisallowedFormat(scalar)
      {
        return
      }
      guard properties.changesWhenCaseFolded else { return text.append(scalar) }
      if scalar.value == 0x1E9E { return text.append("ß") }
      for capital in properties.uppercaseMapping.unicodeScalars {
        text.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }

  /// Format characters that are not ignored but disallowed.
  private static func isDisallowedFormat(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x180E, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A:
      false
    default: scalar.properties.generalCategory == .format
    }
  }

  /// Whether NFKC makes text with a `.` of `scalar` that is no full stop of a domain.
  private static func hidesFullStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2024...0x2026, 0x2488...0x249B, 0x33C2, 0x33C7, 0x33D8, 0xFE12, 0xFE19, 0xFE30, 0xFE52,
      0x1F100:
      true
    default: false
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    switch scalar.value {
    case 0x200C, 0x200D: return true
    case 0xFFFC, 0xFFFD, 0x2FF0...0x2FFF, 0x31EF: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse, .surrogate, .control, .format, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }

  /// The criteria for a mapped label that are not about its code points alone.
  private static func isValid(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first else { return true }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    if label.contains(".") { return false }
    for index in label.indices where label[index].value == 0x200C || label[index].value == 0x200D {
      guard index > label.startIndex else { return false }
      let before = label[index - 1]
      if before.properties.canonicalCombiningClass == .virama { continue }
      guard label[index].value == 0x200C, index + 1 < label.endIndex, isCursive(before),
        isCursive(label[index + 1])
      else { return false }
    }
    return true
  }

  /// Whether `scalar` is of a script whose letters join.
  private static func isCursive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x08FF, 0x1800...0x18AF, 0xA840...0xA87F, 0xFB50...0xFDFF, 0xFE70...0xFEFF,
      0x10A80...0x10FFF, 0x11CB0...0x11CFF, 0x1E900...0x1E95F:
      true
    default: false
    }
  }
}
