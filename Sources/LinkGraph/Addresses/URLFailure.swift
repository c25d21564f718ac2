/// Why a reference is no URL: the failures of the URL Standard, under the standard's names.
///
/// Validation errors after which the standard goes on parsing are no failures.
public enum URLFailure: String, Error, Hashable, Sendable {
  /// A relative reference, and no base to resolve it against (or one with an opaque path).
  case missingSchemeNonRelativeURL = "missing-scheme-non-relative-URL"
  /// A special URL or one with credentials or a port, but no host.
  case hostMissing = "host-missing"
  /// A forbidden code point in the host of a URL whose scheme is not special.
  case hostInvalidCodePoint = "host-invalid-code-point"
  /// A forbidden code point in a domain.
  case domainInvalidCodePoint = "domain-invalid-code-point"
  /// A domain that Unicode ToASCII rejects.
  case domainToASCII = "domain-to-ASCII"
  /// An IPv4 address of more than four parts.
  case ipv4TooManyParts = "IPv4-too-many-parts"
  /// A host that ends in a number but has a part that is none.
  case ipv4NonNumericPart = "IPv4-non-numeric-part"
  /// A part of an IPv4 address that is too large.
  case ipv4OutOfRangePart = "IPv4-out-of-range-part"
  /// A `[` that no `]` at the host's end closes.
  case ipv6Unclosed = "IPv6-unclosed"
  /// Anything else wrong with an IPv6 address.
  case ipv6Invalid = "IPv6-invalid"
  /// A port above 65535.
  case portOutOfRange = "port-out-of-range"
  /// A port that is no decimal number.
  case portInvalid = "port-invalid"
  /// A reference (or base) of 512 MiB or more. No failure of the standard's: offsets have 32 bits.
  case tooLong = "too-long"

  /// What is wrong, as the end of a sentence that begins with the reference.
  public var explanation: String {
    switch self {
    case .missingSchemeNonRelativeURL: "is relative, and there is nothing to resolve it against"
    case .hostMissing: "has no host"
    case .hostInvalidCodePoint, .domainInvalidCodePoint:
      "has a character in its host that no host can have"
    case .domainToASCII: "has a host that is no valid international domain name"
    case .ipv4TooManyParts: "has an IPv4 address of more than four parts"
    case .ipv4NonNumericPart: "has a host that ends in a number but is no IPv4 address"
    case .ipv4OutOfRangePart: "has an IPv4 address with a number that is too large"
    case .ipv6Unclosed: "has an IPv6 address without its closing bracket"
    case .ipv6Invalid: "has an invalid IPv6 address"
    case .portOutOfRange: "has a port above 65535"
    case .portInvalid: "has a port that is no number"
    case .tooLong: "is too long"
    }
  }
}
