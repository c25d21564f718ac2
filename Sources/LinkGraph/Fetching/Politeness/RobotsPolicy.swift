/// What the answer to asking for `robots.txt` means (RFC 9309, section 2.3.1).
enum RobotsPolicy: Sendable, Equatable {
  /// The body holds the rules.
  case rules
  /// The rules are elsewhere; after ``RobotsRules/redirectLimit`` redirects it is ``allowAll``.
  case follow
  /// There are no rules.
  case allowAll
  /// Nobody knows the rules, so nothing may be asked.
  case disallowAll
}

extension RobotsRules {
  /// Redirects that are followed, also from host to host (RFC 9309, section 2.3.1.2).
  static let redirectLimit = 5

  /// What `status` means; nil where no answer came, so that the file is unreachable.
  ///
  /// 429 is no word on whether there are rules, but on the server's load: as a 5xx. Redirects that
  /// name no place, and the other statuses of their class, are "unavailable", as 4xx.
  static func onStatus(_ status: Int?) -> RobotsPolicy {
    switch status {
    case .some(200..<300): .rules
    case 301, 302, 303, 307, 308: .follow
    case 429: .disallowAll
    case .some(300..<500): .allowAll
    default: .disallowAll
    }
  }
}
