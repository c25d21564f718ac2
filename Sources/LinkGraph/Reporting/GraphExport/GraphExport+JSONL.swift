extension GraphExport {
  /// `{"from":...,"to":...,"kind":...}`, a line an edge.
  func writeJSONL(to sink: inout some ByteSink & ~Copyable) throws(ByteSinkError) {
    var output: [UInt8] = []
    let kindNames = Self.written(kindNames, as: JSONEscape.self)
    var from: [UInt8] = []
    for page in 0..<UInt32(graph.pageCount) {
      from.removeAll(keepingCapacity: true)
      from.append(utf8: "{\"from\":\"")
      append(page: page, as: JSONEscape.self, to: &from)
      from.append(utf8: "\",\"to\":\"")
      for edge in graph.successors(of: page) {
        guard let kind = wantedKind(of: edge) else { continue }
        output.append(contentsOf: from)
        append(page: graph.targets[edge], as: JSONEscape.self, to: &output)
        output.append(utf8: "\",\"kind\":\"")
        output.append(contentsOf: kindNames[kind])
        output.append(utf8: "\"}\n")
        try Self.drain(&output, to: &sink)
      }
    }
    try Self.drain(&output, to: &sink, over: 0)
  }
}
