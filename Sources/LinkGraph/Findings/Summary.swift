/// The figures of one run.
public struct Summary: Sendable {
  /// One line of ``unchecked``: links that were not judged, and why.
  public struct Unchecked: Sendable {
    /// What the URLs have in common, e.g. `https://github.com/example/other`.
    public var prefix: String
    /// Why they were not judged, in a few words, e.g. `repository is not mounted`.
    public var reason: String
    /// How many links.
    public var links: Int
    /// What to do to have them checked, e.g. `mount example/other`; nil where nothing can be done.
    public var remedy: String?

    /// A line from its parts.
    public init(prefix: String, reason: String, links: Int, remedy: String?) {
      self.prefix = prefix
      self.reason = reason
      self.links = links
      self.remedy = remedy
    }
  }

  /// Findings that an `ignore` entry took out of the report.
  public struct Ignored: Sendable {
    /// The entry's reason.
    public var reason: String
    /// How many occurrences it took out.
    public var occurrences: Int

    /// A line from its parts.
    public init(reason: String, occurrences: Int) {
      self.reason = reason
      self.occurrences = occurrences
    }
  }

  /// Pages that were read.
  public var pages = 0
  /// References of role `anchor`.
  public var links = 0
  /// References of role `image`.
  public var images = 0
  /// Different targets, whether in a mount or outside.
  public var targets = 0
  /// References of role `anchor` by kind; every kind of the table with at least one, in table order.
  public var byKind: [(name: String, count: Int)] = []
  /// References of every role that occurs, in declaration order.
  public var byRole: [(name: String, count: Int)] = []
  /// Occurrences of every code that occurs, in the order of ``Report/codes``.
  public var byCode: [(name: String, count: Int)] = []
  /// Links that were not judged, most first.
  public var unchecked: [Unchecked] = []
  /// Findings taken out by `ignore`, in the configuration's order.
  public var ignored: [Ignored] = []
  /// Ids of the pages where readers enter.
  public var roots: [String] = []
  /// Why the run is incomplete, a sentence each; empty for a whole run.
  public var incomplete: [String] = []
  /// Things the user should know that are no findings, e.g. that no root was found.
  public var notes: [String] = []
  /// What was asked of the network; nil for a run that asks nothing.
  public var network: NetworkSummary?
  /// What was asked of each host.
  public var hosts: [HostStatistics] = []

  /// Figures of nothing.
  public init() {}
}
