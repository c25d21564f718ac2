/// The little of JSON (RFC 8259) that the server writes.
enum JSON {
  /// `text` as a JSON string.
  static func string(_ text: String) -> String {
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

  /// An object of counts, ordered by name.
  static func counts(_ counts: [String: Int]) -> String {
    let pairs = counts.sorted { $0.key < $1.key }.map { "\(string($0.key)):\($0.value)" }
    return "{\(pairs.joined(separator: ","))}"
  }
}
