/// How the tokenizer reads what follows a start tag, until the matching end tag.
///
/// The consumer decides by its knowledge of the tree: `script` and `title` in SVG are ``data``.
enum ContentModel: Sendable {
  /// Text, tags, comments and character references.
  case data
  /// Text and character references: `title`, `textarea`.
  case rcdata
  /// Text only: `style`, `xmp`, `iframe`, `noembed`, `noframes`.
  case rawtext
  /// Text with the escapes that `<!--` and `<script` in scripts call for.
  case scriptData
  /// Text to the end of the file: `plaintext`.
  case plaintext

  /// The content model of an element of the HTML namespace. Scripting is off: `noscript` is data.
  @inline(__always)
  static func of(_ element: ElementName) -> ContentModel {
    switch element {
    case .title, .textarea: .rcdata
    case .style, .xmp, .iframe, .noembed, .noframes: .rawtext
    case .script: .scriptData
    case .plaintext: .plaintext
    default: .data
    }
  }
}
