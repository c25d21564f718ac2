/// Everything a report of one run says, whatever its format. Values only: writers add nothing.
public struct Report: Sendable {
  /// Name and version of the program, e.g. `linkcheck 0.1.0`.
  public var tool: String
  /// The mirror's name.
  public var mirror: String
  /// When the run began, RFC 3339 in UTC, e.g. `2026-11-24T03:00:00Z`.
  public var started: String
  /// How long it took.
  public var seconds: Double
  /// The run's figures.
  public var summary: Summary
  /// All findings that are not ignored or off, more serious first, then by code in declaration
  /// order, then most occurrences first, then by target and url.
  public var findings: [Finding]
  /// The places of all findings, those of one finding together and in page order.
  public var occurrences: [Occurrence]
  /// Ids of documents in id order (bytes); ``Occurrence/page`` is an index into it.
  public var pages: PackedStrings
  /// Path of each of ``pages`` relative to the configuration's folder; its URL on a live mirror.
  public var files: PackedStrings
  /// References as written, after entity decoding.
  public var urls: PackedStrings
  /// Names of the kinds; the index is ``Kind/rawValue``.
  public var kinds: [String]
  /// What the graph looks like, for `html`; empty until ``CheckedMirror/drawn(_:)`` computes it.
  public var structure: Structure

  /// A report from its parts.
  public init(
    tool: String, mirror: String, started: String, seconds: Double, summary: Summary,
    findings: [Finding], occurrences: [Occurrence], pages: PackedStrings, files: PackedStrings,
    urls: PackedStrings, kinds: [String], structure: Structure = Structure()
  ) {
    self.tool = tool
    self.mirror = mirror
    self.started = started
    self.seconds = seconds
    self.summary = summary
    self.findings = findings
    self.occurrences = occurrences
    self.pages = pages
    self.files = files
    self.urls = urls
    self.kinds = kinds
    self.structure = structure
  }
}

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
  /// Occurrences of every code that occurs, in declaration order.
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

/// The shape of the graph, for pictures.
public struct Structure: Sendable {
  /// Pages at each click depth from the roots; index 0 are the roots.
  public var depths: [Int] = []
  /// Pages that no click path reaches.
  public var unreached = 0
  /// Strongly connected components, and the pages in the largest of them.
  public var components = 0, largestComponent = 0
  /// Folders with their pages and findings, by path.
  public var folders: [Folder] = []
  /// The configuration's sections, or the first folders where it has none.
  public var sections: [Section] = []
  /// `matrix[from][to]` is the number of edges between ``sections``; a last row and column stand
  /// for the pages of no section.
  public var matrix: [[Int]] = []
  /// Pages with the highest PageRank, highest first.
  public var hubs: [Hub] = []
  /// How many pages have no edge out.
  public var deadEnds = 0

  /// A shape of nothing.
  public init() {}

  /// A folder of pages; `pages` counts those below subfolders too.
  public struct Folder: Sendable {
    /// Id of the folder: `MOUNT/path`, without a final slash.
    public var path: String
    /// Pages in it and below.
    public var pages: Int
    /// Of these, pages with an occurrence of an error; of a warning but no error.
    public var withErrors: Int, withWarnings: Int

    /// A folder from its parts.
    public init(path: String, pages: Int, withErrors: Int, withWarnings: Int) {
      self.path = path
      self.pages = pages
      self.withErrors = withErrors
      self.withWarnings = withWarnings
    }
  }

  /// A named subset of the pages.
  public struct Section: Sendable {
    /// Its name in the configuration.
    public var name: String
    /// Its pages, those that no other page links to, and occurrences of findings on its pages.
    public var pages: Int, orphans: Int, errors: Int, warnings: Int, infos: Int

    /// A section from its parts.
    public init(name: String, pages: Int, orphans: Int, errors: Int, warnings: Int, infos: Int) {
      self.name = name
      self.pages = pages
      self.orphans = orphans
      self.errors = errors
      self.warnings = warnings
      self.infos = infos
    }
  }

  /// A page many links lead to.
  public struct Hub: Sendable {
    /// Its id.
    public var page: String
    /// PageRank, all pages together being 1.
    public var rank: Double
    /// Pages that link to it, and pages it links to.
    public var linkedFrom: Int, linksTo: Int

    /// A hub from its parts.
    public init(page: String, rank: Double, linkedFrom: Int, linksTo: Int) {
      self.page = page
      self.rank = rank
      self.linkedFrom = linkedFrom
      self.linksTo = linksTo
    }
  }
}
