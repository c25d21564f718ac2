import Foundation
import Testing

@testable import LinkGraph

@Suite("Reports of runs that ask the network")
struct NetworkReportTests {
  private static let codes = CheckList.standard.codes.filter(\.isOfNetwork)

  /// ``SampleReport/small()`` of a live mirror, with a finding of each code of the network.
  static func report() -> Report {
    var builder = SampleReport.Builder()
    for (index, code) in codes.enumerated() {
      let url = "https://\(code.rawValue).example/"
      builder.add(
        code, target: url, url: url, message: "evidence of \(code.rawValue)",
        [builder.place(UInt32(index % 3), UInt32(index + 1), 7, url)])
    }
    var report = SampleReport.small()
    // One step lower: no second run has confirmed it.
    let place = builder.place(0, 99, 7, "https://once.example/")
    builder.add(
      .timeout, target: "https://once.example/", url: "https://once.example/",
      message: "no answer within 20 s", severity: .warning, [place])
    report.findings = builder.findings.sorted { $0.severity < $1.severity }
    report.occurrences = builder.occurrences
    report.urls = builder.urls
    report.files = PackedStrings([
      "https://mirror.example/", "https://mirror.example/gb/n1.html?a=1&b=2",
      "HTTP://mirror.example/%E4%B8%AD",
    ])
    report.summary.unchecked = []
    report.summary.ignored = []
    report.summary.notes = []
    report.summary.network = network()
    report.summary.hosts = hosts()
    return report
  }

  private static func network() -> NetworkSummary {
    var network = NetworkSummary()
    network.requests = 1_300
    network.asked = 1_234
    network.remembered = 4_000
    network.seconds = 12.3456
    network.bytes = 5_432_100
    return network
  }

  private static func hosts() -> [HostStatistics] {
    var fast = HostStatistics(host: "fast.example")
    (fast.requests, fast.answered, fast.bytes) = (1_000, 1_000, 5_000_000)
    (fast.meanSeconds, fast.slowestSeconds) = (0.0504, 1.25)
    var dead = HostStatistics(host: "dead.example")
    (dead.requests, dead.failed, dead.retries) = (4, 4, 3)
    dead.verdict = "dead: connection refused"
    var long = HostStatistics(host: "a-host-with-a-name-longer-than-its-column.example:8080")
    (long.requests, long.answered, long.slowDowns, long.bytes) = (296, 296, 2, 432_100)
    (long.meanSeconds, long.slowestSeconds) = (3.5, 75)
    var same = dead
    same.host = "also-dead.example"
    return [dead, fast, same, long]
  }

  private func text(_ report: Report, _ change: (inout TextReport) -> Void = { _ in }) throws
    -> String
  {
    var writer = TextReport()
    change(&writer)
    var sink = MemorySink()
    try writer.write(report, to: &sink)
    return sink.string
  }

  private func summary(_ report: Report) throws -> [String: Any] {
    var sink = MemorySink()
    try JSONReport.write(report, to: &sink)
    let value = try JSONSerialization.jsonObject(with: Data(sink.bytes))
    return try #require((value as? [String: Any])?["summary"] as? [String: Any])
  }

  // MARK: Codes and severities

