/// Names below which the hosts have pages of their own. A missing one costs a needless look; one
/// too many leaves its URLs to be asked for as any other's.
enum ReservedName {
  /// First segments on github.com, which are nobody's account; in lower case.
  static let githubRoots: Set<String> = [
    "about", "account", "apps", "blog", "codespaces", "collections", "contact",
    "customer-stories", "dashboard", "discussions", "enterprise", "enterprises", "events",
    "explore", "features", "gist", "gists", "github-copilot", "issues", "join", "login", "logout",
    "marketplace", "mobile", "new", "newsroom", "notifications", "organizations", "orgs",
    "partners", "pricing", "pulls", "readme", "resources", "search", "security", "sessions",
    "settings", "site", "solutions", "sponsors", "stars", "team", "topics", "trending", "users",
    "watching",
  ]

  /// First segments on a GitLab, which are no group; in lower case.
  static let gitlabRoots: Set<String> = [
    "-", "admin", "api", "assets", "dashboard", "explore", "groups", "help", "import", "oauth",
    "profile", "projects", "public", "search", "snippets", "uploads", "users", "v2",
  ]

  /// Segments after a GitLab project that begin another page of it, which may have a `raw` or a
  /// `blob` of its own (`snippets/1/raw`), in URLs without `/-/`.
  static let gitlabViews: Set<String> = [
    "artifacts", "badges", "branches", "builds", "commit", "commits", "compare",
    "container_registry",
    "create", "environments", "files", "find_file", "graphs", "issues", "jobs", "labels",
    "merge_requests", "milestones", "network", "new", "pipelines", "preview", "refs", "releases",
    "repository", "snippets", "tags", "update", "uploads", "wikis",
  ]
}
