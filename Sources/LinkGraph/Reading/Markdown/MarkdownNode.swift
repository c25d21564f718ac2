internal import CMarkGFM
internal import Glibc

/// One node of a ``MarkdownTree``, valid while the tree's walk lends it.
@safe struct MarkdownNode {
  /// What a node is, as far as links are concerned.
  enum Sort {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition, text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link
    case image, footnoteReference, table, tableHead, tableRow, tableCell, strikethrough, other
  }

  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  var sort: Sort {
    let type = unsafe cmark_node_get_type(pointer)
    switch type {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: return extensionSort
    }
  }

  /// Extension node types are numbers made at run time; their names are stable.
  private var extensionSort: Sort {
    guard let name = unsafe cmark_node_get_type_string(pointer) else { return .other }
    switch unsafe String(cString: name) {
    case "table": return .table
    case "table_header": return .tableHead
    case "table_row": return .tableRow
    case "table_cell": return .tableCell
    case "strikethrough": return .strikethrough
    case "tasklist": return .item
    default: return .other
    }
  }

  /// 1-based; 0 where cmark does not know.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  /// Whether the paragraph is an item of a tight list, which shows it without `p`.
  var isTight: Bool {
    guard let parent = unsafe cmark_node_parent(pointer),
      let list = unsafe cmark_node_parent(parent),
      unsafe cmark_node_get_type(list) == CMARK_NODE_LIST
    else { return false }
    return unsafe cmark_node_get_list_tight(list) != 0
  }

  /// Whether the node stands directly in the document.
  var isTopLevel: Bool {
    guard let parent = unsafe cmark_node_parent(pointer) else { return true }
    return unsafe cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT
  }

  /// Calls `body` with the node's literal text.
  func withLiteral<R>(_ body: (Span<UInt8>) -> R) -> R {
    unsafe Self.lend(cmark_node_get_literal(pointer), body)
  }

  /// Calls `body` with the URL of a link or image, unescaped.
  func withURL<R>(_ body: (Span<UInt8>) -> R) -> R {
    unsafe Self.lend(cmark_node_get_url(pointer), body)
  }

  /// Lends a C string of the tree as bytes, for the length of the call.
  private static func lend<R>(_ text: UnsafePointer<CChar>?, _ body: (Span<UInt8>) -> R) -> R {
    guard let text = unsafe text else { return body([UInt8]().span) }
    let count = unsafe MarkdownNode.length(text)
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      body(unsafe UnsafeBufferPointer(start: bytes, count: count).span)
    }
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int { unsafe strlen(text) }
}
