import Testing

@testable import LinkGraph

@Suite("Reading XML")
struct XMLReaderTests {
  @Test("elements, attributes and text come with their places")
  func places() throws {
    let events = try read(
      """
      <?xml version="1.0"?><!-- <a href="no"/> --><?pi <b c="no"/>?>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:x = 'http://www.w3.org/1999/xlink' lang='a'
      ><a class="b" x:href = "c?d&amp;e&#x4e2d;" href='中'>中 f</a><![CDATA[<p q="no">]]><br/></html>
      """)
    let html = "{http://www.w3.org/1999/xhtml}"
    #expect(
      events == [
        "<html \(html) [<html]",
        "@lang {} a [a]",
        ">",
        "<a \(html) [<a]",
        "@class {} b [b]",
        "@href {http://www.w3.org/1999/xlink} c?d&e中 [c?d&amp;e&#x4e2d;]",
        "@href {} 中 [中]",
        ">",
        "\"中 f\" [中 f]",
        "</a",
        "\"<p q=\"no\">\" [<p q=\"no\">]",
        "<br \(html) [<br]",
        ">",
        "</br",
        "</html",
      ])
  }

  /// Each costs libxml2 more than its length.
  @Test(
    "too many attributes, defaults and prefixes end the reading",
    arguments: [
      ("<r " + (0..<1_001).map { "a\($0)='b' " }.joined() + "/>", "1000 attributes"),
      (
        "<!DOCTYPE r [<!ATTLIST r " + (0..<17).map { "a\($0) CDATA 'b' " }.joined() + ">]><r/>",
        "16 defaults"
      ),
      (
        "<r" + (0..<990).map { " xmlns:a\($0)='b'" }.joined() + "><s"
          + (990..<1_010).map { " xmlns:a\($0)='b'" }.joined() + "/></r>", "1000 namespace prefixes"
      ),
    ])
  func costly(document: String, message: String) throws {
    let failure = try #require(throws: XMLFailure.self) { try read(document) }
    #expect(failure.message.contains(message))
  }

  @Test(
    "as many attributes, defaults and prefixes as people write are read",
    arguments: [
      "<r " + (0..<1_000).map { "a\($0)='<b>' ".replacing("<", with: "&lt;") }.joined() + "/>",
      "<!DOCTYPE r [<!ATTLIST r " + (0..<16).map { "a\($0) CDATA 'b' " }.joined()
        + " c CDATA #IMPLIED>]><r/>",
      "<r>" + String(repeating: "<s xmlns:x='y'/>", count: 2_000) + "</r>",
      "<r>" + String(repeating: "a='b' ", count: 3_000) + "<!-- <s "
        + String(repeating: "a='b' ", count: 3_000)
        + "> --></r>",
    ])
  func notCostly(document: String) throws { #expect(try !read(document).isEmpty) }

  @Test("declarations of the document type are no tags, and their defaults have no place")
  func documentType() throws {
    let events = try read(
      """
      <!DOCTYPE r [ <!-- <r> ' --> <?x <r> " ?>
        <!ENTITY e "<b h='i'>j</b>"> <!ENTITY v "w">
        <!ATTLIST r k CDATA "l>" m CDATA #IMPLIED> ]><r m="&v;-&v;">&e;</r>
      """)
    #expect(
      events == [
        "<r {} [<r]", "@m {} w-w [&v;-&v;]", "@k {} l> []", ">",
        "<b {} []", "@h {} i []", ">", "\"j\" ?", "</b", "</r",
      ])
  }

  @Test("names of XHTML's entities are known where a document type is named")
  func namedEntities() throws {
    let type =
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://example.org/x.dtd\">"
    #expect(
      try read(type + "<p title='a&nbsp;b&mdash;'>&copy;</p>") == [
        "<p {} [<p]", "@title {} a\u{A0}b— [a&nbsp;b&mdash;]", ">", "\"©\" ?", "</p",
      ])
    // One that is not known is left out, as by every processor that does not read the document type.
    #expect(try read(type + "<p title='a&unknown;b'/>").contains("@title {} ab [a&unknown;b]"))
    #expect(throws: XMLFailure.self) { try read("<p>&nbsp;</p>") }
  }

  @Test("what is not well-formed fails, after the events before it")
  func failures() {
    var recorder = XMLRecorder([UInt8]("<a>\n<b c=\"d\">x</b>\n<e></f></a>".utf8))
    let source = recorder.source
    let failure = #expect(throws: XMLFailure.self) {
      try XMLReader.read(source.span, into: &recorder)
    }
    #expect(failure?.line == 3)
    #expect(failure?.message.contains("mismatch") == true)
    #expect(recorder.elements == 3)
  }

  @Test(arguments: [
    "", " ", "plain", "<", "<a", "<a>", "<a b>", "<a b='c' b='d'/>", "<a/><b/>",
    "<a>&undefined;</a>",
    "<a b='<'/>", "<1/>", "<a>\u{1}</a>", "\0<a/>", "<\0a\0/\0>\0", "<a></b>", "<!DOCTYPE", "<!--",
    "<a><![CDATA[", "<p:a xmlns:p='x'></a>", "<a>&#0;</a>", "{}", "<a b=c/>",
  ])
  func notXML(_ source: String) {
    #expect(throws: XMLFailure.self) { try read(source) }
  }

  @Test func notUTF8() {
    var recorder = XMLRecorder([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E])
    let source = recorder.source
    #expect(throws: XMLFailure.self) { try XMLReader.read(source.span, into: &recorder) }
  }

  @Test("the bytes are UTF-8, whatever the declaration says, and may begin with a mark")
  func encoding() throws {
    let body = "<?xml version=\"1.0\" encoding=\"gb2312\"?><a b=\"中\"/>"
    #expect(try read(body)[1] == "@b {} 中 [中]")
    var recorder = XMLRecorder([0xEF, 0xBB, 0xBF] + [UInt8](body.utf8))
    let source = recorder.source
    try XMLReader.read(source.span, from: 3, into: &recorder)
    #expect(recorder.events[1] == "@b {} 中 [中]")
  }

  @Test(
    "external entities and document types are not read",
    arguments: [
      "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a>x&b;</a>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\"><!ENTITY % p 'q'>%p;]><a>x&b;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><a>x</a>",
      "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY b SYSTEM 'x'>]><a>x&b;</a>",
      "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY b 'y'>\">%p;]><a>x&b;</a>",
    ])
  func externalEntities(_ source: String) throws {
    #expect(try read(source) == ["<a {} [<a]", ">", "\"x\" [x]", "</a"])
  }

  @Test func entitiesCannotExpandWithoutBound() {
    var source = "<!DOCTYPE a [<!ENTITY e0 'lol lol lol lol lol'>"
    for level in 1...12 {
      let before = String(repeating: "&e\(level - 1);", count: 10)
      source += "<!ENTITY e\(level) '\(before)'>"
    }
    #expect(throws: XMLFailure.self) { try read(source + "]><a>&e12;</a>") }
    #expect(throws: XMLFailure.self) { try read(source + "]><a b='&e12;'/>") }
    #expect(throws: XMLFailure.self) { try read("<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>") }
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(throws: XMLFailure.self) { try read(deep) }
  }

  @Test("text is placed also where libxml2 delivers it in pieces")
  func longText() throws {
    let text = String(repeating: "中文 abc\n", count: 500)
    var recorder = XMLRecorder([UInt8]("<s><![CDATA[\(text)]]>\(text)</s>".utf8))
    let source = recorder.source
    try XMLReader.read(source.span, into: &recorder)
    let pieces = recorder.events.filter { $0.hasPrefix("\"") }
    #expect(pieces.count > 2)
    for piece in pieces {
      let half = piece.dropFirst().prefix((piece.count - 5) / 2)
      #expect(piece == "\"\(half)\" [\(half)]")
    }
  }

  @Test("many documents at once")
  func threads() async throws {
    let document = "<r>" + String(repeating: "<a b='c'>d&amp;e</a>", count: 2000) + "</r>"
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask { @concurrent in
          var recorder = XMLRecorder([UInt8](document.utf8))
          let source = recorder.source
          try XMLReader.read(source.span, into: &recorder)
          return recorder.elements
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 2001, count: 16))
  }

  @discardableResult
  private func read(_ source: String) throws -> [String] {
    var recorder = XMLRecorder([UInt8](source.utf8))
    let bytes = recorder.source
    try XMLReader.read(bytes.span, into: &recorder)
    return recorder.events
  }
}
