/// The head of a request: GET and HEAD have no body.
struct Request {
  var method: String
  /// The request target as sent: path and query.
  var target: String
  /// Header lines as sent, without line ends.
  var headers: [String]

  /// Reads a head (RFC 9112, section 2.1) that ends with an empty line; nil for anything else.
  init?(head: ArraySlice<UInt8>) {
    let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return nil }
    let words = first.split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    method = String(words[0])
    target = String(words[1])
    headers = lines.dropFirst().map(String.init)
  }

  /// The target up to its query.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// Segments of the path, empty ones left out.
  var segments: [Substring] { path.split(separator: "/") }

  /// The value of `name` in the query, not decoded.
  func query(_ name: String) -> String? {
    guard let mark = target.firstIndex(of: "?") else { return nil }
    for pair in target[mark...].dropFirst().split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts[0] == name { return parts.count > 1 ? String(parts[1]) : "" }
    }
    return nil
  }

  /// The number `name` of the query, else `standard`.
  func number(_ name: String, _ standard: Int) -> Int {
    query(name).flatMap { Int($0) } ?? standard
  }

  /// The value of the header `name`, any letter case.
  func header(_ name: String) -> String? {
    for line in headers {
      guard let colon = line.firstIndex(of: ":") else { continue }
      if line[..<colon].lowercased() == name.lowercased() {
        return String(line[line.index(after: colon)...].drop { $0 == " " })
      }
    }
    return nil
  }
}
