import Testing

@testable import LinkGraph

@Suite("Sitemaps")
struct SitemapTests {
  @Test("the protocol's own example, with the extensions' locations left out")
  func urlset() throws {
    let listed = try Listed(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
          xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"
          xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <url>
          <loc>1️⃣http://www.example.com/</loc>
          <lastmod>2005-01-01</lastmod><changefreq>monthly</changefreq><priority>0.8</priority>
          <image:image><image:loc>http://example.com/image.jpg</image:loc></image:image>
          <image:loc>http://example.com/image.jpg</image:loc>
          <video:video><video:player_loc>http://example.com/v</video:player_loc></video:video>
          <xhtml:link rel="alternate" hreflang="de" href="http://www.example.com/de"/>
        </url>
        <url><loc>
          2️⃣http://www.example.com/catalog?item=12&amp;desc=vacation_hawaii
        </loc></url>
        <loc>http://www.example.com/outside-of-url</loc>
        <url><x><loc>http://www.example.com/too-deep</loc></x></url>
      </urlset>
      """)
    #expect(listed.index.kind == .sitemap)
    #expect(listed.index.failure == nil)
    #expect(
      listed.lines == [
        "page 1 http://www.example.com/",
        "page 2 http://www.example.com/catalog?item=12&desc=vacation_hawaii",
      ])
  }

  @Test(
    "the namespace may be missing, another, or have a prefix",
    arguments: [
      "<urlset><url><loc>1️⃣http://a/</loc></url></urlset>",
      "<urlset xmlns='https://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>1️⃣http://a/</loc>"
        + "</url></urlset>",
      "<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><s:loc>1️⃣http://a/"
        + "</s:loc><loc>http://b/</loc></s:url></s:urlset>",
      // A prefix that is not declared: not an error to the parser, but none of ours.
      "<urlset><url><loc>1️⃣http://a/</loc><image:image><image:loc>http://b/</image:loc>"
        + "</image:image></url></urlset>",
    ])
  func namespaces(source: String) throws {
    let listed = try Listed(source)
    #expect(listed.index.kind == .sitemap)
    #expect(listed.lines == ["page 1 http://a/"])
  }

  @Test("an index lists sitemaps")
  func sitemapIndex() throws {
    let listed = try Listed(
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>1️⃣http://www.example.com/sitemap1.xml.gz</loc>
      <lastmod>2004-10-01T18:23:17+00:00</lastmod></sitemap>
      <sitemap><loc>2️⃣http://www.example.com/sitemap2.xml.gz</loc></sitemap>
      <url><loc>http://www.example.com/</loc></url></sitemapindex>
      """)
    #expect(listed.index.kind == .sitemapIndex)
    #expect(
      listed.lines == [
        "childIndex 1 http://www.example.com/sitemap1.xml.gz",
        "childIndex 2 http://www.example.com/sitemap2.xml.gz",
      ])
  }

  @Test("entities, character references, CDATA, comments and line ends; and where the URL begins")
  func text() throws {
    let listed = try Listed(
      "<!DOCTYPE urlset [<!ENTITY h 'http://e/'><!ENTITY l '<loc>http://x/</loc>'>]>\r\n"
        + "<urlset><url><loc><![CDATA[ 1️⃣http://a/?b&c ]]></loc></url>\r\n"
        + "<url><loc>\r\n\r\n  2️⃣http://a/<!-- no -->b<?no?>&#x63;&#100;\r\n</loc></url>"
        + "<url><loc a = 'x>y' >\r\n 3️⃣&h;f</loc></url>"
        + "<url><loc>4️⃣&#104;ttp://g/</loc></url>"
        + "<url><loc>5️⃣http://h/<b>no</b>i</loc></url>"
        + "<url><loc>6️⃣http://中/路</loc></url>"
        + "<url>&l;7️⃣</url>"
        + "<url><loc/><loc> \n </loc><loc><![CDATA[]]></loc></url></urlset>")
    #expect(listed.index.failure == nil)
    #expect(
      listed.lines == [
        "page 1 http://a/?b&c", "page 2 http://a/bcd", "page 3 http://e/f", "page 4 http://g/",
        "page 5 http://h/i", "page 6 http://中/路", "page 7 http://x/",
      ])
    #expect(listed.index.omitted == 0)
  }

  @Test("what is not well-formed gives what came before it, and says so")
  func broken() throws {
    let listed = try Listed(
      "<urlset><url><loc>1️⃣http://a/</loc></url>\n<url><loc>http://b/?a=1&b=2</loc></url>"
        + "<url><loc>http://c/</loc></url></urlset>")
    #expect(listed.lines == ["page 1 http://a/"])
    #expect(listed.index.kind == .sitemap)
    #expect(listed.index.failure?.line == 2)
    let cut = try Listed("<urlset><url><loc>1️⃣http://a/</loc></url><url><loc>http://b/")
    #expect(cut.lines == ["page 1 http://a/"])
    #expect(cut.index.failure != nil)
  }

  @Test("white space or a byte order mark before the document")
  func leading() throws {
    let spaced = try Listed(
      "\n <?xml version='1.0'?><urlset><url><loc>1️⃣http://a/</loc></url></urlset>")
    #expect(spaced.lines == ["page 1 http://a/"])
    #expect(spaced.index.failure?.message == "white space before the XML declaration")
    let marked = try Listed(
      "\u{FEFF}<?xml version='1.0'?><urlset><url><loc>1️⃣http://a/</loc></url></urlset>")
    #expect(marked.lines == ["page 1 http://a/"])
    #expect(marked.index.failure == nil)
    let text = try Listed("\u{FEFF}\n 1️⃣http://a/")
    #expect(text.lines == ["page 1 http://a/"])
  }

  @Test("plain text: a URL a line, any line end")
  func plainText() throws {
    let listed = try Listed(
      "1️⃣http://a/\r\n  2️⃣HTTPS://b/ \t\r3️⃣http://c/?x y\n\n# http://d/\nnothing\n4️⃣https://e/")
    #expect(listed.index.kind == .text)
    #expect(
      listed.lines == [
        "page 1 http://a/", "page 2 HTTPS://b/", "page 3 http://c/?x y", "page 4 https://e/",
      ])
    #expect(listed.index.omitted == 2)
  }

  @Test(
    "what is neither",
    arguments: [
      "", " \n", "<", "<html><body>404</body></html>", "<!DOCTYPE html><p>Not found", "{}",
      "Not found", "User-agent: *\nSitemap: http://a/", "http", "httpx://a", "\u{FEFF}",
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><link>http://a/"
        + "</link></item></rdf:RDF>",
      "<feed><link href='http://a/'/></feed>", "<RDF><item><link>http://a/</link></item></RDF>",
      "<x><urlset><url><loc>http://a/</loc></url></urlset></x>", "\u{0}<urlset/>",
    ])
  func neither(source: String) throws {
    let listed = try Listed(source)
    #expect(listed.index.kind == .none)
    #expect(listed.lines.isEmpty)
  }

  @Test("all bytes and all places to stop are survived")
  func anyBytes() {
    let source = Array(
      "<urlset a='b'><url><loc><![CDATA[http://a/]]>&amp;</loc></url><!-- x --></urlset>".utf8)
    for end in 0...source.count {
      _ = SiteIndexReader.read(source.span.extracting(..<end))
      _ = SiteIndexReader.read(source.span, from: end)
    }
    _ = SiteIndexReader.read(source.span, from: -1)
    _ = SiteIndexReader.read(source.span, from: source.count + 1)
    for place in source.indices {
      for byte in [UInt8(0), 0x0A, 0x22, 0x26, 0x3C, 0x3E, 0x80, 0xFF] {
        var other = source
        other[place] = byte
        let index = SiteIndexReader.read(other.span)
        for entry in 0..<index.count { #expect(index[entry].offset <= source.count) }
      }
    }
  }

  @Test("a URL beyond the longest, and entries beyond the most, are counted")
  func limits() {
    let long = "http://a/" + String(repeating: "x", count: SiteIndex.longestURL)
    let xml = Array(
      "<urlset><url><loc>\(long)</loc></url><url><loc>http://b/</loc></url></urlset>".utf8)
    let index = SiteIndexReader.read(xml.span)
    #expect(index.count == 1)
    #expect(index.omitted == 1)

    var lines: [UInt8] = []
    for _ in 0..<SiteIndex.maximumCount + 3 { lines.append(utf8: "http://a/\n") }
    let text = SiteIndexReader.read(lines.span)
    #expect(text.count == SiteIndex.maximumCount)
    #expect(text.omitted == 3)
  }

  @Test("a file of 50,000 URLs and more than 10 MB is read to its end")
  func large() {
    var xml: [UInt8] = Array("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n".utf8)
    let padding = String(repeating: "p", count: 300)
    for number in 0..<50_000 {
      xml += Array("<url><loc>https://example.org/\(padding)/\(number)</loc></url>\n".utf8)
    }
    xml += Array("</urlset>".utf8)
    #expect(xml.count > 10_000_000)
    let index = SiteIndexReader.read(xml.span)
    #expect(index.failure == nil)
    #expect(index.count == 50_000)
    let last = index[49_999]
    #expect(String(decoding: last.url, as: UTF8.self).hasSuffix("/49999"))
    #expect(xml[last.offset...].starts(with: last.url))
  }
}
