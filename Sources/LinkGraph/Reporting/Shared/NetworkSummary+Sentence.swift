extension NetworkSummary {
  /// It in one line: `asked 2 URLs on 1 host with 3 requests in 0.35 s, 1.2 kB; 4 remembered`.
  func sentence(hosts: Int) -> String {
    var text =
      "asked \(ReportNumber.counted(asked, "URL")) on \(ReportNumber.counted(hosts, "host"))"
    text += " with \(ReportNumber.counted(requests, "request"))"
    text += " in \(ReportNumber.duration(seconds)), \(ReportNumber.bytes(bytes))"
    if remembered > 0 { text += "; \(ReportNumber.grouped(remembered)) remembered" }
    return text
  }
}
