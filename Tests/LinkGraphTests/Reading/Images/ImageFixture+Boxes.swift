@testable import LinkGraph

extension ImageFixture {
  static let svg = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- drawn > by hand -->
    <!DOCTYPE svg [ <!ENTITY a "<b>"> ]>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>a &gt; b</title>
    <style><![CDATA[ a > b { fill: red } </svg> ]]></style><path d="M0 0h9" data-x="/>"/></svg>
    """

  static func box(_ type: String, _ payload: [UInt8]) -> [UInt8] {
    be(payload.count + 8, 4) + Array(type.utf8) + payload
  }

  /// A file of one item of ten bytes, 64 x 48 pixels large, with a thumbnail of 200 x 150.
  static func isoMedia(
    brands: [String], codec: String, itemLength: Int = 10, largeData: Bool = false
  ) -> [UInt8] {
    let type = box(
      "ftyp", Array(brands[0].utf8) + be(0, 4) + brands.flatMap { Array($0.utf8) })
    func meta(_ offset: Int) -> [UInt8] {
      let location: [UInt8] =
        be(0, 4) + [0x44, 0x00] + be(1, 2)
        + be(1, 2) + be(0, 2) + be(1, 2) + be(offset, 4) + be(itemLength, 4)
      let properties =
        box(
          "ipco",
          box("ispe", be(0, 4) + be(200, 4) + be(150, 4)) + box(codec, [0x81, 0, 0, 0])
            + box("ispe", be(0, 4) + be(64, 4) + be(48, 4)))
        + box("ipma", be(0, 4) + be(1, 4) + be(1, 2) + [2, 0x82, 0x03])
      return box(
        "meta",
        be(0, 4) + box("pitm", be(0, 4) + be(1, 2)) + box("iloc", location)
          + box("iprp", properties))
    }
    let data: [UInt8] = [UInt8](repeating: 0xab, count: 10)
    let header: [UInt8] =
      largeData ? be(1, 4) + Array("mdat".utf8) + be(26, 8) : be(18, 4) + Array("mdat".utf8)
    return type + meta(type.count + meta(0).count + header.count) + header + data
  }
}
