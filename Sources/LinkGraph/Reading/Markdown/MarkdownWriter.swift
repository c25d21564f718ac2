/// Writes a Markdown page out as the HTML that its readers get, with a map back to the source.
///
/// Blocks and inlines of raw HTML go through byte for byte, so the tokenizer reads what a browser
/// reads: tags that span blocks, labels and tables included. Not written: what has no part in links,
/// such as language classes; and GFM's tag filter, because the host's sanitiser takes those elements
/// away anyway.
struct MarkdownWriter: Sendable {
  /// The HTML.
  private(set) var output: [UInt8] = []
  /// Where each part of ``output`` comes from.
  private(set) var map = SourceMap()
  /// Whether the source begins with metadata, which site generators make a page of.
  private(set) var hasFrontMatter = false
  private var lines = SourceLines()

  /// Writes `source` from `start` on. O(length).
  ///
  /// Throws where that costs too much: see ``MarkdownBudget`` and ``limit(ofLength:)``.
  mutating func write(_ source: Span<UInt8>, from start: Int) throws(ReadFailure) {
    output.removeAll(keepingCapacity: true)
    map.reset()
    let body = FrontMatter.end(in: source, from: start)
    hasFrontMatter = body > start
    lines.index(source, from: body)
    let tree = try MarkdownTree(source.extracting(body..<source.count))
    var walk = Walk(
      output: output, map: map, lines: lines, places: InlinePlaces(length: source.count))
    output = []
    let limit = Self.limit(ofLength: source.count)
    tree.walk { node, isEntering in
      walk.visit(node, isEntering, source)
      return walk.output.count <= limit
    }
    output = walk.output
    map = walk.map
    if output.count > limit {
      throw ReadFailure(
        .tooCostly,
        "its Markdown says more than \(limit >> 20) MiB: look for long definitions that are used many "
          + "times")
    }
  }

  /// How much HTML a source may become: far more than marks and escapes can make of any text, since
  /// only a definition's URL is written more than once.
  static func limit(ofLength length: Int) -> Int { 16 << 20 + 16 * length }
}

/// The state of one walk over the tree.
private struct Walk {
  var output: [UInt8]
  var map: SourceMap
  let lines: SourceLines
  var places: InlinePlaces
  /// How many images are open: their content is only alternative text.
  var imageDepth = 0
  /// Whether the rows being written are a table's head.
  var isInHead = false

  mutating func visit(_ node: MarkdownNode, _ isEntering: Bool, _ source: Span<UInt8>) {
    let sort = node.sort
    if imageDepth > 0, sort != .image {
      if sort == .text || sort == .code { node.withLiteral { escape($0) } }
      if sort == .softBreak || sort == .lineBreak { output.append(UInt8(ascii: " ")) }
      return
    }
    switch sort {
    case .htmlBlock: writeHTMLBlock(node, source)
    case .htmlInline: writeHTMLInline(node, source)
    case .text: writeText(node, source)
    case .code:
      output.append(utf8: "<code>")
      node.withLiteral { text in
        if let found = places.literal(text, in: source, from: places.cursor) {
          places.cursor = found + text.count
        }
        escape(text)
      }
      output.append(utf8: "</code>")
    case .softBreak: output.append(UInt8(ascii: "\n"))
    case .lineBreak: output.append(utf8: "<br>\n")
    case .codeBlock:
      output.append(utf8: "<pre><code>")
      node.withLiteral { escape($0) }
      output.append(utf8: "</code></pre>\n")
    case .thematicBreak: output.append(utf8: "<hr>\n")
    case .link: isEntering ? openLink(node, source) : output.append(utf8: "</a>")
    case .image: isEntering ? openImage(node, source) : closeImage()
    case .footnoteReference: output.append(utf8: "<sup>*</sup>")
    case .heading:
      if isEntering { begin(node) }
      writeTag(headings[min(max(node.headingLevel, 1), 6) - 1], isEntering)
    case .paragraph:
      if isEntering { begin(node) }
      if !node.isTight { writeTag(("<p>", "</p>\n"), isEntering) }
    case .tableHead, .tableRow:
      isInHead = sort == .tableHead
      if isEntering { begin(node) }
      writeTag(("<tr>", "</tr>\n"), isEntering)
    case .tableCell:
      if isEntering, node.startLine > 0 { beginIfAhead(node) }
      writeTag(isInHead ? ("<th>", "</th>") : ("<td>", "</td>"), isEntering)
    case .blockQuote: writeTag(("<blockquote>\n", "</blockquote>\n"), isEntering)
    case .list:
      writeTag(node.isOrderedList ? ("<ol>\n", "</ol>\n") : ("<ul>\n", "</ul>\n"), isEntering)
    case .item: writeTag(("<li>", "</li>\n"), isEntering)
    case .table: writeTag(("<table>\n", "</table>\n"), isEntering)
    case .footnoteDefinition: writeTag(("<section><p>", "</p></section>\n"), isEntering)
    case .emphasis: writeTag(("<em>", "</em>"), isEntering)
    case .strong: writeTag(("<strong>", "</strong>"), isEntering)
    case .strikethrough: writeTag(("<del>", "</del>"), isEntering)
    case .document, .other: break
    }
  }

