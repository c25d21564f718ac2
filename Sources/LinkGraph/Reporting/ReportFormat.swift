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
  /// SARIF 2.1.0 for code scanning; see ``SARIFReport``.
  case sarif
  /// Test cases for Jenkins, GitLab, Azure and CircleCI; see ``JUnitReport``.
  case junit
  /// Annotations of GitHub Actions; see ``GitHubReport``.
  case github
  /// A summary for a page of GitHub or GitLab; see ``MarkdownReport``.
  case markdown
  /// GitLab's Code Quality; see ``CodeQualityReport``.
  case codequality
  /// Reviewdog's diagnostics, one line an occurrence; see ``RDJSONLinesReport``.
  case rdjsonl

  /// The format called `name`, as after `--format`.
  ///
  /// - Throws: ``ReportFormatError`` where there is no such format.
  public init(name: String) throws(ReportFormatError) {
    guard let format = Self(rawValue: name) else { throw .unknown(name) }
    self = format
  }

  /// Whether a report in this format is a folder rather than one file.
  public var isFolder: Bool { self == .html }
}

/// Why a name is no format that can be written.
public enum ReportFormatError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no format of this name.
  case unknown(String)

  /// A sentence for the user that lists what can be had.
  public var description: String {
    let available = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return switch self {
    case .unknown(let name):
      "there is no report format “\(name)”; available: \(available)"
    }
  }
}
