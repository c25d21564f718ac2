import Testing

@testable import LinkGraph

@Suite struct DecimalTests {
  @Test(arguments: [0, 7, -1, 10, -10, 99, 100, 1_234_567_890, Int.min, Int.max])
  func writesWhatTheStandardLibraryDoes(_ number: Int) {
    var bytes: [UInt8] = [0x78]
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == "x\(number)")
  }

  @Test func writesTheLargestUnsigned() {
    var bytes: [UInt8] = []
    bytes.append(decimal: UInt64.max)
    bytes.append(decimal: UInt32.max)
    #expect(String(decoding: bytes, as: UTF8.self) == "\(UInt64.max)\(UInt32.max)")
  }
}
