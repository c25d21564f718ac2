internal import CBoundedMark
internal import CMarkGFM
internal import Synchronization

/// The GFM extensions, registered once for the process.
///
/// cmark-gfm 0.29 keeps the characters at which inline extensions are asked (`~`, `w`, `:`) in two
/// global tables; every parser sets those of its extensions at the start of its inlines and *clears*
/// them at the end, so one parser's end makes another thread's miss autolinks. Hence:
///
/// - Those of the autolink extension are set once, before any parser runs, and the extension is told
///   to have none of its own, which leaves later parsers nothing to set or clear.
/// - Strikethrough must keep its `~`, which closes its delimiters (without it the parser loops for
///   ever), so only sources where it may occur (``Strikethrough``) use that extension, one after the
///   other.
@safe struct MarkdownExtensions: @unchecked Sendable {
  /// Pointers into the library's registry, which lives as long as the process and is not changed
  /// after ``shared`` was made: reading them from any thread is sound.
  private let common: [OpaquePointer?]
  private let strikethrough: OpaquePointer?

  /// Table, strikethrough, autolink, tagfilter and tasklist.
  static let shared = MarkdownExtensions()

  /// Held while a source with strikethrough is parsed.
  private static let strikethroughLock = Mutex(())

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    var found: [OpaquePointer?] = unsafe []
    for name in ["table", "autolink", "tagfilter", "tasklist"] {
      if let pointer = unsafe cmark_find_syntax_extension(name) {
        unsafe found.append(pointer)
      }
    }
    unsafe common = found
    unsafe strikethrough = cmark_find_syntax_extension("strikethrough")
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    for index in unsafe common.indices {
      unsafe cmark_parser_attach_syntax_extension(parser, common[index])
    }
    unsafe cmark_manage_extensions_special_characters(parser, 1)
    for index in unsafe common.indices {
      unsafe cmark_syntax_extension_set_special_inline_chars(common[index], nil)
    }
    unsafe cmark_parser_free(parser)
  }

  /// Parses `source` with the extensions that it needs into `document`, which is nil where `budget`
  /// did not suffice; `isStruck` says whether strikethrough may be in it.
  func parse(
    _ source: Span<UInt8>, isStruck: Bool, budget: MarkdownBudget, in arena: OpaquePointer,
    into document: inout OpaquePointer?
  ) -> linkcheck_mark_outcome {
    var extensions = unsafe common
    guard isStruck, let strikethrough = unsafe strikethrough else {
      return unsafe Self.parse(source, extensions, budget, arena, &document)
    }
    unsafe extensions.append(strikethrough)
    return Self.strikethroughLock.withLock { _ in
      let outcome = unsafe Self.parse(source, extensions, budget, arena, &document)
      if outcome != LINKCHECK_MARK_DONE {
        unsafe linkcheck_mark_restore(strikethrough, Self.options)
      }
      return outcome
    }
  }

  private static let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE

  private static func parse(
    _ source: Span<UInt8>, _ extensions: [OpaquePointer?], _ budget: MarkdownBudget,
    _ arena: OpaquePointer, _ document: inout OpaquePointer?
  ) -> linkcheck_mark_outcome {
    unsafe source.withUnsafeBufferPointer { bytes in
      unsafe UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) { text in
        unsafe linkcheck_mark_parse(
          arena, text.baseAddress, text.count, options, extensions, extensions.count,
          budget.nanoseconds, &document)
      }
    }
  }
}