  private var headings: [(StaticString, StaticString)] {
    [
      ("<h1>", "</h1>\n"), ("<h2>", "</h2>\n"), ("<h3>", "</h3>\n"), ("<h4>", "</h4>\n"),
      ("<h5>", "</h5>\n"), ("<h6>", "</h6>\n"),
    ]
  }

  private mutating func writeTag(_ tags: (StaticString, StaticString), _ isEntering: Bool) {
    output.append(utf8: isEntering ? tags.0 : tags.1)
  }

  private mutating func begin(_ node: MarkdownNode) {
    if node.startLine > 0 { places.begin(lines.range(node.startLine, node.endLine)) }
    map.append(output: output.count, source: places.cursor, isCopy: false)
  }

  private mutating func beginIfAhead(_ node: MarkdownNode) {
    let range = lines.range(node.startLine, node.endLine)
    if range.lowerBound > places.block.lowerBound { places.begin(range) }
  }

  // MARK: Raw HTML

  private mutating func writeHTMLBlock(_ node: MarkdownNode, _ source: Span<UInt8>) {
    node.withLiteral { literal in
      let start = lines.start(ofLine: node.startLine)
      if node.isTopLevel {
        // The last line may lack its break in the source.
        for length in [literal.count, literal.count - 1]
        where length > 0 && start + length <= source.count {
          let original = source.extracting(start..<(start + length))
          guard original.equals(literal.extracting(0..<length)) else { continue }
          map.append(output: output.count, source: start, isCopy: true)
          output.append(bytes: literal)
          return
        }
      }
      // In a container each line has lost its beginning, so lines are matched by their ends.
      var at = 0
      var line = node.startLine
      while at < literal.count {
        let end = ByteSearch.first(UInt8(ascii: "\n"), in: literal, at..<literal.count)
        let content = at..<(end ?? literal.count)
        let original = lines.range(line, line)
        var last = original.upperBound
        while last > original.lowerBound, source[last - 1] == UInt8(ascii: "\n") { last -= 1 }
        map.append(
          output: output.count, source: max(original.lowerBound, last - content.count),
          isCopy: last - original.lowerBound >= content.count)
        output.append(bytes: literal.extracting(at..<(end.map { $0 + 1 } ?? literal.count)))
        at = end.map { $0 + 1 } ?? literal.count
        line += 1
      }
    }
  }

