/// A program that makes a web site of Markdown, whose sources may link to the names that it builds.
public enum DocsGenerator: String, CaseIterable, Sendable {
  case mdbook, docusaurus, hugo, mkdocs, jekyll

  /// What people call it.
  public var title: String {
    switch self {
    case .mdbook: "mdBook"
    case .docusaurus: "Docusaurus"
    case .hugo: "Hugo"
    case .mkdocs: "MkDocs"
    case .jekyll: "Jekyll"
    }
  }

  /// The files that it is set up in, one of which stands at the root of its sources.
  var setupFiles: [String] {
    switch self {
    case .mdbook: ["book.toml"]
    case .docusaurus: ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"]
    case .hugo: ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml"]
    case .mkdocs: ["mkdocs.yml", "mkdocs.yaml"]
    case .jekyll: ["_config.yml", "_config.yaml", "_config.toml"]
    }
  }
}
