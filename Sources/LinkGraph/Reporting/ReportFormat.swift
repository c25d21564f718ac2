/// The formats a report can be written in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people at a terminal; see ``TextReport``.
  case text
  /// One object with everything; see ``JSONReport``.
  case json
  /// One line an occurrence; see ``JSONLinesReport``.
  case jsonl
  /// RFC 4180, one record an occurrence; see ``CSVReport``.
  case csv
  /// A folder to open in a browser; see ``HTMLReport``.
  case html

  /// Formats that are part of the contract but that this version cannot write.
  public static let announced = ["junit", "sarif", "markdown", "github"]

  /// The format called `name`, as after `--format`.
  ///
  /// - Throws: ``ReportFormatError`` where there is no such format, or not yet.
  public init(name: String) throws(ReportFormatError) {
    if let format = Self(rawValue: name) {
      self = format
    } else if Self.announced.contains(name) {
      throw .notAvailableYet(name)
    } else {
      throw .unknown(name)
    }
  }

  /// Whether a report in this format is a folder rather than one file.
  public var isFolder: Bool { self == .html }
}

/// Why a name is no format that can be written.
public enum ReportFormatError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no format of this name.
  case unknown(String)
  /// A later version will write this format.
  case notAvailableYet(String)

  /// A sentence for the user that lists what can be had.
  public var description: String {
    let available = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return switch self {
    case .unknown(let name):
      "there is no report format “\(name)”; available: \(available)"
    case .notAvailableYet(let name):
      "report format “\(name)” is not available yet; available: \(available)"
    }
  }
}
