import Testing

@testable import LinkGraph

@Suite("References in CSS")
struct CSSReferencesTests {
  /// `@` before an address marks an import.
  static let sheets: [(css: String, expected: [String])] = [
    ("a{background:url(a.png)}", ["a.png"]),
    ("a{background:url( \n a.png\t)}", ["a.png"]),
    ("a{background:url('a b.png')}", ["a b.png"]),
    ("a{background:url( \"a.png\" ) , url(b.png)}", ["a.png", "b.png"]),
    ("a{background:URL(a.png)}", ["a.png"]),
    (#"a{background:u\72l(a.png)}"#, ["a.png"]),
    (#"a{background:\55 RL("a.png")}"#, ["a.png"]),
    (#"a{background:url(a\28 1\)\26 b.png)}"#, ["a(1)&b.png"]),
    (#"a{background:url("a\"b\26 c\n.png")}"#, ["a\"b&cn.png"]),
    ("a{background:url(\"a\\\nb.png\")}", ["ab.png"]),
    ("a{background:url('a\\\r\nb.png')}", ["ab.png"]),
    (#"a{background:url(\4e2d\6587 .png)}"#, ["中文.png"]),
    (
      #"a{background:url(\0.png) , url(\d800 x) , url(\110000x)}"#,
      ["\u{FFFD}.png", "\u{FFFD}x", "\u{FFFD}x"]
    ),
    ("a{background:url(中文.png)}", ["中文.png"]),
    ("a{background:url(data:image/png;base64,AA==)}", ["data:image/png;base64,AA=="]),
    ("a{background:url(a.png", ["a.png"]),
    ("a{background:url('a.png", ["a.png"]),
    // Empty addresses name nothing.
    ("a{background:url() , url('') , url( )}", []),
    // Comments and strings hold no references; a comment in an address is part of it.
    ("/* url(a.png) */ a{content:'url(b.png)'}", []),
    ("a{background:url(/*a*/b.png)}", ["/*a*/b.png"]),
    ("a{background:url/**/(a.png)}", []),
    ("a{/* ** */background:/**/url(a.png)/* unclosed }", ["a.png"]),
    // Only functions named url.
    ("a{b:xurl(a.png) 12url(b.png) #url(c.png) @url(d.png) -url(e.png) url2(f.png)}", []),
    ("a{b:+url(a.png),1 url(b.png).5url(c.png)1e3url(d.png)1e-url(e.png)}", ["a.png", "b.png"]),
    (
      "a{src:local('x'),url(a.woff) format('woff'),url('b.ttf') format(\"truetype\")}",
      ["a.woff", "b.ttf"]
    ),
    ("a{background:src('a.png') src(\"b.png\" x('c'))}", ["a.png", "b.png"]),
    ("a{background:url('a.png' 'b.png' x('c.png'))}", ["a.png"]),
    (
      "a{background:image-set('a.png' 1x, url(b.png) 2x, 'c.png' type('image/png') 3x)}",
      ["a.png", "b.png", "c.png"]
    ),
    ("a{background:-webkit-image-set('a.png' 1x)} b{content:'c.png'}", ["a.png"]),
    // Bad addresses end at their bracket, bad strings at the line.
    ("a{b:url(a b.png);c:url(c.png)}", ["c.png"]),
    ("a{b:url(a'b.png) url(c(d.png);e:url(f.png)}", ["f.png"]),
    (#"a{b:url(a b\)c) url(d.png)}"#, ["d.png"]),
    ("a{b:'x\nurl(a.png)}", ["a.png"]),
    ("a{b:url('x\n) url(a.png)}", ["a.png"]),
    ("a{b:url(a\\\nb) url(c.png)}", ["c.png"]),
    ("a{b:url(a\u{1}b) url(c.png)}", ["c.png"]),
    // At-rules.
    ("@import 'a.css';", ["@a.css"]),
    ("@import url(a.css) screen;@import/**/\"b.css\"layer(x);", ["@a.css", "@b.css"]),
    ("@IMPORT URL( 'a.css' ) supports(background:url(b.png));", ["@a.css"]),
    (#"@\69mport "a\.css";"#, ["@a.css"]),
    ("@charset 'utf-8';@layer a,b;<!-- @import 'a.css'; -->a{b:url(c)}", ["@a.css", "c"]),
    ("a{} @import 'a.css';", []),
    ("@layer a{} @import 'a.css';", []),
    ("@media print{@import 'a.css';}", []),
    ("@namespace 'urn:a';@import 'a.css';", []),
    ("@import x 'a.css';@import 'b.css", ["@b.css"]),
    ("@namespace url(http://www.w3.org/1999/xhtml);@namespace svg 'urn:b';a{b:url(c)}", ["c"]),
    ("@supports (background:url(a.png)){b{c:url(d.png)}}", ["d.png"]),
    ("@document url(http://a/),domain('b'){a{b:url(c.png)}}", ["c.png"]),
    ("@font-face{src:url(a.woff)}@media print{a{b:url(c)}}", ["a.woff", "c"]),
    ("@media x{a{@media y{b:url(c)}d:url(e)}}", ["c", "e"]),
    // Brackets that do not match mean nothing.
    ("a{b:c(};@media url(d);)e:url(f)}", ["d", "f"]),
    ("}}a{b:url(c)}", ["c"]),
  ]

  @Test(arguments: sheets.indices)
  func stylesheet(_ index: Int) {
    let (css, expected) = Self.sheets[index]
    #expect(scan(css, .stylesheet) == expected, "\(css)")
  }

  @Test(arguments: [
    ("background:url(a.png);color:red", ["a.png"]),
    ("@import 'a.css';b:url(c)", ["c"]),
    ("{a:url(b)}", ["b"]),
    ("a:'b;c:url(d)", []),
  ])
  func declarations(_ css: String, _ expected: [String]) {
    #expect(scan(css, .declarations) == expected)
  }

  @Test("ranges are the address as written, within the given range")
  func ranges() {
    let css = [UInt8](#"url(no)|a{b:url( a\26 b ) url("c") }@x{d:url(e)}|url(no)"#.utf8)
    let first = css.firstIndex(of: UInt8(ascii: "|")).map { $0 + 1 } ?? 0
    let last = css.lastIndex(of: UInt8(ascii: "|")) ?? 0
    var written: [String] = []
    CSSReferences.scan(css.span, in: first..<last, context: .stylesheet) {
      (_: Span<UInt8>, range: Range<Int>, _: Bool) in
      written.append(String(decoding: css[range], as: UTF8.self))
    }
    #expect(written == [#"a\26 b"#, "c", "e"])
  }

  @Test func errorsOfTheBodyAreThrown() {
    struct Enough: Error {}
    let css = [UInt8]("a{b:url(c) url(d)}".utf8)
    var count = 0
    #expect(throws: Enough.self) {
      try CSSReferences.scan(css.span, in: 0..<css.count, context: .stylesheet) {
        (_: Span<UInt8>, _: Range<Int>, _: Bool) throws(Enough) in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }

  @Test(
    "any bytes end, in time that grows with their number",
    arguments: [
      "(", "{", "url(", "url('", "image-set('x' ", "@import ", "/*", "\\", "'\\", "@media(", "-",
      "1e",
      ")}", "url(\\", "@import url(\"",
    ])
  func repeated(_ piece: String) {
    let css = String(repeating: piece, count: 100_000)
    _ = scan(css, .stylesheet)
    _ = scan(css, .declarations)
  }

  @Test func everyPrefixEnds() {
    let css = Self.sheets.map(\.css).joined(separator: "\n")
    let bytes = [UInt8](css.utf8)
    for length in 0..<bytes.count {
      CSSReferences.scan(bytes.span, in: 0..<length, context: .stylesheet) {
        (url: Span<UInt8>, range: Range<Int>, _: Bool) in
        #expect(!url.isEmpty && range.upperBound <= length)
      }
    }
  }

  private func scan(_ css: String, _ context: CSSReferences.Context) -> [String] {
    let bytes = [UInt8](css.utf8)
    var found: [String] = []
    CSSReferences.scan(bytes.span, in: 0..<bytes.count, context: context) {
      (url: Span<UInt8>, _: Range<Int>, isImport: Bool) in
      found.append((isImport ? "@" : "") + url.string)
    }
    return found
  }
}
