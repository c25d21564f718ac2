/// A value of a configuration file and where the file writes it.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// 1-based line; 0 for a value that no file wrote.
  public var line: Int
  /// 1-based column in UTF-8 bytes; 0 for a value that no file wrote.
  public var column: Int

  /// A value at a place.
  public init(_ value: Value, line: Int = 0, column: Int = 0) {
    self.value = value
    self.line = line
    self.column = column
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
