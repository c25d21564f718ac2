extension GraphExport {
  /// A `digraph` of Graphviz: pages are `n0`, `n1`, ... with their ids as labels, so that ids which
  /// are no UTF-8 stay apart. Depth and section are attributes of pages, the kind one of edges.
  func writeDOT(to sink: inout some ByteSink & ~Copyable) throws(ByteSinkError) {
    var output: [UInt8] = []
    let kindNames = Self.written(kindNames, as: DOTAttributeFormat.self)
    let sectionNames = Self.written(sectionNames, as: DOTAttributeFormat.self)
    output.append(utf8: "digraph links {\n")
    for page in 0..<UInt32(graph.pageCount) {
      output.append(utf8: "  n")
      output.append(decimal: page)
      output.append(utf8: " [label=\"")
      append(page: page, as: DOTTextFormat.self, to: &output)
      output.append(0x22)
      if let depth = depth(of: page) {
        output.append(utf8: ", depth=")
        output.append(decimal: UInt32(depth))
      }
      if let section = section(of: page) {
        output.append(utf8: ", section=\"")
        output.append(contentsOf: sectionNames[section])
        output.append(0x22)
      }
      output.append(utf8: "];\n")
      try Self.drain(&output, to: &sink)
    }
    for page in 0..<UInt32(graph.pageCount) {
      for edge in graph.successors(of: page) {
        guard let kind = wantedKind(of: edge) else { continue }
        output.append(utf8: "  n")
        output.append(decimal: page)
        output.append(utf8: " -> n")
        output.append(decimal: graph.targets[edge])
        output.append(utf8: " [kind=\"")
        output.append(contentsOf: kindNames[kind])
        output.append(utf8: "\"];\n")
        try Self.drain(&output, to: &sink)
      }
    }
    output.append(utf8: "}\n")
    try Self.drain(&output, to: &sink, over: 0)
  }
}
