/// What a user may give as `User-Agent`.
public enum UserAgentText {
  /// What is wrong with `text`, as the end of a sentence; nil where nothing is.
  ///
  /// It is printable ASCII that begins with a product token (RFC 9110, section 10.1.5), whose
  /// letters, `-` and `_` are what rules of robots.txt name (RFC 9309, section 2.2.1).
  public static func fault(in text: String) -> String? {
    guard text.utf8.count <= 256 else { return "must not be longer than 256 bytes" }
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), text.utf8.first != 0x20 else {
      return "must be printable ASCII without a space in front, e.g. `examplebot/1.0 (+https://"
        + "mirror.example/)`"
    }
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else {
      return "must begin with a product name, e.g. `examplebot/1.0`"
    }
    return nil
  }
}
