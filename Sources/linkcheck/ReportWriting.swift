import Glibc
import LinkGraph

/// Writes reports where the arguments want them.
enum ReportWriting {
  static func write(
    _ report: Report, of checked: CheckedMirror, to destinations: [ReportOptions.Destination],
    _ options: ReportOptions, _ common: CommonOptions, showsHosts: Bool = false
  ) throws {
    for destination in destinations {
      if destination.format == .html, let path = destination.path {
        try HTMLReport.write(checked.drawn(report), to: path)
        continue
      }
      if let path = destination.path {
        var sink = try FileSink(path: path)
        try write(
          report, destination.format, options, color: false, common, showsHosts: showsHosts,
          to: &sink)
        try sink.close()
      } else {
        var sink = FileSink(descriptor: STDOUT_FILENO)
        try write(
          report, destination.format, options, color: common.usesColor, common,
          showsHosts: showsHosts,
          to: &sink)
        try sink.flush()
      }
    }
  }

  private static func write(
    _ report: Report, _ format: ReportFormat, _ options: ReportOptions, color: Bool,
    _ common: CommonOptions, showsHosts: Bool, to sink: inout FileSink
  ) throws(ByteSinkError) {
    switch format {
    case .text:
      var text = TextReport()
      text.limit = options.limit == 0 ? nil : options.limit
      text.color = color
      text.showsSummary = !common.quiet
      text.showsHosts = showsHosts
      try text.write(report, to: &sink)
    case .json: try JSONReport.write(report, to: &sink)
    case .jsonl: try JSONLinesReport.write(report, to: &sink)
    case .csv: try CSVReport.write(report, to: &sink)
    case .html: break
    }
  }
}
