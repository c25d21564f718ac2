/// One URL space and the folder that holds its files.
public struct Mount: Sendable {
  /// Who shows the files to readers, and so how URLs name them.
  public enum Platform: Sendable, Equatable {
    /// A repository on github.com.
    case github(owner: String, repository: String)
    /// A project on gitlab.com.
    case gitlab(project: String)
    /// A web server; `base` ends with `/`.
    case web(base: String)
    /// A folder of which nothing else is known.
    case bare
  }

  /// First component of its pages' ids; empty for a bare directory.
  public var name: String
  /// The URL space.
  public var platform: Platform
  /// Absolute path of the folder, symbolic links resolved; empty for an origin.
  public var folder: String
  /// The folder as reports name it: relative to the configuration, without a final slash; empty for
  /// the configuration's own folder.
  public var displayFolder: String
  /// Branches whose URLs are this mount's, the checkout's own first; empty for web and bare mounts.
  public var branches: [String]
  /// Former `owner/repository` names, or former URL prefixes.
  public var aliases: [String]
  /// Files that are not part of the mirror.
  public var exclude: [Glob]
  /// Whether `https://OWNER.github.io/REPOSITORY/` shows the same files.
  public var hasPagesSite: Bool
  /// Whether `[[x]]` in its Markdown is a link.
  public var hasWikiLinks: Bool
  /// What builds a site of the files, whose names links may use; nil for nothing.
  public var generator: DocsGenerator?
  /// Whether its pages come from a server by HTTP, not from a folder. Then a query is part of a
  /// page's id, and what the server answers decides about index pages and extensions.
  public var isOrigin: Bool

  /// A mount from its parts.
  public init(
    name: String, platform: Platform, folder: String, displayFolder: String = "",
    branches: [String] = [], aliases: [String] = [], exclude: [Glob] = [],
    hasPagesSite: Bool = false, hasWikiLinks: Bool = false, generator: DocsGenerator? = nil,
    isOrigin: Bool = false
  ) {
    self.name = name
    self.platform = platform
    self.folder = folder
    self.displayFolder = displayFolder
    self.branches = branches
    self.aliases = aliases
    self.exclude = exclude
    self.hasPagesSite = hasPagesSite
    self.hasWikiLinks = hasWikiLinks
    self.generator = generator
    self.isOrigin = isOrigin
  }

  /// Whether pages are shown by a repository host's file view.
  public var isRepository: Bool {
    switch platform {
    case .github, .gitlab: true
    case .web, .bare: false
    }
  }

  /// Whether folders answer with an index page and names may lack their extension.
  public var servesIndexes: Bool { !isRepository }

  /// What comes before a path in an id: `NAME/`, or nothing.
  public var idPrefix: String { name.isEmpty ? "" : name + "/" }
}
