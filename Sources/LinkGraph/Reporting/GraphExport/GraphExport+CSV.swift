extension GraphExport {
  /// `from,to,kind`, a line an edge, ended by CR LF (RFC 4180); fields as ``CSVEscape`` says.
  func writeCSV(to sink: inout some ByteSink & ~Copyable) throws(ByteSinkError) {
    var output: [UInt8] = []
    output.append(utf8: "from,to,kind\r\n")
    let kindNames = kindNames.map { name in
      var field: [UInt8] = []
      CSVEscape.append(field: name.utf8.span, to: &field)
      return field
    }
    var from: [UInt8] = []
    for page in 0..<UInt32(graph.pageCount) {
      from.removeAll(keepingCapacity: true)
      pages.withBytes(Int(page)) { CSVEscape.append(field: $0, to: &from) }
      from.append(0x2C)
      for edge in graph.successors(of: page) {
        guard let kind = wantedKind(of: edge) else { continue }
        output.append(contentsOf: from)
        pages.withBytes(Int(graph.targets[edge])) { CSVEscape.append(field: $0, to: &output) }
        output.append(0x2C)
        output.append(contentsOf: kindNames[kind])
        output.append(utf8: "\r\n")
        try Self.drain(&output, to: &sink)
      }
    }
    try Self.drain(&output, to: &sink, over: 0)
  }
}
