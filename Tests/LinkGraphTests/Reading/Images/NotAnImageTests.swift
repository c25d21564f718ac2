import Testing

@testable import LinkGraph

@Suite struct NotAnImageTests {
  @Test func namesGitLFSPointers() {
    let pointer = """
      version https://git-lfs.github.com/spec/v1
      oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
      size 12345

      """
    #expect(ImageFixture.defect(Array(pointer.utf8), "png") == .lfsPointer)
    #expect(
      ImageFixture.message(Array(pointer.utf8), "png")
        == "Git LFS pointer (oid sha256:4d7a.., 12,345 bytes), not the image itself")
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>404", "\u{feff}\n <!doctype HTML>", "<HTML><body>", "<script src=x>",
    "<!-- saved --><head>", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C\"><html>",
    "<h1>Not Found</h1>", "<title>x", "<body\n>",
  ])
  func namesPages(_ text: String) {
    for name in ["jpg", "svg", "tga", ""] {
      #expect(ImageFixture.defect(Array(text.utf8), name) == .htmlPage, "\(text) as \(name)")
    }
  }

  @Test(arguments: [
    ("404: Not Found", "text that begins \"404: Not Found\", not an image"),
    ("\r\n页面不存在\nx", "text that begins \"页面不存在\", not an image"),
    ("a\u{202e}b\u{1b}[31mc", "text that begins \"ab[31mc\", not an image"),
    ("%PDF-1.7", "a PDF document, not an image"),
    ("<?xml version='1.0'?><rss/>", "an XML document, not an image"),
    ("<headline>", "text that begins \"<headline>\", not an image"),
  ])
  func saysWhatItIs(_ text: String, _ message: String) {
    #expect(ImageFixture.defect(Array(text.utf8), "png") == .notAnImage)
    #expect(ImageFixture.message(Array(text.utf8), "png") == message)
  }

  @Test func cutsLongTextShort() {
    let text = String(repeating: "é", count: 400)
    let message = ImageFixture.message(Array(text.utf8), "png")
    #expect(message.contains(String(repeating: "é", count: 40) + "..."))
    #expect(message.count < 80)
  }

  @Test func showsUnknownBytes() {
    let message = ImageFixture.message([0xde, 0xad, 0, 1], "gif")
    #expect(message == "like no known image format, begins with the bytes de ad 00 01")
  }

  @Test func formatsThatAreNotCheckedAreNotAccused() {
    let tga: [UInt8] = [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 24, 0, 1, 2, 3]
    #expect(ImageFixture.verdict(tga, "tga") == .intact(.other, width: nil, height: nil))
    let psd = Array("8BPS".utf8) + [0, 1]
    #expect(ImageFixture.verdict(psd, "jpg") == .intact(.other, width: nil, height: nil))
    #expect(
      ImageFixture.verdict([0xff, 0x0a, 0xfa, 0x7f], "jxl")
        == .intact(.jpegXL, width: nil, height: nil))
  }

  @Test func compressedSVGGoesByItsName() {
    let gzip: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
    #expect(ImageFixture.verdict(gzip, "SVGZ") == .intact(.svg, width: nil, height: nil))
    #expect(ImageFixture.defect(gzip, "png") == .notAnImage)
  }

  @Test func headsOfFilesAreTruncatedNotForeign() {
    let heads: [([UInt8], String)] = [
      ([0x89], "png"), ([0x89, 0x50, 0x4e, 0x47], "png"), ([0xff], "jpg"), ([0xff, 0xd8], "jpg"),
      (Array("GI".utf8), "gif"), (Array("RIFF".utf8), "webp"), (Array("BM".utf8), "bmp"),
      (Array("<!-- drawn".utf8), "svg"), (Array("<svg".utf8), "svg"),
    ]
    for (bytes, name) in heads {
      #expect(ImageFixture.defect(bytes, name) == .truncated, "\(name)")
    }
  }
}
