/// Why rules cannot be compiled.
struct RuleSetError: Error, CustomStringConvertible {
  /// What is too much, as a sentence's end.
  var description: String
  /// The rule with which it is too much; nil where no one is.
  var rule: Int?
}
