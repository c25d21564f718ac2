/// What was asked of one host in a run, and how it took it.
public struct HostStatistics: Sendable, Equatable {
  /// The host's origin, e.g. `https://mirror.example:8443`: http and https are counted apart.
  public var host: String
  /// Requests that were sent, those tried again included.
  public var requests = 0
  /// Of these, requests that got an answer of any status, and requests that got none.
  public var answered = 0, failed = 0
  /// Requests that were tried again, and times that the host asked to slow down.
  public var retries = 0, slowDowns = 0
  /// Bytes received.
  public var bytes = 0
  /// Time of an answered request, on average and at most.
  public var meanSeconds = 0.0, slowestSeconds = 0.0
  /// What the host as a whole turned out to be, e.g. `dead: connection refused`; empty where there
  /// is nothing to say.
  public var verdict = ""

  /// A host that nothing was asked of yet.
  public init(host: String) { self.host = host }

  /// `hosts`, those with most requests first, then by name. O(n log n).
  static func ordered(_ hosts: [HostStatistics]) -> [HostStatistics] {
    hosts.sorted { ($1.requests, $0.host) < ($0.requests, $1.host) }
  }
}
