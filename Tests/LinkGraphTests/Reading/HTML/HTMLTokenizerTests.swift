import Testing

@testable import LinkGraph

/// The states of the standard (section 13.2.5) that decide what is a tag, an attribute, text or a
/// comment. Expected tokens were worked out by hand from the standard.
@Suite struct HTMLTokenizerTests {
  @Test(arguments: [
    ("", []),
    ("a", ["#a"]),
    ("a<", ["#a<"]),
    ("a</", ["#a</"]),
    ("1 < 2 <3 <= << >", ["#1 < 2 <3 <= << >"]),
    ("<a>", ["<a>"]),
    ("x<b>y</b>z", ["#x", "<b>", "#y", "</b>", "#z"]),
    ("</>x", ["#x"]),
    ("</ x>y", ["! x", "#y"]),
    ("</1>y", ["!1", "#y"]),
    ("<?php a ?>y", ["!?php a ?", "#y"]),
    ("<!x>y", ["!x", "#y"]),
    ("<!", ["!"]),
    ("<!-x>y", ["!-x", "#y"]),
    ("<?x", ["!?x"]),
    ("</ ", ["! "]),
    ("a\0b", ["#a\0b"]),
  ])
  func tagOpen(source: String, tokens: [String]) {
    expect(source, tokens)
  }

  @Test(arguments: [
    ("<a href=x>", ["<a href=\"x\">"]),
    ("<A HREF=X>", ["<A HREF=\"X\">"]),
    ("<a href='x y' id=\"z\">", ["<a href=\"x y\" id=\"z\">"]),
    ("<a\thref\n=\r\n'x'\u{0C}>", ["<a href=\"x\">"]),
    ("<a\n  href=\n  x\n>", ["<a href=\"x\">"]),
    ("<a href=x/>", ["<a href=\"x/\">"]),
    ("<a href=\"x\"/>", ["<a href=\"x\"/>"]),
    ("<br/>", ["<br/>"]),
    ("<br / >", ["<br>"]),
    ("<br //>", ["<br/>"]),
    ("<a/href=x>", ["<a href=\"x\">"]),
    ("<a href/id>", ["<a href=\"\" id=\"\">"]),
    ("<a href=>", ["<a href=\"\">"]),
    ("<a href= >", ["<a href=\"\">"]),
    ("<a href=''>", ["<a href=\"\">"]),
    ("<a =x=y>", ["<a =x=\"y\">"]),
    ("<a href==x>", ["<a href=\"=x\">"]),
    ("<a href=\"a\"id=\"b\">", ["<a href=\"a\" id=\"b\">"]),
    ("<a id=1 ID=2 x=3 X=4 y=5>", ["<a id=\"1\" x=\"3\" y=\"5\">"]),
    ("<a href=\"<b>\">", ["<a href=\"<b>\">"]),
    ("<a href=x\"y'z`<=>", ["<a href=\"x\"y'z`<=\">"]),
    ("<a 漢=字>", ["<a 漢=\"字\">"]),
    ("<a a&amp;=1>", ["<a a&amp;=\"1\">"]),
    ("<a\0b>", ["<a\0b>"]),
    ("<a<b>", ["<a<b>"]),
    ("</a href=x>y", ["</a>", "#y"]),
    ("</A/>y", ["</A>", "#y"]),
  ])
  func attributes(source: String, tokens: [String]) {
    expect(source, tokens)
  }

  @Test(arguments: [
    "<a", "<a ", "<a b", "<a b ", "<a b=", "<a b= ", "<a b=c", "<a b='", "<a b='c", "<a b='c'",
    "<a b='c' ", "<a /", "</a", "</a ", "</a b='", "<a\n",
  ])
  func unfinishedTagIsNoToken(source: String) {
    expect("x" + source, ["#x"])
  }

