import Testing

@testable import LinkGraph

/// Classes by the IANA registries, and the edges of their ranges.
@Suite struct AddressClassTests {
  @Test(arguments: [
    ("1.1.1.1", AddressClass.public), ("0.0.0.0", .unspecified), ("0.1.2.3", .reserved),
    ("9.255.255.255", .public), ("10.0.0.0", .private), ("10.255.255.255", .private),
    ("11.0.0.0", .public), ("100.63.255.255", .public), ("100.64.0.0", .private),
    ("100.127.255.255", .private), ("100.128.0.0", .public), ("127.0.0.1", .loopback),
    ("127.255.255.255", .loopback), ("128.0.0.1", .public), ("169.253.255.255", .public),
    ("169.254.169.254", .linkLocal), ("169.255.0.0", .public), ("172.15.255.255", .public),
    ("172.16.0.0", .private), ("172.31.255.255", .private), ("172.32.0.0", .public),
    ("192.0.0.1", .reserved), ("192.0.1.0", .public), ("192.0.2.1", .reserved),
    ("192.167.255.255", .public), ("192.168.0.1", .private), ("192.169.0.0", .public),
    ("198.17.255.255", .public), ("198.18.0.0", .reserved), ("198.19.255.255", .reserved),
    ("198.20.0.0", .public), ("198.51.100.7", .reserved), ("203.0.113.7", .reserved),
    ("203.0.114.0", .public), ("223.255.255.255", .public), ("224.0.0.1", .multicast),
    ("239.255.255.255", .multicast), ("240.0.0.0", .reserved), ("255.255.255.255", .broadcast),
  ])
  func ipv4(_ text: String, _ expected: AddressClass) {
    #expect(AddressClass(text: text) == expected)
  }

  @Test(arguments: [
    ("2606:4700::1111", AddressClass.public), ("::", .unspecified), ("::1", .loopback),
    ("::2", .reserved), ("::127.0.0.1", .reserved), ("::ffff:127.0.0.1", .loopback),
    ("::ffff:10.0.0.1", .private), ("::ffff:8.8.8.8", .public),
    ("::ffff:169.254.169.254", .linkLocal), ("::ffff:0:8.8.8.8", .reserved),
    ("64:ff9b::a00:1", .private), ("64:ff9b::8.8.8.8", .public), ("64:ff9b:1::1", .reserved),
    ("100::1", .reserved), ("2001::1", .unspecified), ("2001:4:112::1", .reserved),
    ("2001:db8::1", .reserved), ("2001:200::1", .public), ("3fff::1", .reserved),
    ("3fff:1000::1", .public), ("2002:7f00:1::", .loopback), ("2002:808:808::1", .public),
    ("2002:c0a8:101::1", .private), ("fc00::1", .private), ("fd00:ec2::254", .private),
    ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .private),
    ("ff02::1", .multicast), ("4000::1", .reserved), ("1fff::1", .reserved),
    // Teredo: server 65.54.227.120, client 192.0.2.45, 8.8.8.8, and server 10.0.0.1.
    ("2001:0:4136:e378:8000:63bf:3fff:fdd2", .reserved),
    ("2001:0:4136:e378:8000:63bf:f7f7:f7f7", .public),
    ("2001:0:a00:1:8000:63bf:f7f7:f7f7", .private),
  ])
  func ipv6(_ text: String, _ expected: AddressClass) {
    #expect(AddressClass(text: text) == expected)
  }

  @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "[::1]", "fe80::1%lo", "0x7f.1", ":::"])
  func refusesOtherTexts(_ text: String) {
    #expect(AddressClass(text: text) == nil)
  }
}
