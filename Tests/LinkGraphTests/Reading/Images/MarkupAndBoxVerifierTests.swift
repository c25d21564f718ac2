import Testing

@testable import LinkGraph

/// SVG, AVIF and HEIF.
@Suite struct MarkupAndBoxVerifierTests {
  typealias Fixture = ImageFixture

  @Test(arguments: [
    "<svg/>", "<svg xmlns='a>b'\n/>", "<svg></svg>", "\u{feff}<svg></svg >\n<!-- end -->",
    "<s:svg xmlns:s='x'><s:g/></s:svg>", "<svg><a></a><?php ?></svg>",
    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\"><svg/>",
    "<!DOCTYPE svg [<!-- ' --> <?x ]> ?> <!ENTITY e \"]>\">]><svg/>",
  ])
  func wholeSVG(_ text: String) {
    #expect(
      Fixture.verdict(Array(text.utf8), "svg") == .intact(.svg, width: nil, height: nil))
    for big in [true, false] {
      let wide = Array(("\u{feff}" + text.filter { $0 != "\u{feff}" }).utf16).flatMap {
        big ? Fixture.be(Int($0), 2) : Fixture.le(Int($0), 2)
      }
      #expect(Fixture.defect(wide, "svg") == nil)
    }
  }

  @Test(arguments: [
    "<svg>", "<svg", "<svg><g></g>", "<svg><!-- </svg>", "<svg><![CDATA[ </svg>", "<svg a='></svg>",
    "<svg><g></svg",
  ])
  func cutSVG(_ text: String) {
    #expect(Fixture.defect(Array(text.utf8), "svg") == .truncated)
  }

  @Test func otherRootsAreNotSVG() {
    #expect(Fixture.defect(Array("<svgs></svgs>".utf8), "svg") == .notAnImage)
    #expect(Fixture.defect(Array("<rss><svg/></rss>".utf8), "svg") == .notAnImage)
    #expect(Fixture.defect(Array("<html><svg/></html>".utf8), "svg") == .htmlPage)
  }

  @Test func deepSVGNeedsNoStack() {
    let depth = 200_000
    let open = [UInt8]("<svg>".utf8) + (0..<depth).flatMap { _ in [UInt8]("<g>".utf8) }
    #expect(Fixture.defect(open, "svg") == .truncated)
    let closed = open + (0..<depth).flatMap { _ in [UInt8]("</g>".utf8) } + [UInt8]("</svg>".utf8)
    #expect(Fixture.defect(closed, "svg") == nil)
  }

  @Test(arguments: [
    (["avif"], "av1C", ImageFormat.avif), (["avis", "msf1"], "av1C", .avif),
    (["mif1", "avif"], "av1C", .avif), (["mif1"], "av1C", .avif), (["mif1"], "hvcC", .heif),
    (["heix"], "hvcC", .heif), (["mif1", "heic"], "hvcC", .heif),
  ])
  func brandsTellTheFormat(_ brands: [String], _ codec: String, _ format: ImageFormat) {
    let bytes = Fixture.isoMedia(brands: brands, codec: codec)
    #expect(Fixture.verdict(bytes, "heic") == .intact(format, width: 64, height: 48))
  }

  @Test func videoIsNotAnImage() {
    let bytes = Fixture.isoMedia(brands: ["isom", "mp42"], codec: "avcC")
    #expect(Fixture.defect(bytes, "avif") == .notAnImage)
  }

  @Test func boxesAndItemsMustLieInTheFile() {
    let large = Fixture.isoMedia(brands: ["avif"], codec: "av1C", largeData: true)
    #expect(Fixture.defect(large, "avif") == nil)
    #expect(Fixture.defect(Array(large.dropLast()), "avif") == .truncated)
    let item = Fixture.isoMedia(brands: ["avif"], codec: "av1C", itemLength: 11)
    #expect(Fixture.defect(item, "avif") == .truncated)
    #expect(Fixture.message(item, "avif").contains("item 1 should have 11 bytes"))
    // Extents of no bytes at all, 65,535 for each item: not worth a loop.
    var empty = Fixture.be(0, 4) + [0, 0] + Fixture.be(60_000, 2)
    for _ in 0..<60_000 { empty += Fixture.be(1, 2) + Fixture.be(0, 2) + Fixture.be(65_535, 2) }
    let hostile =
      Fixture.box("ftyp", Array("avif".utf8) + Fixture.be(0, 4))
      + Fixture.box("meta", Fixture.be(0, 4) + Fixture.box("iloc", empty))
    #expect(Fixture.defect(hostile, "avif") == nil)
    // A box of length 0 reaches to the end.
    var open = Fixture.isoMedia(brands: ["avif"], codec: "av1C")
    open[open.count - 15] = 0
    #expect(Fixture.defect(open, "avif") == nil)
    let bare = Fixture.box("ftyp", Array("avif".utf8) + [0, 0, 0, 0])
    #expect(Fixture.defect(bare, "avif") == .truncated)
  }
}