  @Test(arguments: [
    ("<!---->", [""]), ("<!-->", [""]), ("<!--->", [""]), ("<!-- a -->", [" a "]),
    ("<!--a--!>", ["a"]), ("<!--a-->", ["a"]), ("<!--a--->", ["a-"]), ("<!--a--!-->", ["a--!"]),
    ("<!----!>", [""]), ("<!---!>-->", ["-!>"]), ("<!--a->b-->", ["a->b"]),
    ("<!--a-- >b-->", ["a-- >b"]), ("<!--<!--a-->", ["<!--a"]), ("<!--<!-->", ["<!"]),
    ("<!--<!--->", ["<!-"]), ("<!--a", ["a"]), ("<!--a-", ["a"]), ("<!--a--", ["a"]),
    ("<!--a--!", ["a"]), ("<!--a---", ["a-"]), ("<!--", [""]), ("<!---", [""]), ("<!----", [""]),
    ("<!---!", ["-!"]), ("<!--a\n--\n>-->", ["a\n--\n>"]), ("<!--<a href=x>-->", ["<a href=x>"]),
  ])
  func comments(source: String, data: [String]) {
    expect(source, data.map { "!" + $0 })
  }

  @Test(arguments: [
    "<!DOCTYPE html>", "<!doctype>", "<!dOcTyPe html PUBLIC \"-//W3C//DTD\" 'x'>",
    "<!DOCTYPE html SYSTEM \"a>", "<!DOCTYPEhtml [ <!ENTITY x 'y'>",
  ])
  func doctypeIsSkippedToItsFirstGreaterThan(source: String) {
    expect(source + "x", ["#x"])
  }

  @Test func doctypeWithoutEnd() {
    expect("<!DOCTYPE html", [])
    expect("<!DOCTYP>x", ["!DOCTYP", "#x"])
  }

  @Test func cdataOnlyInForeignContent() {
    let source = "<![CDATA[<a>&amp;]]]>x"
    #expect(TokenRecorder.read(source, foreign: true).tokens == ["#<a>&amp;]x"])
    expect(source, ["![CDATA[<a", "#&]]]>x"])
    #expect(TokenRecorder.read("<![CDATA[]]>", foreign: true).tokens == [])
    #expect(TokenRecorder.read("<![CDATA[a]]", foreign: true).tokens == ["#a]]"])
    #expect(TokenRecorder.read("<![cdata[a]]>", foreign: true).tokens == ["![cdata[a]]"])
  }

  @Test(arguments: [
    ("<title><a>&amp;</a></TITLE >x", ["<title>", "#<a>&</a>", "</TITLE>", "#x"]),
    ("<textarea></textareas></textarea/>", ["<textarea>", "#</textareas>", "</textarea>"]),
    ("<title>a</title", ["<title>", "#a</title"]),
    ("<title>a</title x='", ["<title>", "#a"]),
    ("<style><a>&amp;<!--</style>-->", ["<style>", "#<a>&amp;<!--", "</style>", "#-->"]),
    ("<xmp></style></xmp\n>", ["<xmp>", "#</style>", "</xmp>"]),
    ("<iframe><a></iframe>", ["<iframe>", "#<a>", "</iframe>"]),
    ("<noscript><a></noscript>", ["<noscript>", "<a>", "</noscript>"]),
    ("<plaintext></plaintext>&amp;<a>", ["<plaintext>", "#</plaintext>&amp;<a>"]),
    ("<title>a<title>b</title>c", ["<title>", "#a<title>b", "</title>", "#c"]),
  ])
  func rawContent(source: String, tokens: [String]) {
    expect(source, tokens)
  }

  @Test(arguments: [
    "a<b>&lt;c", "<!--<script></script>-->",
    "<!-- <script >a</script/>b -->", "<!--<scripts>-->", "<!--<SCRIPT>a</SCRIPT>-->",
    "</scripts></ script>", "<!--<script>a</scripts></script>-->", "<!--<script/a</script\n>-->",
    "<!--<script></script><script></script>-->",
  ])
  func scriptHidesItsContent(content: String) {
    expect("<script>\(content)</script>x", ["<script>", "#" + content, "</script>", "#x"])
  }

