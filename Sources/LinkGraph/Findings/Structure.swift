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
