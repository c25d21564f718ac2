/// The output of `links PAGE`.
public enum LinkListReport {
  /// One JSON object a line for each reference: `role`, `kind`, `url`, `target`, `fragment`, `line`,
  /// `column`, `text`.
  public static func writeJSONLines(
    _ links: [ListedLink], to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var json = JSONWriter()
    for link in links {
      json.beginObject()
      json.key("role")
      json.string(link.role.name)
      json.key("kind")
      json.string(link.kind)
      json.key("url")
      json.string(link.url)
      json.key("target")
      json.string(link.target)
      json.key("fragment")
      json.string(link.fragment)
      json.key("line")
      json.number(link.line)
      json.key("column")
      json.number(link.column)
      json.key("text")
      json.string(link.text)
      json.endObject()
      json.endLine()
      try json.drain(to: &sink)
    }
    try json.drain(to: &sink, force: true)
  }

  /// A line for each reference, then how many there are by role and kind.
  public static func writeText(
    _ links: [ListedLink], to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var lines = TerminalLines(width: 80, color: false)
    var counts: [(role: Role, kind: String, count: Int)] = []
    for link in links {
      lines.token(
        "\(link.line):\(link.column) \(link.role.name) \(link.kind) \(link.url)".utf8.span,
        indent: 0)
      try sink.write(lines.take().span)
      if let index = counts.firstIndex(where: { $0.role == link.role && $0.kind == link.kind }) {
        counts[index].count += 1
      } else {
        counts.append((link.role, link.kind, 1))
      }
    }
    if !links.isEmpty { lines.blank() }
    for role in Role.allCases {
      let ofRole = counts.filter { $0.role == role }
      let total = ofRole.reduce(0) { $0 + $1.count }
      if total == 0 { continue }
      lines.items(
        ofRole.map { "\(ReportNumber.grouped($0.count)) \($0.kind)" }, indent: 0,
        lead: "\(ReportNumber.grouped(total)) \(role.name): ")
    }
    if links.isEmpty { lines.prose("no links", indent: 0) }
    try sink.write(lines.take().span)
  }
}