  @Test("Every code is in every format, with the severity of its finding")
  func codes() throws {
    let report = Self.report()
    let expected = (Self.codes.map { "\($0.rawValue) \($0.defaultSeverity)" } + ["timeout warning"])
      .sorted()
    var lines = MemorySink()
    try JSONLinesReport.write(report, to: &lines)
    let found = lines.string.matches(of: /"code":"([a-z-]+)","severity":"([a-z]+)"/)
      .map { "\($0.1) \($0.2)" }
    #expect(found.sorted() == expected)
    var json = MemorySink()
    try JSONReport.write(report, to: &json)
    #expect(
      json.string.matches(of: /"code":"([a-z-]+)","severity":"([a-z]+)"/).map { "\($0.1) \($0.2)" }
        .sorted() == expected)
    var csv = MemorySink()
    try CSVReport.write(report, to: &csv)
    #expect(
      csv.string.split(separator: "\r\n").dropFirst()
        .map { $0.split(separator: ",").prefix(2).joined(separator: " ") }.sorted() == expected)
    let text = try text(report)
    for code in Self.codes { #expect(text.contains(code.title)) }
    #expect(text.contains("✗ Server is too slow · 1 error"))
    #expect(text.contains("▲ Server is too slow · 1 warning"))
    #expect(text.hasSuffix("✗ 7 errors, 2 warnings, 5 infos in 2,000 pages (1.2 s)\n"))
  }

  // MARK: Figures

  @Test("JSON has the network and the hosts of a run that asked")
  func json() throws {
    let summary = try summary(Self.report())
    let network = try #require(summary["network"] as? [String: Any])
    #expect(Set(network.keys) == ["requests", "asked", "remembered", "seconds", "bytes"])
    #expect(network["asked"] as? Int == 1_234 && network["remembered"] as? Int == 4_000)
    #expect(network["seconds"] as? Double == 12.346)
    let hosts = try #require(summary["hosts"] as? [[String: Any]])
    #expect(
      hosts.map { $0["host"] as? String } == [
        "fast.example", "a-host-with-a-name-longer-than-its-column.example:8080",
        "also-dead.example", "dead.example",
      ])
    #expect(
      Set(hosts[0].keys) == [
        "host", "requests", "answered", "failed", "retries", "slowDowns", "bytes", "meanSeconds",
        "slowestSeconds", "verdict",
      ])
    #expect(hosts[0]["meanSeconds"] as? Double == 0.05 && hosts[0]["verdict"] is NSNull)
    #expect(hosts[3]["verdict"] as? String == "dead: connection refused")
    #expect(hosts[1]["slowDowns"] as? Int == 2)
  }

  @Test("Nothing of the network in a report of an offline run")
  func offline() throws {
    var report = Report.small
    report.summary.hosts = []
    let summary = try summary(report)
    #expect(summary["network"] == nil && summary["hosts"] == nil)
    #expect(try !text(report) { $0.showsHosts = true }.contains("  network "))
    #expect(try !text(report) { $0.showsHosts = true }.contains("Hosts"))
  }

  @Test("Text says it in a line")
  func line() throws {
    #expect(
      try text(Self.report()).contains(
        """
          network      asked 1,234 URLs on 4 hosts with 1,300 requests in 12.3 s, 5.4
                       MB; 4,000 remembered

        """))
    var report = Self.report()
    report.summary.network = NetworkSummary()
    report.summary.network?.asked = 1
    report.summary.network?.requests = 1
    report.summary.hosts = [HostStatistics(host: "a.example")]
    #expect(
      try text(report).contains("asked 1 URL on 1 host with 1 request in 0.00 s, 0 B\n"))
    #expect(try !text(Self.report()).contains("Hosts"))
  }

  @Test("Hosts in a table")
  func table() throws {
    let expected = """
      Hosts
                           requests  failed  retries  slowed    data    mean     slowest
        fast.example          1,000       0        0       0  5.0 MB  0.05 s       1.3 s
        a-host-with-a-name-longer-than-its-column.example:8080
                                296       0        0       2  432 kB   3.5 s  1 min 15 s
        also-dead.example         4       4        3       0     0 B       –           –
          dead: connection refused
        dead.example              4       4        3       0     0 B       –           –
          dead: connection refused


      """
    let shown = try text(Self.report()) {
      $0.showsHosts = true
      $0.width = 100
    }
    #expect(shown.contains(expected), "\(shown.suffix(1200))")
    for line in try text(Self.report(), { $0.showsHosts = true }).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 80, "\(line)")
    }
  }

  @Test("Fifty hosts, or all without a limit")
  func limit() throws {
    var report = Self.report()
    report.summary.hosts = (0..<60).map { HostStatistics(host: "h\(100 + $0).example") }
    let some = try text(report) { $0.showsHosts = true }
    #expect(some.matches(of: /h1\d\d\.example/).count == 50)
    #expect(some.contains("… and 10 other hosts; --limit 0 lists all"))
    let all = try text(report) {
      $0.showsHosts = true
      $0.limit = nil
    }
    #expect(all.matches(of: /h1\d\d\.example/).count == 60)
  }

  @Test("A host's name and verdict cannot steer the terminal")
  func hostile() throws {
    var report = Self.report()
    var host = HostStatistics(host: "a\u{1B}[31m\n中.example")
    host.verdict = "\u{9B}2J \u{202E}"
    (host.requests, host.answered, host.bytes) = (.max, .max, .max)
    (host.meanSeconds, host.slowestSeconds) = (.infinity, .nan)
    report.summary.hosts = [host]
    let shown = try text(report) { $0.showsHosts = true }
    #expect(shown.contains(#"a\x1B[31m\n中.example"#) && !shown.contains("\u{1B}"))
    #expect(shown.contains(#"\u{9B}2J \u{202E}"#))
    #expect(throws: Never.self) { try summary(report) }
  }

  @Test(
    "Amounts of data",
    arguments: [
      (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (99_949, "99.9 kB"), (99_950, "100 kB"),
      (999_949, "1,000 kB"), (999_950, "1.0 MB"), (5_432_100, "5.4 MB"), (Int.max, "9.2 EB"),
    ])
  func bytes(count: Int, text: String) {
    #expect(ReportNumber.bytes(count) == text)
  }

  // MARK: Live mirrors

  @Test("Text parts a page's URL from the place in it")
  func places() throws {
    let text = try text(Self.report())
    #expect(text.contains("      https://mirror.example/ 1:7\n"))
    #expect(text.contains("      HTTP://mirror.example/%E4%B8%AD 3:7\n"))
    #expect(!text.contains("mirror.example/:"))
  }

  @Test("HTML links pages to their URLs, lists hosts, and tells groups of one code apart")
  func html() throws {
    let folder = NSTemporaryDirectory() + "linkcheck-network-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try HTMLReport.write(Self.report(), to: folder)
    let findings = try String(contentsOfFile: folder + "/findings.html", encoding: .utf8)
    #expect(
      findings.contains(
        "<code class=\"place\"><a rel=\"noreferrer noopener\" href=\""
          + "https://mirror.example/gb/n1.html?a=1&amp;b=2\">"
          + "https://mirror.example/gb/n1.html?a=1&amp;b=2</a><span class=\"at\">:"))
    for code in Self.codes { #expect(findings.contains("<h2 id=\"\(code.rawValue)\">")) }
    #expect(findings.contains("<h2 id=\"timeout-2\">"))
    #expect(findings.contains("<option value=\"timeout\">Server is too slow (errors)</option>"))
    #expect(findings.contains("<option value=\"timeout-2\">Server is too slow (warnings)</option>"))
    #expect(findings.contains("<option value=\"blocked\">Server does not answer checkers</option>"))
    let overview = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
    #expect(overview.contains("This run asked 1,234 URLs on 4 hosts with 1,300 requests"))
    #expect(
      overview.contains(
        "<code>dead.example</code> <span class=\"warning\">dead: connection refused</span>"))
    try HTMLReport.write(.small, to: folder)
    let offline = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
    #expect(!offline.contains("id=\"network\""))
  }
}
