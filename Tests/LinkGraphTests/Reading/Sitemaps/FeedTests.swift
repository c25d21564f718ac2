import Testing

@testable import LinkGraph

@Suite("Feeds")
struct FeedTests {
  @Test("RSS 2.0")
  func rss2() throws {
    let listed = try Listed(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
        xmlns:media="http://search.yahoo.com/mrss/"><channel>
        <title>News</title>
        <link>1️⃣http://example.org/</link>
        <atom:link href="http://example.org/feed" rel="self"/>
        <image><link>http://example.org/image</link><url>http://example.org/i.png</url></image>
        <item>
          <link>2️⃣http://example.org/1?a&amp;b</link>
          <guid>http://example.org/1?a&amp;b</guid>
          <comments>http://example.org/1#comments</comments>
          <source url="http://other.example/feed">Other</source>
          <media:content url="http://example.org/m.jpg"/>
        </item>
        <item><guid>3️⃣http://example.org/2</guid>
          <enclosure length="1" type="a/b" url=" 4️⃣http://example.org/2.mp3?x&amp;y "/></item>
        <item><guid isPermaLink="true">6️⃣http://example.org/3</guid>
          <link>5️⃣http://example.org/3b</link></item>
        <item><guid isPermaLink="False">http://example.org/4</guid>
          <link><![CDATA[7️⃣/relative]]></link></item>
        <item><guid>tag:example.org,2005:5</guid><link/></item>
      </channel></rss>
      """, at: "http://example.org/feeds/x.xml")
    #expect(listed.index.kind == .feed)
    #expect(listed.index.failure == nil)
    #expect(
      listed.lines == [
        "page 1 http://example.org/", "page 2 http://example.org/1?a&b",
        "media 4 http://example.org/2.mp3?x&y", "page 3 http://example.org/2",
        "page 5 http://example.org/3b", "page 6 http://example.org/3", "page 7 /relative",
      ])
    #expect(listed.resolved.last == "http://example.org/relative")
  }

  @Test("a guid's link that comes from an entity has its place too")
  func guidPlace() throws {
    let listed = try Listed(
      "<rss><channel><item><guid x='y'> 1️⃣&#x68;ttp://a/</guid></item></channel></rss>")
    #expect(listed.lines == ["page 1 http://a/"])
  }

  @Test("RSS 1.0, whose items stand beside the channel")
  func rss1() throws {
    let listed = try Listed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="http://example.org/rss"><link>1️⃣http://example.org/</link>
          <items><rdf:Seq><rdf:li rdf:resource="http://example.org/1"/></rdf:Seq></items></channel>
        <image rdf:about="x"><link>http://example.org/image</link></image>
        <item rdf:about="http://example.org/1"><title>A</title>
          <link>2️⃣http://example.org/1</link><dc:link>http://example.org/no</dc:link></item>
      </rdf:RDF>
      """)
    #expect(listed.index.kind == .feed)
    #expect(listed.lines == ["page 1 http://example.org/", "page 2 http://example.org/1"])
  }

  @Test("Atom: links that are alternates, and no others")
  func atom() throws {
    let listed = try Listed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://o.example/">
        <link rel="self" href="http://example.org/feed"/>
        <link href="1️⃣http://example.org/"/>
        <entry>
          <id>http://example.org/id</id>
          <link rel="Alternate" type="text/html" href="2️⃣http://example.org/1?a&amp;b"/>
          <link href="3️⃣http://example.org/2"
            rel="http://www.iana.org/assignments/relation/alternate"/>
          <link rel="enclosure" href="http://example.org/a.mp3"/>
          <link rel="edit" href="http://example.org/edit"/>
          <link/>
          <o:link href="http://example.org/other"/>
          <content type="xhtml">
            <div xmlns="http://www.w3.org/1999/xhtml"><link href="x"/></div></content>
          <source><link href="http://other.example/"/></source>
        </entry>
      </feed>
      """)
    #expect(listed.index.kind == .feed)
    #expect(
      listed.lines == [
        "page 1 http://example.org/", "page 2 http://example.org/1?a&b",
        "page 3 http://example.org/2",
      ])
    let entry = try Listed(
      "<entry xmlns='http://www.w3.org/2005/Atom'><link href='1️⃣http://example.org/e'/></entry>")
    #expect(entry.lines == ["page 1 http://example.org/e"])
  }

  @Test("xml:base holds for the element and what is in it")
  func xmlBase() throws {
    let source = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="sub/">
        <link href="a"/>
        <entry xml:base="http://other.example/x/y"><link href="b"/>
          <link href="c" xml:base="/d/"/><link href="http://abs.example/"/></entry>
        <entry><link href="e"/></entry>
        <entry xml:base="http://["><link href="f"/></entry>
        <entry xml:base=""><link href="?g"/></entry>
      </feed>
      """
    let listed = try Listed(source, at: "https://example.org/feeds/atom.xml")
    #expect(
      listed.resolved == [
        "https://example.org/feeds/sub/a", "http://other.example/x/b", "http://other.example/d/c",
        "http://abs.example/", "https://example.org/feeds/sub/e", "https://example.org/feeds/sub/f",
        "https://example.org/feeds/sub/?g",
      ])
    // Without the document's URL, what is relative is no URL.
    #expect(
      try Listed(source).resolved.map { $0 == "nil" } == [
        true, false, false, false, true, true, true,
      ])
  }

  @Test("long bases do not make a document cost its square, and what is left out is counted")
  func manyBases() {
    func read(_ base: String, _ entry: String, count: Int) -> SiteIndex {
      var source = Array("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='\(base)'>".utf8)
      for _ in 0..<count { source += Array(entry.utf8) }
      source += Array("</feed>".utf8)
      return SiteIndexReader.read(source.span)
    }
    let base = "http://a/" + String(repeating: "x", count: 4_000) + "/"
    let many = read(base, "<entry xml:base='y'><link href='z'/></entry>", count: 100_000)
    #expect(many.failure == nil)
    #expect(many.omitted > 0)
    #expect(many.count + many.omitted == 100_000)
    #expect(many.resolved(0)?.href == base + "z")
    let long = read(
      base + base, "<entry xml:base='y'><link href='z'/><link href='http://b/'/></entry>", count: 3)
    #expect(long.omitted == 3)
    #expect(
      (0..<long.count).map { long.resolved($0)?.href } == ["http://b/", "http://b/", "http://b/"])
    // A base inside of one that is too long counts again where it is absolute.
    let inner = read(base + base, "<entry xml:base='http://c/'><link href='z'/></entry>", count: 1)
    #expect(inner.resolved(0)?.href == "http://c/z")
  }
}
