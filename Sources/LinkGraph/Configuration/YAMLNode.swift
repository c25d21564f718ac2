/// A value of a YAML document, with its place and without aliases.
struct YAMLNode: Sendable {
  /// What plain text stands for, by the core schema of YAML 1.2; quoted text is a string.
  enum ScalarType: Sendable { case string, number, boolean, null }

  /// A key and its value.
  struct Entry: Sendable {
    var key: Located<String>
    var value: YAMLNode
  }

  /// What the value is.
  enum Content: Sendable {
    case scalar(String, ScalarType)
    case list([YAMLNode])
    case mapping([Entry])
    /// Reported already.
    case invalid
  }

  /// The value.
  var content: Content
  /// 1-based line.
  var line: Int
  /// 1-based column in UTF-8 bytes.
  var column: Int
  /// Column of the text's first byte, where the file writes it as it is, without escapes; else nil.
  var textColumn: Int?
  /// How many values this one holds, itself included, with aliases written out.
  var weight = 1

  /// The value's type, with its article.
  var typeName: String {
    switch content {
    case .scalar(_, .string): "a string"
    case .scalar(_, .number): "a number"
    case .scalar(_, .boolean): "a boolean"
    case .scalar(_, .null): "empty"
    case .list: "a list"
    case .mapping: "a mapping"
    case .invalid: "invalid"
    }
  }

  /// Whether there is no value: nothing behind the key, `~` or `null`.
  var isNull: Bool {
    if case .scalar(_, .null) = content { true } else { false }
  }

  /// What plain `text` stands for. O(1) in effect: numbers are short.
  static func type(ofPlain text: String) -> ScalarType {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE", "false", "False", "FALSE": .boolean
    default: isNumber(text) ? .number : .string
    }
  }

  /// Whether `text` is an integer or a float of the core schema.
  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    var rest = Substring(text)
    func dropDigits() -> Int {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
      return text.count > 2
        && text.dropFirst(2).allSatisfy { $0.isASCII && Int(String($0), radix: radix) != nil }
    }
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(rest) { return true }
    var digits = dropDigits()
    if rest.first == "." {
      rest = rest.dropFirst()
      digits += dropDigits()
    }
    guard digits > 0 else { return false }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
      guard dropDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
