internal import CBoundedMark
internal import CMarkGFM

/// A parsed Markdown document; owns its nodes' memory and frees it.
///
/// Sound because nothing else holds the pointers: nodes are lent as ``MarkdownNode`` values only
/// inside ``walk(_:)``.
@safe struct MarkdownTree: ~Copyable {
  private let arena: OpaquePointer
  private let document: OpaquePointer

  /// Parses GitHub flavoured Markdown with footnotes.
  ///
  /// Throws where `source` is too long for cmark's 32-bit offsets, or costs it more than `budget`.
  ///
  /// - Parameter isStruck: whether strikethrough may be in it; nil looks.
  init(
    _ source: Span<UInt8>, isStruck: Bool? = nil, budget: MarkdownBudget? = nil
  ) throws(ReadFailure) {
    guard source.count < Int(Int32.max) / 2 else {
      throw ReadFailure(.tooCostly, "too large for the Markdown parser")
    }
    let budget = budget ?? MarkdownBudget(length: source.count)
    guard let arena = unsafe linkcheck_mark_arena_new(budget.bytes) else {
      throw ReadFailure(.exhausted, "no memory for the Markdown parser")
    }
    let isStruck = isStruck ?? Strikethrough.mayOccur(in: source)
    var document: OpaquePointer? = nil
    let outcome = unsafe MarkdownExtensions.shared.parse(
      source, isStruck: isStruck, budget: budget, in: arena, into: &document)
    guard let document = unsafe document else {
      unsafe linkcheck_mark_arena_free(arena)
      throw budget.failure(isOutOfTime: outcome == LINKCHECK_MARK_OUT_OF_TIME)
    }
    unsafe self.arena = arena
    unsafe self.document = document
  }

  deinit { unsafe linkcheck_mark_arena_free(arena) }

  /// Visits every node in document order: containers when entered and when left, leaves once; ends
  /// where `body` says false.
  func walk(_ body: (_ node: MarkdownNode, _ isEntering: Bool) -> Bool) {
    // What nodes say of themselves may be allocated when it is asked for.
    unsafe linkcheck_mark_arena_use(arena)
    defer { linkcheck_mark_arena_use(nil) }
    guard let iterator = unsafe cmark_iter_new(document) else { return }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if let node = unsafe cmark_iter_get_node(iterator),
        !body(unsafe MarkdownNode(node), event == CMARK_EVENT_ENTER)
      {
        return
      }
    }
  }
}
