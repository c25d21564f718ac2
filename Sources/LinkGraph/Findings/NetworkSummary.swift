/// What a run asked of the network.
public struct NetworkSummary: Sendable, Equatable {
  /// Requests that were sent, those tried again included.
  public var requests = 0
  /// Different URLs that were asked.
  public var asked = 0
  /// Different URLs whose answer an earlier run had brought and that were not asked again.
  public var remembered = 0
  /// From the first request to the last answer.
  public var seconds = 0.0
  /// Bytes received.
  public var bytes = 0

  /// A run that asked nothing yet.
  public init() {}
}
