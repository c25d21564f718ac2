import Glibc
import LinkGraph

/// Writes reports where the arguments want them.
enum ReportWriting {
  /// Writes `report` to all of `destinations`; one that fails does not keep the others from being
  /// written. Throws the first failure.
  static func write(
    _ report: Report, of checked: CheckedMirror, to destinations: [ReportOptions.Destination],
    _ options: ReportOptions, _ common: CommonOptions, isPartial: Bool = false,
    showsHosts: Bool = false
  ) throws {
    try all(destinations) { destination in
      if case .folder(let folder) = destination.place {
        return try HTMLReport.write(checked.drawn(report), to: folder)
      }
      let isForReaders = [.text, .github, .markdown].contains(destination.format)
      try write(to: destination.place, isForReaders: isForReaders) {
        (sink, isTerminal) throws(ByteSinkError) in
        switch destination.format {
        case .text:
          var text = TextReport()
          text.limit = options.limit == 0 ? nil : options.limit
          text.color = isTerminal && common.usesColor
          text.showsSummary = !common.quiet
          text.isPartial = isPartial
          text.showsHosts = showsHosts
          try text.write(report, to: &sink)
        case .json: try JSONReport.write(report, to: &sink)
        case .jsonl: try JSONLinesReport.write(report, to: &sink)
        case .csv: try CSVReport.write(report, to: &sink)
        case .html: break
        case .sarif:
          let columns = SourceColumns(checked)
          try SARIFReport.write(report, columns: { columns.column(of: $0) }, to: &sink)
        case .junit:
          var junit = JUnitReport()
          if options.failOn == .warning { junit.failing = .warning }
          try junit.write(report, to: &sink)
        case .github: try GitHubReport.write(report, to: &sink)
        case .markdown: try MarkdownReport.write(report, to: &sink)
        case .codequality: try CodeQualityReport.write(report, to: &sink)
        case .rdjsonl: try RDJSONLinesReport.write(report, to: &sink)
        }
      }
    }
  }

  /// Calls `body` for each of `destinations`, whatever becomes of the others; throws the first
  /// failure, and prints those after it.
  static func all(
    _ destinations: [ReportOptions.Destination],
    _ body: (ReportOptions.Destination) throws -> Void
  ) throws {
    Interrupt.current?.beginsReporting()
    var failure: (any Error)?
    for destination in destinations {
      do {
        try body(destination)
      } catch {
        if failure != nil { StandardError.write(SafeText.line("error: \(error)") + "\n") }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  /// Writes to standard output or a file with `body`, which is told whether it is the former.
  ///
  /// - Parameter isForReaders: that standard output is closed early is then no failure: the reader has
  ///   seen enough, as in `linkcheck check | head`. Data that is cut is one.
  static func write(
    to place: ReportOptions.Destination.Place = .standardOutput, isForReaders: Bool,
    _ body: (_ sink: inout FileSink, _ isStandardOutput: Bool) throws(ByteSinkError) -> Void
  ) throws {
    Interrupt.current?.beginsReporting()
    guard case .file(let file) = place else {
      if case .appended(let path) = place { return try append(to: path, body) }
      var sink = FileSink(descriptor: STDOUT_FILENO)
      do throws(ByteSinkError) {
        try body(&sink, true)
        try sink.flush()
      } catch {
        if error.isBrokenPipe, isForReaders { return }
        throw error
      }
      return
    }
    try file.write { sink throws(ByteSinkError) in try body(&sink, false) }
  }

  /// Appends to a file that others write to as well.
  private static func append(
    to path: String,
    _ body: (_ sink: inout FileSink, _ isStandardOutput: Bool) throws(ByteSinkError) -> Void
  ) throws {
    let descriptor = unsafe open(
      path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw ByteSinkError(operation: .open, path: path, errno: errno)
    }
    defer { close(descriptor) }
    var sink = FileSink(descriptor: descriptor)
    try body(&sink, false)
    try sink.flush()
  }
}
