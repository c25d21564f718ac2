/// The language of a file, as far as it says how a file declares its character encoding.
enum SourceSyntax: Sendable {
  /// Markdown: UTF-8, nothing is declared in the file.
  case markdown
  /// HTML: `<meta charset>`, `<meta http-equiv=content-type>`, or an XML declaration.
  case html
  /// XML, SVG and XHTML: the XML declaration.
  case xml
  /// CSS: `@charset "...";` at the very start.
  case css
}
