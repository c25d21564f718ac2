/// Pages of the manual in other encodings than plain UTF-8, all of them valid: nothing in them is
/// a finding.
enum EncodedPages {
  /// The paths in the manual.
  static let paths = ["latin.html", "marked.html", "wide.html"]

  /// The pages, in the order of ``paths``.
  static func all(_ manual: Mount) -> [(path: String, page: PageWriter)] {
    paths.map { path in
      var page = PageWriter(id: manual.id + path, capacity: 1_000)
      switch path {
      case "latin.html":
        // Declared; U+0080 to U+00FF but for the controls are the same in windows-1252.
        write("<meta charset=\"windows-1252\">", to: &page) { text in
          text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }
      case "marked.html":
        page.text([0xEF, 0xBB, 0xBF])
        write("", to: &page) { Array($0.utf8) }
      default:
        page.text([0xFF, 0xFE])
        write("", to: &page) { text in
          text.utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
          }
        }
      }
      return (path, page)
    }
  }

  private static func write(
    _ meta: String, to page: inout PageWriter, encode: (String) -> [UInt8]
  ) {
    page.countAnchor(.content)
    page.countAnchor(.content)
    page.text(
      encode(
        """
        <!DOCTYPE html>
        <html lang="fr"><head>\(meta)<title>Été à la plage</title></head>
        <body><h1 id="été">Été</h1>
        <p><a href="index.html#s1">Manuel</a>, <a href="#%C3%A9t%C3%A9">été</a>, déjà là.</p>
        </body></html>

        """))
  }
}
