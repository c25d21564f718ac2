internal import Glibc

/// What kind of network an IP address belongs to, by the IANA special-purpose address registries
/// (RFC 6890): links may lead to `public` addresses only.
///
/// IPv6 forms that carry an IPv4 address and would deliver to it (IPv4-mapped, 6to4, NAT64,
/// Teredo) are judged by that address. What no registry gives to the public Internet is not public.
enum AddressClass: Sendable, Equatable {
  case `public`
  /// 127.0.0.0/8, ::1.
  case loopback
  /// RFC 1918, shared space 100.64.0.0/10, fc00::/7, the old site-local fec0::/10.
  case `private`
  /// 169.254.0.0/16 with the clouds' metadata service, fe80::/10.
  case linkLocal
  case multicast
  /// 0.0.0.0, ::.
  case unspecified
  /// Documentation, benchmarking, protocol assignments, and whatever is not given out.
  case reserved
  /// 255.255.255.255.
  case broadcast

  /// The class of an IPv4 address in host byte order. Constant time.
  init(ipv4 address: UInt32) {
    func isIn(_ network: UInt32, _ width: UInt32) -> Bool { address >> (32 - width) == network }
    self =
      switch address >> 24 {
      case 0: address == 0 ? .unspecified : .reserved
      case 10: .private
      case 100: isIn(0x6440 >> 6, 10) ? .private : .public
      case 127: .loopback
      case 169: isIn(0xA9FE, 16) ? .linkLocal : .public
      case 172: isIn(0xAC10 >> 4, 12) ? .private : .public
      case 192:
        if isIn(0xC0A8, 16) {
          .private
        } else if isIn(0xC00000, 24) || isIn(0xC00002, 24) {
          .reserved
        } else {
          .public
        }
      case 198: isIn(0xC612 >> 1, 15) || isIn(0xC63364, 24) ? .reserved : .public
      case 203: isIn(0xCB0071, 24) ? .reserved : .public
      case 224...239: .multicast
      case 240...255: address == .max ? .broadcast : .reserved
      default: .public
      }
  }

  /// The class of an IPv6 address, its halves in host byte order. Constant time.
  init(ipv6 high: UInt64, _ low: UInt64) {
    let embedded = AddressClass(ipv4: UInt32(truncatingIfNeeded: low))
    switch (high, low) {
    case (0, 0): self = .unspecified
    case (0, 1): self = .loopback
    // ::ffff:0:0/96 (RFC 4291, section 2.5.5.2) and 64:ff9b::/96 (RFC 6052).
    case (0, _) where low >> 32 == 0xFFFF, (0x0064_FF9B_0000_0000, _) where low >> 32 == 0:
      self = embedded
    default:
      self =
        switch high >> 48 {
        // 6to4 (RFC 3056): the IPv4 address follows the prefix.
        case 0x2002: AddressClass(ipv4: UInt32(truncatingIfNeeded: high >> 16))
        case 0xFE80...0xFEBF: .linkLocal
        case 0xFEC0...0xFEFF, 0xFC00...0xFDFF: .private
        case 0xFF00...0xFFFF: .multicast
        case 0x2000...0x3FFF: AddressClass(global: high, low)
        // IANA has given out 2000::/3 only.
        default: .reserved
        }
    }
  }

  /// The class of an address in 2000::/3.
  private init(global high: UInt64, _ low: UInt64) {
    if high >> 32 == 0x2001_0000 {
      // Teredo (RFC 4380, section 4): the server's address, and the client's with inverted bits.
      let server = AddressClass(ipv4: UInt32(truncatingIfNeeded: high))
      self = server == .public ? AddressClass(ipv4: ~UInt32(truncatingIfNeeded: low)) : server
      return
    }
    let isSpecial =
      high >> 41 == 0x2001_0000_0000_0000 >> 41  // protocol assignments, 2001::/23
      || high >> 32 == 0x2001_0DB8 || high >> 44 == 0x3FFF0  // documentation
    self = isSpecial ? .reserved : .public
  }

  /// The class of an address in text form, without brackets or zone; nil where it is none.
  init?(text: String) {
    var four = in_addr()
    if unsafe inet_pton(AF_INET, text, &four) == 1 {
      self.init(ipv4: UInt32(bigEndian: four.s_addr))
      return
    }
    var six = in6_addr()
    guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    self.init(six)
  }

  /// The class of `address`, which must be as long as its family says; an unknown family is
  /// `reserved`.
  init(_ address: UnsafePointer<sockaddr>) {
    switch unsafe Int32(UnsafeRawPointer(address).loadUnaligned(as: sa_family_t.self)) {
    case AF_INET:
      let four = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self)
      self.init(ipv4: UInt32(bigEndian: four.sin_addr.s_addr))
    case AF_INET6:
      self.init(unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self).sin6_addr)
    default: self = .reserved
    }
  }

  private init(_ address: in6_addr) {
    let (high, low) = unsafe withUnsafeBytes(of: address) { bytes in
      unsafe (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    self.init(ipv6: high, low)
  }

  /// As evidence names it, after "is".
  var phrase: String {
    switch self {
    case .public: "a public address"
    case .loopback: "a loopback address"
    case .private: "a private address"
    case .linkLocal: "a link-local address"
    case .multicast: "a multicast address"
    case .unspecified: "the unspecified address"
    case .reserved: "a reserved address"
    case .broadcast: "the broadcast address"
    }
  }
}
