import Foundation

/// One line of a `jsonl` report, as far as tests of the network look at it.
struct OnlineFinding: Decodable, Sendable {
  var code: String
  var severity: String
  var page: String
  var url: String?
  var message: String
  var suggestion: String?

  /// The lines of `text`.
  static func parse(_ text: String) throws -> [OnlineFinding] {
    try text.split(separator: "\n").map {
      try JSONDecoder().decode(OnlineFinding.self, from: Data($0.utf8))
    }
  }
}
