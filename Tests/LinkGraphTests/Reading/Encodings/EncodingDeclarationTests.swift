import Testing

@testable import LinkGraph

@Suite("Declared encodings")
struct EncodingDeclarationTests {
  @Test(arguments: [
    (#"<meta charset="gb2312">"#, TextEncoding.gb18030),
    ("<META CHARSET=Big5>", .big5),
    ("<meta charset=' Shift_JIS '>", .shiftJIS),
    (#"<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">"#, .eucKR),
    (#"<meta content="text/html; charset=euc-kr" http-equiv=content-type>"#, .eucKR),
    (#"<meta http-equiv=Content-Type content="text/html;charset='latin1'">"#, .windows1252),
    (#"<meta content="charset charset = windows-1251;x" http-equiv=Content-Type />"#, .windows1251),
    ("<html><head><title>a</title><meta/charset=utf-8>", .utf8),
    ("<meta charset=utf-16le>", .utf8),
    ("<meta charset=x-user-defined>", .windows1252),
    ("<!-- <meta charset=big5> --><meta charset=gbk>", .gb18030),
    ("<!--><meta charset=gbk>", .gb18030),
    ("<a title='<meta charset=big5>'><meta charset=gbk>", .gb18030),
    ("<meta charset=nonsense><meta charset=gbk>", .gb18030),
    ("<meta charset=gbk charset=big5>", .gb18030),
    ("<?xml version='1.0' encoding='big5'?><html>", .big5),
    ("<?xml version='1.0' encoding='big5'?><meta charset=gbk>", .gb18030),
  ])
  func html(_ source: String, _ expected: TextEncoding) {
    #expect(declared(source, .html) == expected)
  }

  @Test(arguments: [
    "", "<", "<meta", "<meta charset", "<meta charset=", "<meta charset=gbk", "<meta charset='gbk",
    "<metacharset=gbk>", "<meta content='text/html; charset=gbk'>",
    "<meta http-equiv=refresh content='charset=gbk'>", "<!-- <meta charset=gbk>",
    "<a title='<meta charset=gbk>", "<meta content='charset=gbk' name=x http-equiv=>", "plain",
    "<meta http-equiv=content-type content='charset'>", "<!-- x -- <meta charset=gbk>",
    String(repeating: " ", count: 1020) + "<meta charset=gbk>",
  ])
  func htmlWithout(_ source: String) {
    #expect(declared(source, .html) == nil)
  }

  @Test func xml() {
    #expect(declared("<?xml version=\"1.0\" encoding = \"gb2312\" ?><a/>", .xml) == .gb18030)
    #expect(declared("<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>", .xml) == .utf8)
    #expect(declared("<?xml version=\"1.0\"?><a encoding='big5'/>", .xml) == nil)
    #expect(declared(" <?xml encoding='big5'?>", .xml) == nil)
    let wide: [UInt8] = [0x3C, 0, 0x3F, 0, 0x78, 0, 0x6D, 0]
    #expect(EncodingDeclaration.declared(in: wide.span, .xml) == .utf16LE)
    let swapped: [UInt8] = [0, 0x3C, 0, 0x3F, 0, 0x78, 0, 0x6D]
    #expect(EncodingDeclaration.declared(in: swapped.span, .html) == .utf16BE)
  }

  @Test func css() {
    #expect(declared("@charset \"big5\"; a{}", .css) == .big5)
    #expect(declared("@charset \"utf-16be\";", .css) == .utf8)
    for wrong in [
      "@charset 'big5';", "@CHARSET \"big5\";", " @charset \"big5\";", "@charset \"big5\"",
    ] {
      #expect(declared(wrong, .css) == nil)
    }
  }

  @Test func markdownDeclaresNothing() {
    #expect(declared("<meta charset=gbk>", .markdown) == nil)
  }

  /// A prefix of a page never makes the scan run out of bounds.
  @Test func everyPrefixEnds() {
    let page = [UInt8](
      "<!--x--><p a = 'b' c><?pi?></p><meta http-equiv='content-type' content='a; charset = \"gbk\"'>"
        .utf8)
    for length in 0...page.count {
      let head = Array(page[..<length])
      let found = EncodingDeclaration.declared(in: head.span, .html)
      #expect(found == (length == page.count ? .gb18030 : nil))
    }
  }

  private func declared(_ source: String, _ syntax: SourceSyntax) -> TextEncoding? {
    let bytes = [UInt8](source.utf8)
    return EncodingDeclaration.declared(in: bytes.span, syntax)
  }
}