  private mutating func writeHTMLInline(_ node: MarkdownNode, _ source: Span<UInt8>) {
    node.withLiteral { literal in
      // In a container a tag over several lines has lost the beginnings of its further lines.
      let firstLine =
        ByteSearch.first(UInt8(ascii: "\n"), in: literal, 0..<literal.count) ?? literal.count
      var found: Int?
      if let hint = hint(node), hint + firstLine <= source.count, hint >= places.cursor,
        source.extracting(hint..<(hint + firstLine)).equals(literal.extracting(0..<firstLine))
      {
        found = hint
      } else {
        found = places.literal(
          literal.extracting(0..<firstLine), in: source, from: places.cursor)
      }
      map.append(output: output.count, source: found ?? places.cursor, isCopy: found != nil)
      if let found { places.cursor = found + firstLine }
      output.append(bytes: literal.extracting(0..<firstLine))
      var at = firstLine
      while at < literal.count {
        let end =
          ByteSearch.first(UInt8(ascii: "\n"), in: literal, (at + 1)..<literal.count)
          ?? literal.count
        let line = literal.extracting((at + 1)..<end)
        if let place = places.literal(line, in: source, from: places.cursor) {
          map.append(output: output.count, source: place - 1, isCopy: true)
          places.cursor = place + line.count
        }
        output.append(bytes: literal.extracting(at..<end))
        at = end
      }
      map.append(output: output.count, source: places.cursor, isCopy: false)
    }
  }

  private func hint(_ node: MarkdownNode) -> Int? {
    let line = node.startLine
    let column = node.startColumn
    guard line > 0, column > 0 else { return nil }
    return lines.start(ofLine: line) + column - 1
  }

  // MARK: Text

  private mutating func writeText(_ node: MarkdownNode, _ source: Span<UInt8>) {
    node.withLiteral { text in
      var at = 0
      while let less = ByteSearch.first(UInt8(ascii: "<"), in: text, at..<text.count) {
        writeDamage(text, less, source)
        at = less + 1
      }
      escape(text)
    }
  }

  /// A tag that is only text: shown to the tokenizer as the fused tag it reports as damage.
  private mutating func writeDamage(_ text: Span<UInt8>, _ less: Int, _ source: Span<UInt8>) {
    var end = less + 1
    while end < text.count, text[end].isASCIILetter { end += 1 }
    guard end > less + 1,
      let start = places.literal(
        text.extracting(less..<end), in: source, from: places.cursor)
    else { return }
    // Found, whatever it is: what comes later in the text stands later in the source.
    places.cursor = max(places.cursor, start + 1)
    guard let tag = BrokenInlineTag(at: start, in: source, limit: places.block.upperBound) else {
      return
    }
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: tag.element.name.utf8)
    output.append(contentsOf: tag.attribute.name.utf8)
    output.append(utf8: "=\"")
    map.append(output: output.count, source: tag.address.lowerBound, isCopy: true)
    output.append(bytes: source.extracting(tag.address))
    map.append(output: output.count, source: tag.address.upperBound, isCopy: false)
    output.append(utf8: "\">")
  }

  private mutating func escape(_ text: Span<UInt8>) {
    var run = 0
    for index in text.indices {
      let replacement: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      default: continue
      }
      output.append(bytes: text.extracting(run..<index))
      output.append(utf8: replacement)
      run = index &+ 1
    }
    output.append(bytes: text.extracting(run..<text.count))
  }

  // MARK: Links

  private mutating func openLink(_ node: MarkdownNode, _ source: Span<UInt8>) {
    output.append(utf8: "<a href=\"")
    writeURL(node, source)
    output.append(utf8: "\">")
  }

  private mutating func openImage(_ node: MarkdownNode, _ source: Span<UInt8>) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    output.append(utf8: "<img src=\"")
    writeURL(node, source)
    output.append(utf8: "\" alt=\"")
  }

  private mutating func closeImage() {
    imageDepth -= 1
    if imageDepth == 0 { output.append(utf8: "\">") }
  }

  private mutating func writeURL(_ node: MarkdownNode, _ source: Span<UInt8>) {
    let hint = hint(node)
    node.withURL { url in
      var written = url
      for prefix in ["mailto:", "http://"] as [StaticString] {
        let length = prefix.utf8CodeUnitCount
        // An address or `www.` that was linked by itself stands in the source without its scheme.
        if url.count > length, url.extracting(0..<length).equals(prefix),
          places.literal(url, in: source, from: places.cursor) == nil
        {
          written = url.extracting(length..<url.count)
        }
      }
      let place = places.destination(of: written, hint: hint, in: source)
      map.append(output: output.count, source: place.offset, isCopy: false)
      escape(url)
      map.append(output: output.count, source: place.offset + written.count, isCopy: false)
    }
  }
}
