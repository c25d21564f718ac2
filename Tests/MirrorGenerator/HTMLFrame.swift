/// What makes an HTML document of the table that a Markdown page holds raw.
enum HTMLFrame {
  /// Appends everything before the first line of the page.
  static func open(_ writer: inout PageWriter, title: ArraySlice<UInt8>) {
    writer.text(
      "<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">\n<title>")
    writer.text(title)
    writer.text("</title>\n</head><body>\n")
  }

  /// Appends the end of the document.
  static func close(_ writer: inout PageWriter) { writer.text("\n</body></html>\n") }
}
