import Testing

@testable import LinkGraph

@Suite struct URLCredentialsTests {
  @Test(arguments: [
    ("http://bob:secret@host/x", "http://***@host/x"),
    ("https:/bob:secret@host", "https:/***@host"),
    ("//bob@host/a@b", "//***@host/a@b"),
    ("HTTP://a@b:c@host?q", "HTTP://***@host?q"),
    (" https:\\\\bob:x@host\\y", " https:\\\\***@host\\y"),
    ("ssh://git@host/x", "ssh://***@host/x"),
  ])
  func hidden(reference: String, shown: String) {
    let bytes = Array(reference.utf8)
    let redacted = URLCredentials.redacted(bytes.span)
    #expect(redacted.map { String(decoding: $0, as: UTF8.self) } == shown)
  }

  @Test(arguments: [
    "mailto:bob@host", "a@b.html", "http://host/@user", "http://host?x=@y", "./x@2x.png", "@", "",
  ])
  func leftAlone(reference: String) {
    let bytes = Array(reference.utf8)
    #expect(URLCredentials.redacted(bytes.span) == nil)
  }
}
