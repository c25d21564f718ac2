import Testing

@testable import LinkGraph

@Suite struct MarkupDamageTests {
  @Test(arguments: [
    ("<ahref=\"https://x/y\" rel=\"nofollow\"><b>z</b></a>", "a href https://x/y"),
    ("<Ahref='x y'>", "a href x"),
    ("<AHREF=x>y", "a href x"),
    ("<imgsrc=x.png>", "img src x.png"),
    ("<imgsrcset='a.png 1x'>", "img srcset a.png"),
    ("<linkhref=x>", "link href x"), ("<iframesrc=\"x\">", "iframe src x"),
    ("<areahref=x>", "area href x"), ("<sourcesrc=x>", "source src x"),
    ("<basehref=x>", "base href x"), ("<formaction=x>", "form action x"),
    ("<buttonformaction=x>", "button formaction x"), ("<imgdata-src=x>", "img dataSrc x"),
    ("<ahref = \"x\">", "a href x"), ("<ahref\n=\nx>", "a href x"), ("<ahref=\"x", "a href x"),
    ("<ahref=x", "a href x"), ("<videoposter=x>", "video poster x"),
  ])
  func fusedAttribute(source: String, damage: String) {
    #expect(TokenRecorder.read("a" + source).damages == ["fusedAttribute " + damage])
  }

  @Test(arguments: [
    ("<img src=\"https://x/y.jpg", "img src https://x/y.jpg"),
    ("<img src=https://x/y.jpg", "img src https://x/y.jpg"),
    ("<img src=\"https://x/y.jpg\"", "img src https://x/y.jpg"),
    ("<img src=\"x.jpg\" alt=\"y > z", "img src x.jpg"),
    ("<img src=\"x.jpg\" alt", "img src x.jpg"),
    ("<a href=\"https://x\"\nand all the rest of it", "a href https://x"),
    ("<a href='x y\n", "a href x"), ("<a id=z href=x", "a href x"),
    ("<img src=", "img src "), ("<img src=\"", "img src "), ("<img src= ", "img src "),
    ("<img src='a b.jpg' ", "img src a b.jpg"), ("<img srcset='a.jpg, b", "img srcset a.jpg"),
  ])
  func endOfFileInTag(source: String, damage: String) {
    let recorder = TokenRecorder.read("a" + source)
    #expect(recorder.damages == ["endOfFileInTag " + damage])
    #expect(recorder.tokens == ["#a"])
  }