  @Test(arguments: [
    ("<!--</script>-->", "<!--", "-->"),
    ("<!--><script></script>-->", "<!--><script>", "-->"),
    ("<!---><script></script>", "<!---><script>", ""),
    ("<!--<script>--></script>x", "<!--<script>-->", "x"),
    ("<!--<script></script></script>-->", "<!--<script></script>", "-->"),
    ("<!-<script></script>", "<!-<script>", ""),
  ])
  func scriptEnds(source: String, content: String, rest: String) {
    expect(
      "<script>" + source,
      ["<script>", "#" + content, "</script>"] + (rest.isEmpty ? [] : ["#" + rest]))
  }

  @Test func unfinishedScriptIsText() {
    expect("<script><!--<script></script>", ["<script>", "#<!--<script></script>"])
    expect("<script>a</script", ["<script>", "#a</script"])
  }

  @Test func elementsOfOtherContentModelsInForeignContent() {
    let recorder = TokenRecorder.read("<title><a></title><script><b></script>", foreign: true)
    #expect(recorder.tokens == ["<title>", "<a>", "</title>", "<script>", "<b>", "</script>"])
  }

  @Test func placesAreExact() {
    let recorder = TokenRecorder.read("é<a\nhref='x'>&amp;</a\n><br/>")
    #expect(recorder.places == ["a 2..<14", "a 19..<24", "br 24..<29"])
    let source = Array("<a  href = \"x&amp;y\" id>".utf8)
    var places = AttributePlaces()
    HTMLTokenizer.tokenize(source.span, into: &places)
    #expect(places.names == [4..<8, 21..<23])
    #expect(places.values == [12..<19, 23..<23])
    #expect(places.hasReferences == [true, false])
    #expect(places.quotes == [UInt8(ascii: "\""), 0])
  }

  @Test func contentModelGoesOnInTheNextStretch() {
    let source = Array("<script><a></script><b>".utf8)
    var tokenizer = HTMLTokenizer()
    var recorder = TokenRecorder()
    tokenizer.tokenize(source.span, 0..<8, into: &recorder)
    #expect(tokenizer.contentModel == .scriptData)
    tokenizer.tokenize(source.span, 8..<source.count, into: &recorder)
    #expect(recorder.tokens == ["<script>", "#<a>", "</script>", "<b>"])
    #expect(tokenizer.contentModel == .data)
  }

  /// Neither a tag of 200,000 attributes nor one of 200,000 unfinished quotes takes long.
  @Test(.timeLimit(.minutes(1))) func hostileTagsTakeLinearTime() {
    var many = "<a"
    for index in 0..<200_000 { many += " x\(index) X\(index)" }
    let recorder = TokenRecorder.read(many + ">")
    #expect(recorder.tokens.count == 1)
    #expect(recorder.tokens[0].utf8.count { $0 == UInt8(ascii: "x") } == 200_000)
    let opened = String(repeating: "<a href=\"x>", count: 200_000)
    #expect(TokenRecorder.read(opened).misplaced.isEmpty)
    #expect(TokenRecorder.read(String(repeating: "<!--", count: 200_000)).tokens.count == 1)
    let scripts = String(repeating: "<script><!--", count: 200_000)
    #expect(TokenRecorder.read(scripts).tokens.count == 2)
  }

  private func expect(
    _ source: String, _ tokens: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let recorder = TokenRecorder.read(source)
    #expect(recorder.tokens == tokens, sourceLocation: sourceLocation)
    #expect(recorder.misplaced.isEmpty, sourceLocation: sourceLocation)
  }
}

/// Keeps the places of attributes.
private struct AttributePlaces: HTMLTokenSink {
  var names: [Range<Int>] = []
  var values: [Range<Int>] = []
  var hasReferences: [Bool] = []
  var quotes: [UInt8] = []
  var isInForeignContent: Bool { false }

  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel {
    names += tag.attributes.map(\.name)
    values += tag.attributes.map(\.value)
    hasReferences += tag.attributes.map(\.hasReferences)
    quotes += tag.attributes.map(\.quote)
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
