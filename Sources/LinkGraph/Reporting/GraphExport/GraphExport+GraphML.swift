extension GraphExport {
  /// GraphML 1.0: pages are `n0`, `n1`, ... with attributes `id`, `depth` and `section`, edges have
  /// the attribute `kind`.
  func writeGraphML(to sink: inout some ByteSink & ~Copyable) throws(ByteSinkError) {
    var output: [UInt8] = []
    let kindNames = Self.written(kindNames, as: XMLTextFormat.self)
    let sectionNames = Self.written(sectionNames, as: XMLTextFormat.self)
    output.append(
      utf8: """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="id" for="node" attr.name="id" attr.type="string"/>

        """)
    if depths != nil {
      output.append(
        utf8: "<key id=\"depth\" for=\"node\" attr.name=\"depth\" attr.type=\"int\"/>\n")
    }
    if sectionOf != nil {
      output.append(
        utf8: "<key id=\"section\" for=\"node\" attr.name=\"section\" attr.type=\"string\"/>\n")
    }
    output.append(
      utf8: """
        <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
        <graph id="links" edgedefault="directed">

        """)
    for page in 0..<UInt32(graph.pageCount) {
      output.append(utf8: "<node id=\"n")
      output.append(decimal: page)
      output.append(utf8: "\"><data key=\"id\">")
      append(page: page, as: XMLTextFormat.self, to: &output)
      output.append(utf8: "</data>")
      if let depth = depth(of: page) {
        output.append(utf8: "<data key=\"depth\">")
        output.append(decimal: UInt32(depth))
        output.append(utf8: "</data>")
      }
      if let section = section(of: page) {
        output.append(utf8: "<data key=\"section\">")
        output.append(contentsOf: sectionNames[section])
        output.append(utf8: "</data>")
      }
      output.append(utf8: "</node>\n")
      try Self.drain(&output, to: &sink)
    }
    for page in 0..<UInt32(graph.pageCount) {
      for edge in graph.successors(of: page) {
        guard let kind = wantedKind(of: edge) else { continue }
        output.append(utf8: "<edge source=\"n")
        output.append(decimal: page)
        output.append(utf8: "\" target=\"n")
        output.append(decimal: graph.targets[edge])
        output.append(utf8: "\"><data key=\"kind\">")
        output.append(contentsOf: kindNames[kind])
        output.append(utf8: "</data></edge>\n")
        try Self.drain(&output, to: &sink)
      }
    }
    output.append(utf8: "</graph>\n</graphml>\n")
    try Self.drain(&output, to: &sink, over: 0)
  }
}
