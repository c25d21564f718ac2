/// A mount as a configuration describes it.
public struct MountSpecification: Sendable {
  /// The URL space that a mount answers for.
  public enum Space: Sendable, Hashable {
    /// A repository on github.com, letter case as written.
    case github(owner: String, repository: String)
    /// A project on gitlab.com: its groups and its name, e.g. `group/sub/www`.
    case gitlab(project: String)
    /// Everything below an absolute `http` or `https` URL, as written.
    case url(String)
  }

  /// The mount's own name; nil where it is to be derived from the space.
  public var name: Located<String>?
  /// The URL space.
  public var space: Space
  /// The folder with the files, as written: relative to the configuration's folder, or absolute.
  public var path: Located<String>
  /// Branches whose URLs are this mount's, never empty; nil for the default. Repositories only.
  public var branches: [String]?
  /// Former `owner/repository` names or projects, or former URLs, of the same form as the space.
  public var aliases: [String]
  /// Paths below the folder that are not part of the mirror. A folder that matches is left out with
  /// all it holds.
  public var exclude: [Glob]
  /// Whether `https://OWNER.github.io/REPOSITORY/` shows the same files.
  public var hasPagesSite: Bool
  /// Whether `[[x]]` in Markdown is a link.
  public var hasWikiLinks: Bool
  /// What builds a site of the files, whose names links use; nil for nothing.
  public var generator: DocsGenerator?
  /// 1-based line of the mount's space; 0 where no file wrote it.
  public var line: Int
  /// 1-based column in UTF-8 bytes of the mount's space; 0 where no file wrote it.
  public var column: Int

  /// A mount from its parts.
  public init(
    name: Located<String>? = nil, space: Space, path: Located<String>, branches: [String]? = nil,
    aliases: [String] = [], exclude: [Glob] = [], hasPagesSite: Bool = false,
    hasWikiLinks: Bool = false, generator: DocsGenerator? = nil, line: Int = 0, column: Int = 0
  ) {
    self.name = name
    self.space = space
    self.path = path
    self.branches = branches
    self.aliases = aliases
    self.exclude = exclude
    self.hasPagesSite = hasPagesSite
    self.hasWikiLinks = hasWikiLinks
    self.generator = generator
    self.line = line
    self.column = column
  }
}