  @Test func everyAddressOfAnUnfinishedTag() {
    #expect(
      TokenRecorder.read("<video src=\"a\" poster=\"b\" ").damages == [
        "endOfFileInTag video src a", "endOfFileInTag video poster b",
      ])
  }

  @Test func endOfFileInQuoteSwallowsWhatFollows() {
    let source = "<a href=\"https://x>y</a> <img src='z.png'> <ahref='w'> <a href='v"
    #expect(
      TokenRecorder.read(source).damages == [
        "endOfFileInTag a href https://x", "swallowed img src z.png", "fusedAttribute a href w",
        "endOfFileInTag a href v",
      ])
  }

  @Test(arguments: [
    ("<a href=\"https://x\" text</a>", ["unclosedTag a href https://x"]),
    ("<a href=\"https://x\"</a>", ["unclosedTag a href https://x"]),
    ("<a href=\"x\" <img src=\"y\">", ["swallowed img src y"]),
    ("<a href=\"x\" <a href=\"y\">", ["swallowed a href y"]),
    ("<td <a href=\"x\">", ["swallowed a href x"]),
  ])
  func unclosedTag(source: String, damages: [String]) {
    #expect(TokenRecorder.read(source).damages == damages)
  }

  @Test(arguments: [
    (
      "<a href=\"https://x>text</a> <a href=\"https://y\">z</a>",
      ["unclosedQuote a href https://x", "swallowed a href https://y"]
    ),
    ("<a href=\"x>text</a> <p class=\"c\">", ["unclosedQuote a href x"]),
    ("<a href='x>text</a> <p title=' c'>", ["unclosedQuote a href x"]),
    ("<a href=\"x>text</a> said \"so\" <p>", ["unclosedQuote a href x"]),
    ("<img src=\"x.jpg alt=\"two words\">", ["unclosedQuote img src x.jpg"]),
    ("<a href=\"x\n>text</a>\n<b id=\"c\">", ["unclosedQuote a href x"]),
    (
      "<a href=\"x>a</a><img src='b.png'><p class=\"c\">",
      ["unclosedQuote a href x", "swallowed img src b.png"]
    ),
  ])
  func unclosedQuote(source: String, damages: [String]) {
    let recorder = TokenRecorder.read(source)
    #expect(recorder.damages == damages)
    #expect(recorder.tokens.first?.hasPrefix("<a") == true || source.hasPrefix("<img"))
  }

  @Test(arguments: [
    ("<a href\"https://x\">", "a href https://x"), ("<img class=a src'b c'>", "img src b"),
  ])
  func missingEqualsSign(source: String, damage: String) {
    #expect(TokenRecorder.read(source).damages == ["missingEqualsSign " + damage])
  }

  @Test(arguments: [
    "<a href=x/>", "<a href=\"a\"title=\"b\">", "<ahref>", "<ahref >", "<ahref title=x>", "<aside>",
    "<my-element href=x>", "<a href=\"x\">text</a>", "<a href=''>", "<img src>", "<a href",
    "<a href=\"?a=<b>\">", "<a href=\"?a=<b>\"title=\"c\">", "<a href=\"?a>b\"download>",
    "<a href=\"\n x\n\"title=\"c\">", "<a title=\"<a href=\" href=\"x\">", "<p title=\"a=\">",
    "<a href=\"?a=\">", "<a href=\"?a=\"title=\"b\">", "<a href=\"x\" <?php b() ?>>",
    "<a href=\"x\" <%= b %>>", "<p <b>", "<div class=\"a\" <b>c</b>", "<span title=\"a",
    "<p class=x",
    "<a name=\"x\"", "<!-- <ahref=\"x\"> -->", "<title><ahref=\"x\"></title>", "</a href=\"x",
    "<a href=x\"y>", "<a href=\"x\"\"y\">", "<bsrc=x>", "<ahrefs=x>", "<xahref=x>",
    "<a hrefs\"x\">",
    "<a href='x' data-y='{\"a\":\"<b>\"}'>", "<a onclick=\"a('b')\"href=\"x\">",
    "<script><ahref='x'>",
    "<a href=\"a b=c\">", "<a href=\"a b=\" title=\"c\">", "<img src=\"a\" alt=\"b>c\"class=\"d\">",
    "<meta content=\"0; url=x\"http-equiv=refresh>", "<a href=\"x\"\nclass=\"y\"\n>", "a < b",
    "<a href=\"a>b\"@click=\"c\">", "<a href=\"a>b\":d=\"c\">",
  ])
  func noFalseAlarm(source: String) {
    #expect(TokenRecorder.read(source).damages == [])
  }

  @Test(
    "what HTML reads as an odd attribute leaves the link as it is",
    arguments: [
      "<a href=\"b.html\" target=\"_blank\"<span>T</span></a>", "<a href=\"b.html\"<b>T</b></a>",
      "<a href=b.html <b>T</b></a>", "<a href=\"b.html\"class=\"c\"<i>T</i></a>",
      "<a href=\"b.html\"<br/>T</a>", "<a href=\"b.html\" <!-- c -->T</a>",
      "<a href=\"b.html\",>T</a>", "<a href=\"b.html\";title=\"t\">T</a>",
      "<a href='b.html'\">T</a>", "<a href=\"b.html\"\">T</a>", "<a/href=\"b.html\">T</a>",
      "<a . href=\"b.html\">T</a>", "<a href=\"b.html\"/target=\"_blank\">T</a>",
      "<a <b href=\"b.html\">T</b></a>", "<a href=\"b.html\"</span>T</a>",
      "<a href =\n \"b.html\"<em class=\"x\">T</em></a>",
      "<a class=\"x\"<span href=\"b.html\">T</span></a>", "<a title=\"t\"\"href=\"b.html\">T</a>",
    ])
  func oddAttributes(source: String) {
    #expect(TokenRecorder.read(source).damages == [], "\(source)")
    let page = ReadPage(source)
    if source.contains("\"\"href") { return }
    #expect(page.references == ["anchor b.html"], "\(source)")
    #expect(page.reading.references.allSatisfy { $0.damage == nil })
  }

  @Test(
    "a quote within a placeholder ends no address",
    arguments: [
      "<a href=\"<?php echo url(\"x\"); ?>\">T</a>", "<a href=\"<%= link \"x\" %>\">T</a>",
      "<a href=\"{{ \"css/x.css\" | relURL }}\">T</a>",
      "<img src=\"{% static \"a.png\" %}\" alt=\"b\">",
    ])
  func quotesInPlaceholders(source: String) {
    #expect(TokenRecorder.read(source).damages == [], "\(source)")
  }

  @Test func tagsOfReportedAddressesSaySo() {
    let bytes = Array("<a href=\"x\" y</a><a href=z><td <a href=w>".utf8)
    var sink = DamagedTags()
    HTMLTokenizer.tokenize(bytes.span, into: &sink)
    #expect(sink.isDamaged == [true, false, false])
  }
}

/// Keeps which tags are damaged.
private struct DamagedTags: HTMLTokenSink {
  var isDamaged: [Bool] = []
  var isInForeignContent: Bool { false }

  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel {
    isDamaged.append(tag.isDamaged)
    return .data
  }

  mutating func endTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {}
  mutating func text(_ range: Range<Int>, in source: Span<UInt8>) {}
  mutating func reference(
    _ decoded: Span<UInt8>, at range: Range<Int>, in source: Span<UInt8>
  ) {}
  mutating func comment(_ range: Range<Int>, in source: Span<UInt8>) {}
  mutating func damage(_ damage: MarkupDamage, in source: Span<UInt8>) {}
}
