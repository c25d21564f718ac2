internal import CMarkGFM

/// The GFM extensions, registered once for the process.
///
/// cmark-gfm 0.29 keeps the characters at which inline extensions are asked (`~`, `w`, `:`) in two
/// global tables, and every parser sets them at its start and *clears* them at its end: with two
/// threads, one parser's end makes the other miss autolinks. So they are set once here, before any
/// parser runs, and the extensions are told to have none of their own, which leaves later parsers
/// nothing to set or clear. After that the library only reads its globals.
@safe struct MarkdownExtensions: @unchecked Sendable {
  /// Pointers into the library's registry, which lives as long as the process and is not changed
  /// after ``shared`` was made: reading them from any thread is sound.
  let pointers: [OpaquePointer]

  /// Table, strikethrough, autolink, tagfilter and tasklist.
  static let shared = MarkdownExtensions()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    var found: [OpaquePointer] = unsafe []
    for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
      if let pointer = unsafe cmark_find_syntax_extension(name) {
        unsafe found.append(pointer)
      }
    }
    unsafe pointers = found
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    unsafe attach(to: parser)
    unsafe cmark_manage_extensions_special_characters(parser, 1)
    for index in unsafe pointers.indices {
      unsafe cmark_syntax_extension_set_special_inline_chars(pointers[index], nil)
    }
    unsafe cmark_parser_free(parser)
  }

  /// Makes `parser` use the extensions.
  func attach(to parser: OpaquePointer) {
    for index in unsafe pointers.indices {
      unsafe cmark_parser_attach_syntax_extension(parser, pointers[index])
    }
  }
}
