/// The little of JSON (RFC 8259) that the test programs write.
public enum JSON {
  /// `text` as a JSON string, non-ASCII as it is; `null` for nil.
  public static func string(_ text: String?) -> String {
    guard let text else { return "null" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// An object of counts, keys in the order given.
  public static func counts(_ pairs: [(name: String, count: Int)]) -> String {
    "{" + pairs.map { "\(string($0.name)):\($0.count)" }.joined(separator: ",") + "}"
  }

  /// An array of strings.
  public static func strings(_ items: [String]) -> String {
    "[" + items.map { string($0) }.joined(separator: ",") + "]"
  }
}
