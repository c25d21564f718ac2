/// What a run asked of the network.
public struct NetworkSummary: Sendable, Equatable {
  /// Requests that were sent, those tried again included.
  public var requests = 0
  /// Different URLs that were asked.
  public var asked = 0
  /// Different URLs whose answer an earlier run had brought and that were not asked again.
  public var remembered = 0
  /// From the first request to the last answer.
  public var seconds = 0.0
  /// Bytes received.
  public var bytes = 0

  /// A run that asked nothing yet.
  public init() {}

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
