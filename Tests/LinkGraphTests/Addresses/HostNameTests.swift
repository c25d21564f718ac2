import Testing

@testable import LinkGraph

@Suite("Hosts and ports by the URL Standard")
struct HostNameTests {
  private func host(_ text: String) -> String? {
    (try? URLRecord(parsing: "http://\(text)/"))?.host
  }

  private func failure(_ text: String) -> URLFailure? {
    do throws(URLFailure) {
      _ = try URLRecord(parsing: "http://\(text)/")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "domains",
    arguments: [
      ("EXAMPLE.Org", "example.org"),
      ("%65xample.org", "example.org"),
      ("a_b.c~d!$&'()*+,;=", "a_b.c~d!$&'()*+,;="),
      ("x.", "x."),
      ("a..b", "a..b"),
      ("xn--zzzz-", "xn--zzzz-"),
      ("XN--Fa-hia.de", "xn--fa-hia.de"),
      ("bücher.de", "xn--bcher-kva.de"),
      ("B%C3%9CCHER.de", "xn--bcher-kva.de"),
      ("faß.de", "xn--fa-hia.de"),
      ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
      ("ｅｘａｍｐｌｅ．ｏｒｇ", "example.org"),
      ("ex\u{AD}am\u{200B}ple.org", "example.org"),
      ("☃.net", "xn--n3h.net"),
      ("💩.la", "xn--ls8h.la"),
      ("e\u{301}.fr", "xn--9ca.fr"),
      ("xn--fa-hia.ü", "xn--fa-hia.xn--tda"),
      ("ΣΊΣΥΦΟΣ.gr", "xn--kxa6akbbkh.gr"),
      ("ශ්‍රී.com", "xn--10cl1a0b660p.com"),
    ] as [(String, String)])
  func domains(text: String, expected: String) {
    #expect(host(text) == expected)
  }

  @Test(
    "domains that are none",
    arguments: [
      ("a b", .domainInvalidCodePoint), ("a%20b", .domainInvalidCodePoint),
      ("a<b", .domainInvalidCodePoint), ("a%00b", .domainInvalidCodePoint),
      ("a%b", .domainInvalidCodePoint), ("a%2Fb", .domainInvalidCodePoint),
      ("a^b", .domainInvalidCodePoint), ("a|b", .domainInvalidCodePoint),
      ("ａ／ｂ", .domainInvalidCodePoint), ("%C2%AD", .domainToASCII),
      ("\u{301}x.ü", .domainToASCII), ("xn--a.ü", .domainToASCII), ("xn--é", .domainToASCII),
      ("a\u{FFFD}", .domainToASCII), ("a\u{200D}b", .domainToASCII), ("a%ff", .domainToASCII),
      ("\u{E000}", .domainToASCII), ("a⒈b", .domainToASCII),
      (String(repeating: "ü", count: 257), .domainToASCII),
      ("", .hostMissing), (":80", .hostMissing), ("u@", .hostMissing), ("u@:80", .hostMissing),
    ] as [(String, URLFailure)])
  func invalidDomains(text: String, expected: URLFailure) {
    // A plain slash run is skipped, so an empty host needs the end of the reference.
    if text.isEmpty {
      #expect(throws: expected) { try URLRecord(parsing: "http://") }
    } else {
      #expect(failure(text) == expected)
    }
  }

  @Test(
    "IPv4 addresses",
    arguments: [
      ("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("0x7F.1", "127.0.0.1"),
      ("0177.0.0.01", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("1.2.3.4.", "1.2.3.4"),
      ("0x", "0.0.0.0"), ("0xffffffff", "255.255.255.255"), ("1.2.770", "1.2.3.2"),
      ("１２７．１", "127.0.0.1"), ("%31.2.3.4", "1.2.3.4"), ("1.2.3.4.x", "1.2.3.4.x"),
      ("1.2.3.4..", "1.2.3.4.."), ("1.0xg", "1.0xg"), ("256.a", "256.a"),
    ] as [(String, String)])
  func ipv4(text: String, expected: String) {
    #expect(host(text) == expected)
  }

  @Test(
    "IPv4 addresses that are none",
    arguments: [
      ("256.1.1.1", .ipv4OutOfRangePart), ("1.2.3.256", .ipv4OutOfRangePart),
      ("4294967296", .ipv4OutOfRangePart), ("1.65536.1", .ipv4OutOfRangePart),
      ("99999999999999999999999999", .ipv4OutOfRangePart), ("1.2.3.4.5", .ipv4TooManyParts),
      ("a.1", .ipv4NonNumericPart), ("09", .ipv4NonNumericPart), ("1..2", .ipv4NonNumericPart),
      (".1", .ipv4NonNumericPart), ("x.0x1", .ipv4NonNumericPart),
    ] as [(String, URLFailure)])
  func invalidIPv4(text: String, expected: URLFailure) {
    #expect(failure(text) == expected)
  }

  @Test(
    "IPv6 addresses",
    arguments: [
      ("[::]", "[::]"), ("[::1]", "[::1]"), ("[1::]", "[1::]"),
      ("[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"),
      ("[1:0:0:2:0:0:0:3]", "[1:0:0:2::3]"), ("[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8]"),
      ("[1:0:2:3:4:5:6:7]", "[1:0:2:3:4:5:6:7]"), ("[::ffff:1.2.3.4]", "[::ffff:102:304]"),
      ("[1:2:3:4:5:6:1.2.3.4]", "[1:2:3:4:5:6:102:304]"), ("[0001::00f0]", "[1::f0]"),
      ("[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]"), ("[::2:3:4:5:6:7:8]", "[0:2:3:4:5:6:7:8]"),
    ] as [(String, String)])
  func ipv6(text: String, expected: String) {
    #expect(host(text) == expected)
  }

  @Test(
    "IPv6 addresses that are none",
    arguments: [
      "[]", "[:]", "[1]", "[:1]", "[1:]", "[:::]", "[::1::]", "[1:2:3:4:5:6:7:8:9]", "[12345::]",
      "[g::]", "[::1.2.3]", "[::1.2.3.4.5]", "[::01.2.3.4]", "[::256.2.3.4]", "[::1.2.3.]",
      "[1:2:3:4:5:6:7:1.2.3.4]", "[::.1.2.3]", "[::1%25eth0]", "[::1.2.3.4:5]",
      "[1:2:3:4:5:6:7:8::]",
    ])
  func invalidIPv6(text: String) {
    #expect(failure(text) == .ipv6Invalid)
  }

  @Test("brackets that do not match", arguments: ["[::1", "[::1]x", "["])
  func unclosedIPv6(text: String) {
    #expect(failure(text) == .ipv6Unclosed)
  }

  @Test(
    "ports",
    arguments: [
      ("http://x:80/", "http://x/"), ("http://x:0080/", "http://x/"), ("http://x:/", "http://x/"),
      ("http://x:0", "http://x:0/"), ("https://x:80/", "https://x:80/"),
      ("ws://x:80", "ws://x/"), ("wss://x:443", "wss://x/"), ("ftp://x:21", "ftp://x/"),
      ("foo://x:21", "foo://x:21"), ("http://x:65535/", "http://x:65535/"),
    ] as [(String, String)])
  func ports(reference: String, expected: String) throws {
    #expect(try URLRecord(parsing: reference).href == expected)
  }

  @Test(
    "ports that are none",
    arguments: [
      ("x:65536", .portOutOfRange), ("x:99999999999999999999999", .portOutOfRange),
      ("x:8a", .portInvalid), ("x:-1", .portInvalid), ("x: 80", .portInvalid),
      ("u:p@x:y:1", .portInvalid),
    ] as [(String, URLFailure)])
  func invalidPorts(text: String, expected: URLFailure) {
    #expect(failure(text) == expected)
  }
}
