/// Everything known of one page or target: what `explain` prints.
public struct PageDossier: Sendable {
  /// Links from one page, or to it, of one kind and role.
  public struct Neighbour: Sendable {
    /// The page at the other end.
    public var page: String
    /// Name of the kind, and the role.
    public var kind: String, role: Role
    /// 1-based place of the first such link, on the page that holds it.
    public var line: Int, column: Int
    /// How many such links.
    public var count: Int
  }

  /// What the user asked for, as reports name it.
  public var name: String
  /// What it is, in words: `page`, `image`, `file`, `folder`, `nothing`, `external URL`.
  public var sort: String
  /// How it was found: the lines of an explanation, each a sentence.
  public var resolution: [String] = []
  /// Clicks from the nearest root; nil where no click path leads to it, or it is no page.
  public var depth: Int?
  /// Whether readers enter here.
  public var isRoot = false
  /// PageRank times the number of pages: 1 is the average; nil for what is no page.
  public var rank: Double?
  /// Sections it belongs to.
  public var sections: [String] = []
  /// Who links to it, in page order.
  public var incoming: [Neighbour] = []
  /// Where its links lead, in source order of the first; what is no file of the mirror by URL.
  public var outgoing: [Neighbour] = []
  /// The findings on it, and about it.
  public var findings: Report
}

extension CheckedMirror {
  /// What is known of `name`: an id, a URL or a file; nil where it is neither there nor linked.
  ///
  /// O(links).
  public func dossier(of name: String) -> PageDossier? {
    DossierBuilder(checked: self).dossier(of: name)
  }
}
