import Testing

@testable import LinkGraph

@Suite struct GraphExportTests {
  /// Three pages with awkward ids, four edges of two kinds.
  private func sample() -> GraphExport {
    var pages = PackedStrings(["a.md", "=b \"x\",<&>\\.md"])
    let broken: [UInt8] = [0x63, 0xFF, 0x01, 0x0A, 0x64]
    pages.append(broken.span)
    let links: [(UInt32, UInt32, UInt8)] = [(0, 1, 0), (0, 1, 1), (1, 2, 0), (2, 0, 1)]
    var builder = GraphBuilder(pageCount: 3)
    for link in links { builder.add(from: link.0, to: link.1, kind: Kind(rawValue: link.2)) }
    return GraphExport(graph: builder.build(), pages: pages, kindNames: ["content", "R&D"])
  }

  private func text(_ export: GraphExport, _ format: GraphExport.Format) throws -> String {
    var sink = MemorySink()
    try export.write(format, to: &sink)
    return sink.string
  }

  @Test func csv() throws {
    let broken = "\"c\u{FFFD}\u{1}\nd\""
    #expect(
      try text(sample(), .csv)
        == [
          "from,to,kind",
          "a.md,\"'=b \"\"x\"\",<&>\\.md\",content",
          "a.md,\"'=b \"\"x\"\",<&>\\.md\",R&D",
          "\"'=b \"\"x\"\",<&>\\.md\",\(broken),content",
          "\(broken),a.md,R&D",
          "",
        ].joined(separator: "\r\n"))
  }

  @Test func jsonl() throws {
    #expect(
      try text(sample(), .jsonl) == #"""
        {"from":"a.md","to":"=b \"x\",<&>\\.md","kind":"content"}
        {"from":"a.md","to":"=b \"x\",<&>\\.md","kind":"R&D"}
        {"from":"=b \"x\",<&>\\.md","to":"c�\u0001\nd","kind":"content"}
        {"from":"c�\u0001\nd","to":"a.md","kind":"R&D"}

        """#)
  }

  @Test func dot() throws {
    var export = sample()
    export.depths = [0, 1, .max]
    export.sectionOf = [0, 1, 7]
    export.sectionNames = ["s\"0", "s&1"]
    #expect(
      try text(export, .dot) == #"""
        digraph links {
          n0 [label="a.md", depth=0, section="s\"0"];
          n1 [label="=b \"x\",<&amp;>\\.md", depth=1, section="s&1"];
          n2 [label="c��\nd"];
          n0 -> n1 [kind="content"];
          n0 -> n1 [kind="R&D"];
          n1 -> n2 [kind="content"];
          n2 -> n0 [kind="R&D"];
        }

        """#)
  }

  @Test func graphML() throws {
    var export = sample()
    export.depths = [0, 1, .max]
    export.sectionOf = [0, 1, 7]
    export.sectionNames = ["s\"0", "s&1"]
    #expect(
      try text(export, .graphml) == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \#
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="id" for="node" attr.name="id" attr.type="string"/>
        <key id="depth" for="node" attr.name="depth" attr.type="int"/>
        <key id="section" for="node" attr.name="section" attr.type="string"/>
        <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
        <graph id="links" edgedefault="directed">
        <node id="n0"><data key="id">a.md</data><data key="depth">0</data>\#
        <data key="section">s&quot;0</data></node>
        <node id="n1"><data key="id">=b &quot;x&quot;,&lt;&amp;&gt;\.md</data>\#
        <data key="depth">1</data><data key="section">s&amp;1</data></node>
        <node id="n2"><data key="id">c��&#10;d</data></node>
        <edge source="n0" target="n1"><data key="kind">content</data></edge>
        <edge source="n0" target="n1"><data key="kind">R&amp;D</data></edge>
        <edge source="n1" target="n2"><data key="kind">content</data></edge>
        <edge source="n2" target="n0"><data key="kind">R&amp;D</data></edge>
        </graph>
        </graphml>

        """#)
  }

  @Test func onlyEdgesOfTheKindsAreWritten() throws {
    var export = sample()
    export.kinds = KindSet(Kind(rawValue: 1))
    #expect(try text(export, .jsonl).split(separator: "\n").count == 2)
    #expect(try text(export, .csv).split(separator: "\r\n").count == 3)
    let dot = try text(export, .dot)
    #expect(!dot.contains("content"))
    #expect(dot.contains("n1 [label"))
    let graphML = try text(export, .graphml)
    #expect(graphML.split(separator: "<edge ").count == 3)
    #expect(graphML.split(separator: "<node ").count == 4)
    #expect(!graphML.contains("depth"))
    #expect(!graphML.contains("section"))
  }

  @Test func aGraphWithoutPages() throws {
    let export = GraphExport(
      graph: GraphBuilder(pageCount: 0).build(), pages: PackedStrings(), kindNames: [])
    #expect(try text(export, .csv) == "from,to,kind\r\n")
    #expect(try text(export, .jsonl) == "")
    #expect(try text(export, .dot) == "digraph links {\n}\n")
    #expect(try text(export, .graphml).hasSuffix("</graph>\n</graphml>\n"))
  }

  /// Takes everything, and remembers the largest piece.
  private struct MeasuringSink: ByteSink {
    var total = 0
    var largest = 0

    mutating func write(_ bytes: Span<UInt8>) throws(ByteSinkError) {
      total += bytes.count
      largest = max(largest, bytes.count)
    }
  }

  @Test(arguments: GraphExport.Format.allCases)
  func onePageWithManyLinksIsStreamed(format: GraphExport.Format) throws {
    let count = 20_000
    let name = String(repeating: "n", count: 400)
    var builder = GraphBuilder(pageCount: count)
    for page in 1..<UInt32(count) { builder.add(from: 0, to: page, kind: .content) }
    let export = GraphExport(
      graph: builder.build(), pages: PackedStrings((0..<count).map { "\(name)\($0)" }),
      kindNames: ["content"])
    var sink = MeasuringSink()
    try export.write(format, to: &sink)
    #expect(sink.total > 8_000_000)
    #expect(sink.largest < 70_000)
  }

  /// Fails after some bytes, as a full disk does.
  private struct FailingSink: ByteSink {
    var room: Int

    mutating func write(_ bytes: Span<UInt8>) throws(ByteSinkError) {
      room -= bytes.count
      if room < 0 { throw ByteSinkError(operation: .write, path: "x", errno: 28) }
    }
  }

  @Test(arguments: GraphExport.Format.allCases)
  func aSinkThatFailsEndsTheExport(format: GraphExport.Format) {
    var sink = FailingSink(room: 5)
    #expect(throws: ByteSinkError(operation: .write, path: "x", errno: 28)) {
      try sample().write(format, to: &sink)
    }
  }
}
