/// Writes a graph for other programs, with the ids of its pages and the names of its kinds.
///
/// The order is that of the graph, so the same graph gives the same bytes. Text that is not UTF-8,
/// and characters a format cannot hold, are replaced by U+FFFD. Memory does not grow with the
/// graph.
public struct GraphExport: Sendable {
  /// A file format.
  public enum Format: String, CaseIterable, Sendable {
    case graphml, dot, csv, jsonl
  }

  /// The graph.
  public var graph: Graph
  /// The id of each page, `MOUNT/path`.
  public var pages: PackedStrings
  /// The names of the kinds; the index is ``Kind/rawValue``.
  public var kindNames: [String]
  /// Edges of other kinds are left out; pages never are.
  public var kinds = KindSet.all
  /// Clicks from the roots to each page, `UInt32.max` for none, as ``Graph/depths(from:kinds:)``
  /// gives them; nil to leave them out.
  public var depths: [UInt32]?
  /// The section of each page, an index into ``sectionNames``, any other value for none; nil to
  /// leave them out.
  public var sectionOf: [UInt16]?
  /// The names of the sections.
  public var sectionNames: [String] = []

  /// An export of all edges, without depths and sections.
  ///
  /// - Precondition: there is an id for every page, and a name for every kind of an edge.
  public init(graph: Graph, pages: PackedStrings, kindNames: [String]) {
    precondition(pages.count >= graph.pageCount)
    self.graph = graph
    self.pages = pages
    self.kindNames = kindNames
  }

  /// Writes the whole export in `format`. O(pages + edges). The caller flushes the sink.
  public func write(
    _ format: Format, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    switch format {
    case .graphml: try writeGraphML(to: &sink)
    case .dot: try writeDOT(to: &sink)
    case .csv: try writeCSV(to: &sink)
    case .jsonl: try writeJSONL(to: &sink)
    }
  }
}

extension GraphExport {
  /// The kind of `edge`, an index into ``kindNames``, or nil where it is not wanted.
  @inline(__always)
  func wantedKind(of edge: Int) -> Int? {
    let kind = Kind(rawValue: graph.kinds[edge])
    return kinds.contains(kind) ? Int(kind.rawValue) : nil
  }

  /// The section of `page` as an index into ``sectionNames``, or nil.
  func section(of page: UInt32) -> Int? {
    guard let section = sectionOf.map({ Int($0[Int(page)]) }), section < sectionNames.count else {
      return nil
    }
    return section
  }

  /// The clicks from a root to `page`, or nil.
  func depth(of page: UInt32) -> Int? {
    guard let depth = depths?[Int(page)], depth != .max else { return nil }
    return Int(depth)
  }

  /// Appends the id of `page` as `Format` writes it.
  @inline(__always)
  func append<Format: TextFormat>(
    page: UInt32, as format: Format.Type, to output: inout [UInt8]
  ) {
    pages.withBytes(Int(page)) { Format.append($0, to: &output) }
  }

  /// `names` as `Format` writes them.
  static func written<Format: TextFormat>(_ names: [String], as format: Format.Type) -> [[UInt8]] {
    names.map { name in
      var bytes: [UInt8] = []
      Format.append(name.utf8.span, to: &bytes)
      return bytes
    }
  }

  /// Hands `output` to `sink` once there is enough of it for the call to cost nothing.
  @inline(__always)
  static func drain(
    _ output: inout [UInt8], to sink: inout some ByteSink & ~Copyable, over limit: Int = 65_536
  ) throws(ByteSinkError) {
    guard output.count > limit else { return }
    try sink.write(output.span)
    output.removeAll(keepingCapacity: true)
  }
}
