import Glibc
import LinkGraph

/// Writes reports where the arguments want them.
enum ReportWriting {
  /// Writes `report` to all of `destinations`; one that fails does not keep the others from being
  /// written. Throws the first failure.
  static func write(
    _ report: Report, of checked: CheckedMirror, to destinations: [ReportOptions.Destination],
    _ options: ReportOptions, _ common: CommonOptions, showsHosts: Bool = false
  ) throws {
    try all(destinations) { destination in
      if case .folder(let folder) = destination.place {
        return try HTMLReport.write(checked.drawn(report), to: folder)
      }
      try write(to: destination.place, isForReaders: destination.format == .text) {
        (sink, isTerminal) throws(ByteSinkError) in
        switch destination.format {
        case .text:
          var text = TextReport()
          text.limit = options.limit == 0 ? nil : options.limit
          text.color = isTerminal && common.usesColor
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
}
