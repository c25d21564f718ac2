internal import CMarkGFM

/// A parsed Markdown document; owns cmark's tree and parser and frees them.
///
/// Sound because nothing else holds the pointers: nodes are lent as ``MarkdownNode`` values only
/// inside ``walk(_:)``.
@safe struct MarkdownTree: ~Copyable {
  private let parser: OpaquePointer
  private let document: OpaquePointer

  /// Parses GitHub flavoured Markdown with footnotes. nil where memory is short or `source` is too
  /// long for cmark's 32-bit offsets.
  ///
  /// - Parameter isStruck: whether strikethrough may be in it; nil looks.
  init?(_ source: Span<UInt8>, isStruck: Bool? = nil) {
    guard source.count < Int(Int32.max) / 2 else { return nil }
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    let isStruck = isStruck ?? Strikethrough.mayOccur(in: source)
    let parsed = unsafe source.withUnsafeBufferPointer { buffer in
      unsafe MarkdownExtensions.shared.parse(with: parser, isStruck: isStruck) {
        if let base = buffer.baseAddress {
          unsafe base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
            unsafe cmark_parser_feed(parser, $0, buffer.count)
          }
        }
        return unsafe Int(bitPattern: cmark_parser_finish(parser))
      }
    }
    guard let document = unsafe OpaquePointer(bitPattern: parsed) else {
      unsafe cmark_parser_free(parser)
      return nil
    }
    unsafe self.parser = parser
    unsafe self.document = document
  }

  deinit {
    unsafe cmark_node_free(document)
    unsafe cmark_parser_free(parser)
  }

  /// Visits every node in document order: containers when entered and when left, leaves once.
  func walk(_ body: (_ node: MarkdownNode, _ isEntering: Bool) -> Void) {
    guard let iterator = unsafe cmark_iter_new(document) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if let node = unsafe cmark_iter_get_node(iterator) {
        body(unsafe MarkdownNode(node), event == CMARK_EVENT_ENTER)
      }
    }
  }
}
