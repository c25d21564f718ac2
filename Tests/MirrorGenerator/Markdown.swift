/// Writes Markdown references, which count as content.
struct Markdown {
  /// The page.
  var writer: PageWriter

  /// Writes to `writer`.
  init(_ writer: PageWriter) { self.writer = writer }

  /// Appends `text` as it is.
  mutating func text(_ text: String) { writer.text(text) }

  /// Appends `[label](url)`.
  mutating func link(_ label: String, _ url: String, before: String = "", after: String) {
    link(label, Reference(url), before: before, after: after)
  }

  /// Appends `[label](url)`.
  mutating func link(_ label: String, _ url: Reference, before: String = "", after: String) {
    writer.text("\(before)[\(label)](")
    writer.anchor(url, .content)
    writer.text(")\(after)")
  }

  /// Appends an anchor between pieces of markup.
  mutating func html(_ before: String, _ url: String, _ after: String) {
    writer.text(before)
    writer.anchor(Reference(url), .content)
    writer.text(after)
  }

  /// Appends an image between pieces of markup.
  mutating func image(_ before: String, _ url: String, _ after: String) {
    writer.text(before)
    writer.image(Reference(url))
    writer.text(after)
  }
}
