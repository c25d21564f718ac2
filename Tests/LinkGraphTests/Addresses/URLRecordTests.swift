import Testing

@testable import LinkGraph

/// A reference, its base, and the URL they make; nil for failure.
struct URLCase: CustomTestStringConvertible, Sendable {
  let reference: String
  let base: String?
  let href: String?

  init(_ reference: String, _ base: String?, _ href: String?) {
    self.reference = reference
    self.base = base
    self.href = href
  }

  /// A reference with a scheme.
  init(_ reference: String, _ href: String?) { self.init(reference, nil, href) }

  var testDescription: String { "\(reference.debugDescription) on \(base ?? "nothing")" }
}

@Suite("URLs by the URL Standard")
struct URLRecordTests {
  private static let page = "https://example.org:8443/a/b/c.md?q=1#f"

  @Test("components of a URL that has all of them")
  func components() throws {
    let url = try URLRecord(parsing: "https://us%65r:p:w@EXAMPLE.org:8443/a/./b/../c.md?q='x'#f g")
    #expect(url.href == "https://us%65r:p%3Aw@example.org:8443/a/c.md?q=%27x%27#f%20g")
    #expect(url.scheme == "https")
    #expect(url.username == "us%65r")
    #expect(url.password == "p%3Aw")
    #expect(url.host == "example.org")
    #expect(url.port == 8443)
    #expect(url.effectivePort == 8443)
    #expect(url.pathname == "/a/c.md")
    #expect(url.query == "q=%27x%27")
    #expect(url.fragment == "f%20g")
    #expect(url.origin == "https://example.org:8443")
    #expect(url.isSpecial && url.isHTTP && !url.hasOpaquePath)
    #expect(
      url.href(excludingFragment: true)
        == "https://us%65r:p%3Aw@example.org:8443/a/c.md?q=%27x%27")
  }

  @Test("components that are absent, and those that are empty")
  func absentComponents() throws {
    let bare = try URLRecord(parsing: "http://x")
    #expect(bare.pathname == "/")
    #expect(bare.query == nil && bare.fragment == nil && bare.port == nil)
    #expect(bare.effectivePort == 80)
    #expect(bare.username.isEmpty && bare.password.isEmpty)

    let empty = try URLRecord(parsing: "http://x?#")
    #expect(empty.query == "" && empty.fragment == "")
    #expect(empty.href == "http://x/?#")

    let mail = try URLRecord(parsing: "mailto:a@b.c?subject=x")
    #expect(mail.host == nil && mail.hasOpaquePath && mail.origin == nil)
    #expect(mail.pathname == "a@b.c" && mail.query == "subject=x")
    #expect(mail.username.isEmpty && mail.effectivePort == nil)

    let file = try URLRecord(parsing: "file:///x")
    #expect(file.host == "" && file.origin == nil)

    let user = try URLRecord(parsing: "http://u@x/")
    #expect(user.username == "u" && user.password.isEmpty && user.host == "x")
    let secret = try URLRecord(parsing: "http://:p@x/")
    #expect(secret.username.isEmpty && secret.password == "p" && secret.host == "x")
  }

  @Test(
    "references on a base",
    arguments: [
      ("", "https://example.org:8443/a/b/c.md?q=1"),
      ("#", "https://example.org:8443/a/b/c.md?q=1#"),
      ("#1", "https://example.org:8443/a/b/c.md?q=1#1"),
      ("?", "https://example.org:8443/a/b/c.md?"),
      ("?dfh#1", "https://example.org:8443/a/b/c.md?dfh#1"),
      ("d.md", "https://example.org:8443/a/b/d.md"),
      (".", "https://example.org:8443/a/b/"),
      ("./", "https://example.org:8443/a/b/"),
      ("..", "https://example.org:8443/a/"),
      ("../", "https://example.org:8443/a/"),
      ("../../../x", "https://example.org:8443/x"),
      ("x/../y/./z", "https://example.org:8443/a/b/y/z"),
      ("x/..", "https://example.org:8443/a/b/"),
      ("%2e%2E/x", "https://example.org:8443/a/x"),
      ("%2e.", "https://example.org:8443/a/"),
      ("...", "https://example.org:8443/a/b/..."),
      ("%2e%2e%2fx", "https://example.org:8443/a/b/%2e%2e%2fx"),
      ("/x", "https://example.org:8443/x"),
      ("//h/x", "https://h/x"),
      ("///h/x", "https://h/x"),
      (#"\x"#, "https://example.org:8443/x"),
      (#"\\h\x"#, "https://h/x"),
      ("https:d.md", "https://example.org:8443/a/b/d.md"),
      ("https:/d.md", "https://example.org:8443/d.md"),
      ("http:d.md", "http://d.md/"),
      (" \u{0} d.md \n", "https://example.org:8443/a/b/d.md"),
      ("d\n.\tm\rd", "https://example.org:8443/a/b/d.md"),
      ("a b", "https://example.org:8443/a/b/a%20b"),
      ("突.md", "https://example.org:8443/a/b/%E7%AA%81.md"),
      ("%zz%4", "https://example.org:8443/a/b/%zz%4"),
      ("a|b^c`d{e}", "https://example.org:8443/a/b/a|b%5Ec%60d%7Be%7D"),
      ("?a'b\"<>`", "https://example.org:8443/a/b/c.md?a%27b%22%3C%3E`"),
      ("#a'b\"<>`", "https://example.org:8443/a/b/c.md?q=1#a'b%22%3C%3E%60"),
      ("//", nil),
      ("1http://x", "https://example.org:8443/a/b/1http://x"),
      ("x:y", "x:y"),
      ("mailto:a@b", "mailto:a@b"),
    ] as [(String, String?)])
  func onBase(reference: String, href: String?) throws {
    let base = try URLRecord(parsing: Self.page)
    let url = try? URLRecord(parsing: reference, base: base)
    #expect(url?.href == href)
  }

  @Test(
    "schemes that are not special, and opaque paths",
    arguments: [
      URLCase("foo:", "foo:"),
      URLCase("FOO:a b", "foo:a b"),
      URLCase("foo:a  ?x", "foo:a %20?x"),
      URLCase("foo:a  #x", "foo:a %20#x"),
      URLCase("foo:é", "foo:%C3%A9"),
      URLCase("foo://H", "foo://H"),
      URLCase("foo://h?x", "foo://h?x"),
      URLCase("foo:///x", "foo:///x"),
      URLCase("foo://é:80/", "foo://%C3%A9:80/"),
      URLCase("foo://a<b", nil),
      URLCase("foo://:80/", nil),
      URLCase("foo://u@/", nil),
      URLCase(#"foo:\\x"#, #"foo:\\x"#),
      URLCase(#"foo://h/a\..\b"#, #"foo://h/a\..\b"#),
      URLCase("foo:/a/../..", "foo:/"),
      URLCase("foo:/..//x", "foo:/.//x"),
      URLCase("foo:/.//x", "foo:/.//x"),
      URLCase("y", "foo:/.//x", "foo:/.//y"),
      URLCase("?y", "foo:/.//x", "foo:/.//x?y"),
      URLCase("/y", "foo:/.//x", "foo:/y"),
      URLCase("x", "foo://h", "foo://h/x"),
      URLCase("//x", "foo:/y", "foo://x"),
      URLCase("#x", "foo:a", "foo:a#x"),
      URLCase("#x", "foo:a?b#c", "foo:a?b#x"),
      URLCase("x", "foo:a", nil),
      URLCase("", "foo:a", nil),
      URLCase("javascript:alert('x y')", "javascript:alert('x y')"),
    ])
  func otherSchemes(_ test: URLCase) throws { try check(test) }

  @Test(
    "file URLs and drive letters",
    arguments: [
      URLCase("file:", "file:///"),
      URLCase("file:x", "file:///x"),
      URLCase("file:/x", "file:///x"),
      URLCase("file://h/x", "file://h/x"),
      URLCase("file://localhost/x", "file:///x"),
      URLCase("file://LOCAL%68OST/x", "file:///x"),
      URLCase("file:c|/x", "file:///c:/x"),
      URLCase("file:///C|", "file:///C:"),
      URLCase("file://c:/x", "file:///c:/x"),
      URLCase(#"file:\\c|\x"#, "file:///c:/x"),
      URLCase("file:///c:/../..", "file:///c:/"),
      URLCase("file:///c:x/..", "file:///"),
      URLCase("file:///cd:/..", "file:///"),
      URLCase("..", "file:///c:/x/y", "file:///c:/"),
      URLCase("/y", "file:///c:/x", "file:///c:/y"),
      URLCase("/d:/y", "file:///c:/x", "file:///d:/y"),
      URLCase("d|/y", "file:///c:/x", "file:///d:/y"),
      URLCase("d|y", "file:///c:/x", "file:///c:/d|y"),
      URLCase("y", "file://h/x", "file://h/y"),
      URLCase("/y", "file://h/x", "file://h/y"),
      URLCase("//g/y", "file://h/x", "file://g/y"),
      URLCase("?y", "file://h/x#z", "file://h/x?y"),
      URLCase("file:#y", "file://h/x?z", "file://h/x?z#y"),
      URLCase("file://h:80/", nil),
      URLCase("file://a b/", nil),
    ])
  func files(_ test: URLCase) throws { try check(test) }

  @Test("no base for a relative reference", arguments: ["", "x", "/x", "//x", "#x", ":", "1:x"])
  func withoutBase(reference: String) {
    #expect(throws: URLFailure.missingSchemeNonRelativeURL) { try URLRecord(parsing: reference) }
  }

  @Test("invalid UTF-8 is read as U+FFFD, before tabs are dropped")
  func invalidUTF8() throws {
    let broken = Array("http://x/".utf8) + [0xE4, 0xB8, 0x09, 0xAD, 0x2F, 0xFF]
    let url = try URLRecord(parsing: broken.span)
    #expect(url.href == "http://x/%EF%BF%BD%EF%BF%BD/%EF%BF%BD")
  }

  @Test("a record is parsed into again, after failures too")
  func reparsing() throws {
    let base = try URLRecord(parsing: Self.page)
    var url = base
    try url.reparse(Array("foo:bar".utf8).span)
    #expect(url.href == "foo:bar" && url.host == nil && url.port == nil && url.query == nil)
    #expect(throws: URLFailure.hostMissing) { try url.reparse(Array("https://".utf8).span) }
    #expect(url.href == "about:invalid" && url.pathname == "invalid")
    try url.reparse(Array("../x#y".utf8).span, base: base)
    #expect(url.href == "https://example.org:8443/a/x#y")
    #expect(url == (try URLRecord(parsing: url.href)))
  }

  /// Checks `test`, and that a serialised URL parses to itself.
  private func check(_ test: URLCase) throws {
    let base = try test.base.map { try URLRecord(parsing: $0) }
    let url = try? URLRecord(parsing: test.reference, base: base)
    #expect(url?.href == test.href)
    guard let url else { return }
    let again = try URLRecord(parsing: url.href)
    #expect(again == url)
    #expect(again.pathname == url.pathname && again.host == url.host)
  }
}
