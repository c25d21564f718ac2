/// A request to a repository host's API, with the token that goes along.
struct RepositoryRequest: Sendable, Equatable {
  /// Absolute URL.
  var url: String
  /// Header lines `Name: value`. One holds the token: not to be printed, not to be sent elsewhere.
  var headers: [String]
}

extension RepositoryRequest: CustomStringConvertible, CustomDebugStringConvertible {
  /// The URL only.
  var description: String { url }
  /// The URL only.
  var debugDescription: String { url }
}

extension RepositoryRequest: CustomReflectable {
  /// Shows the URL only.
  var customMirror: Swift.Mirror { Swift.Mirror(self, children: ["url": url]) }
}
