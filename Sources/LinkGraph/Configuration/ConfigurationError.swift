/// Everything that is wrong with one configuration file.
public struct ConfigurationError: Error, CustomStringConvertible, Sendable {
  /// One thing that is wrong.
  public struct Problem: Sendable, Equatable {
    /// 1-based line; 0 where the file as a whole is meant.
    public var line: Int
    /// 1-based column in UTF-8 bytes; 0 where the file as a whole is meant.
    public var column: Int
    /// What is wrong and what would be right, in one line.
    public var message: String

    /// A problem at a place.
    public init(line: Int = 0, column: Int = 0, message: String) {
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// The file as its reader was told it.
  public var file: String
  /// What is wrong with it, in the order of the file; never empty.
  public var problems: [Problem]

  /// How many problems a description lists.
  static let listed = 50

  /// The problems of `file`.
  public init(file: String, problems: [Problem]) {
    self.file = file
    self.problems = problems
  }

  /// A single problem, such as one that a later stage finds at a ``Located`` value.
  public init(file: String, line: Int = 0, column: Int = 0, message: String) {
    self.init(file: file, problems: [Problem(line: line, column: column, message: message)])
  }

  /// Line of the first problem.
  public var line: Int { problems.first?.line ?? 0 }
  /// Column of the first problem.
  public var column: Int { problems.first?.column ?? 0 }
  /// Message of the first problem.
  public var message: String { problems.first?.message ?? "" }

  /// A line `FILE:LINE:COLUMN: message` for each problem.
  public var description: String { lines.joined(separator: "\n") }

  /// The lines of ``description``. Each may itself have line breaks, from the file.
  public var lines: [String] {
    var lines = problems.prefix(Self.listed).map { problem in
      problem.line > 0
        ? "\(file):\(problem.line):\(problem.column): \(problem.message)"
        : "\(file): \(problem.message)"
    }
    if problems.count > Self.listed {
      lines.append("\(file): and \(problems.count - Self.listed) more")
    }
    return lines
  }
}
