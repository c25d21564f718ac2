import Testing

@testable import LinkGraph

@Suite("Typos in addresses")
struct AddressTypoTests {
  typealias Cause = AddressTypo.Cause

  private func detect(_ text: String) -> AddressTypo.Typo? {
    AddressTypo.detect(Array(text.utf8).span)
  }

  @Test(
    "typos, and the address that was meant",
    arguments: [
      ("https:/x.org/p", .wrongSlashes, "https://x.org/p"),
      ("https:x.org/p", .wrongSlashes, "https://x.org/p"),
      ("http:localhost", .wrongSlashes, "http://localhost"),
      ("http:///x.org", .wrongSlashes, "http://x.org"),
      ("http:////x", .wrongSlashes, "http://x"),
      (#"http:\\x.org\p"#, .wrongSlashes, #"http://x.org\p"#),
      (" HTTPS:/x.org ", .wrongSlashes, "https://x.org"),
      ("http:/", .wrongSlashes, nil),
      ("https:page.html", .wrongSlashes, nil),
      ("http:/@/x.org", .wrongSlashes, nil),
      ("http//x.org/p", .missingColon, "http://x.org/p"),
      ("https//x.org", .missingColon, "https://x.org"),
      ("http;//x.org", .missingColon, "http://x.org"),
      ("http//:x.org", .missingColon, "http://x.org"),
      ("http:://x.org", .doubledColon, "http://x.org"),
      ("https::x.org", .doubledColon, "https://x.org"),
      ("http://://x.org", .doubledColon, "http://x.org"),
      ("hhttp://x.org", .misspeltScheme, "http://x.org"),
      ("htttps://x.org", .misspeltScheme, "https://x.org"),
      ("ttp://x.org", .misspeltScheme, "http://x.org"),
      ("ttps://x.org", .misspeltScheme, "https://x.org"),
      ("htp://x.org", .misspeltScheme, "http://x.org"),
      ("htps://x.org", .misspeltScheme, "https://x.org"),
      ("httpss://x.org", .misspeltScheme, "https://x.org"),
      ("htpp://x.org", .misspeltScheme, "http://x.org"),
      ("hthp://x.org", .misspeltScheme, "http://x.org"),
      ("Htpt:/x.org", .misspeltScheme, "http://x.org"),
      ("https://https://x.org", .doubledScheme, "https://x.org"),
      ("http://http://", .doubledScheme, nil),
      ("http://https://x", .doubledScheme, "https://x"),
      ("http://http:/x", .doubledScheme, "http://x"),
      ("http://https//x.org", .doubledScheme, "https://x.org"),
      ("http://htp://x.org", .doubledScheme, "http://x.org"),
      ("http://http://http://x", .doubledScheme, "http://x"),
      ("http ://x.org", .space, "http://x.org"),
      ("h ttp://x.org", .space, "http://x.org"),
      ("https:// x.org", .space, "https://x.org"),
      ("https://%20x.org", .space, "https://x.org"),
      ("%20https://x.org", .space, "https://x.org"),
      ("\u{3000}https://x.org", .space, "https://x.org"),
      ("\u{A0}https://x.org", .space, "https://x.org"),
      ("\u{FEFF}https://x.org", .space, "https://x.org"),
      ("http: / /x.org", .space, "http://x.org"),
      ("ｈttp://x.org", .fullWidth, "http://x.org"),
      ("ｈｔｔｐｓ：／／ｘ．ｏｒｇ／p", .fullWidth, "https://x.org/p"),
      ("https：//x.org/中", .fullWidth, "https://x.org/中"),
      ("http:／／x", .fullWidth, "http://x"),
      ("http／／x.org", .fullWidth, "http://x.org"),
      ("ht\ntp:/x.org", .wrongSlashes, "http://x.org"),
    ] as [(String, Cause, String?)])
  func typos(reference: String, cause: Cause, meant: String?) {
    #expect(detect(reference) == AddressTypo.Typo(cause: cause, meant: meant))
  }

  @Test(
    "references that can be meant as they stand",
    arguments: [
      "", " ", "#", "#http://", "?http//x.org", "/", "//x.org", "///x", ".", "../http//x.org",
      "h", "http", "https", "http/", "http/index.html", "https.md", "httpx", "httpx://x.org",
      "https.md#1", "http//index.html", "http//", "http.cat/404", "http-errors/404.md",
      "http_2.html", "http2://x", "http:", "https:", "http:#x", "http:?x", "http://x.org",
      "HTTPS://X.ORG", "http://x", "https://http.cat/404", "https://httpbin.org/", "http://http/",
      "http://http/x", "http://https:443/x", "http://http:8080", "http://http//x",
      "http://tt.org", "https://h//x", "https://web.archive.org/web/2020/https://x.org",
      "https://x.org/?u=http://http://y", "https://hhttp.org/", "https://t.co/x",
      "  https://x.org  ", "\thttps://x.org\n", "https://x.org/a b", "ht\ntps://x.org",
      "https:\n//x.org", "https://[::1]/", "https://u:p@x", "mailto:a@b.c", "tel:+1",
      "javascript:void(0)", "magnet:?xt=urn:btih:x", "thunder://QUF", "ed2k://|file|x",
      "weixin://dl", "ftp://x", "sftp://x", "file:///x", "ws://x", "data:,x", "shttp://x",
      "httpu://x", "hftp://x", "htcp://x", "hxxp://x.org", "tts://x", "ssh://x", "steam://x",
      "stratum+tcp://x", "tftp://x", "tps://x", "hptt://x.org", "http+unix://x", "ttp.html",
      "htp/x", "htp//x.org", "ttp:x", "http：notes.md", "ｈttp.md", "http／notes.md",
      "http and https.md", "HTTP / REST.md", "http : x.md", "h t t p.md", "the http://x.org",
      "说http://x", "。http://x", "%2Fhttp://x", "tttt", "https：", "hﾉ://x", "%20http/x",
      "https://", "http://x:y",
    ])
  func legal(reference: String) {
    #expect(detect(reference) == nil)
  }

  @Test("every address that was meant is a URL without typos")
  func meantIsRight() throws {
    let starts = [
      "http:/", "https:", "hhttp://", "http::", "http ://", "http://http://", "ｈttp：／／",
    ]
    for start in starts {
      let meant = try #require(detect(start + "x.org/p?q#f")?.meant)
      #expect(detect(meant) == nil)
      #expect(try URLRecord(parsing: meant).host == "x.org")
    }
  }

  @Test("any bytes pass without a crash")
  func anyBytes() {
    var state: UInt64 = 1
    let wide: [UInt8] = [0xEF, 0xBC, 0xBD, 0x9A, 0x8F, 0xE3, 0x80, 0, 9]
    let alphabet = Array("htpsHTPS:/\\; %20".utf8) + wide
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let typo = AddressTypo.detect(bytes.span)
      if let meant = typo?.meant { #expect(meant.hasPrefix("http")) }
    }
  }
}
