/// A named subset of pages as a configuration describes it.
public struct SectionSpecification: Sendable {
  /// Which pages are in a section.
  public enum Members: Sendable {
    /// Those that the `content` links of an index page name: an id, a URL or a file.
    case listedBy(Located<String>)
    /// Those whose id matches one of the globs; never empty.
    case pages([Glob])
  }

  /// The section's name, unique in its file.
  public var name: Located<String>
  /// Its pages.
  public var members: Members

  /// A section from its parts.
  public init(name: Located<String>, members: Members) {
    self.name = name
    self.members = members
  }
}
