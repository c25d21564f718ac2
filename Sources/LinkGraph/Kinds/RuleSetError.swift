/// Why rules cannot be compiled.
struct RuleSetError: Error, CustomStringConvertible {
  /// What is too much, as a sentence's end.
  var description: String
}
