/// Why a mirror could not be written, in sentences a user can act on.
enum GeneratorError: Error, CustomStringConvertible {
  /// The output folder holds something already.
  case outputNotEmpty(String)
  /// A file operation failed; `code` is the value of `errno`.
  case file(operation: String, path: String, code: Int32, reason: String)
  /// `--defects` names something that is no code.
  case unknownCode(String)
  /// A code that this kind of mirror cannot have.
  case codeNotApplicable(String, reason: String)
  /// The mirror is too small for its defects.
  case tooFewPages(pages: Int, needed: Int)
  /// A number out of range.
  case badNumber(option: String, value: Int, range: ClosedRange<Int>)

  var description: String {
    switch self {
    case .outputNotEmpty(let path):
      "\(path) exists and is not empty; name a new folder or empty it first"
    case .file(let operation, let path, _, let reason):
      "cannot \(operation) \(path): \(reason)"
    case .unknownCode(let name):
      "--defects: no code is named \"\(name)\"; the codes are "
        + DefectCode.allCases.map(\.rawValue).joined(separator: ", ")
    case .codeNotApplicable(let code, let reason):
      "--defects: \(code) \(reason)"
    case .tooFewPages(let pages, let needed):
      "--pages \(pages) is too few for these defects: take \(needed) or more, fewer codes, "
        + "or a smaller --defects-per-code"
    case .badNumber(let option, let value, let range):
      "\(option) \(value) is out of range: \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
