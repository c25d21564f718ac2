/// A host whose URLs name files of repositories, and the form of those URLs.
///
/// The one table of such hosts: mounts answer for their URLs, links to repositories that are not
/// mounted are verified by them, and pages are read by the rules of whoever renders them.
struct RepositoryHost: Sendable, Equatable {
  /// How a URL's path names repository, ref (branch, tag or commit) and file.
  enum Form: Sendable {
    /// The service's own pages: `OWNER/NAME/VIEW/REF/PATH` on GitHub, `GROUP/…/PROJECT/-/VIEW/REF/PATH`
    /// on GitLab, where `VIEW` is `blob`, `tree`, `raw` or the like. A ref may hold slashes.
    case view
    /// The files' own bytes: `OWNER/NAME/REF/PATH`. A ref may hold slashes.
    case raw
    /// The files' own bytes as jsDelivr has them: `OWNER/NAME@REF/PATH`, without `@REF` the latest
    /// release. A ref is one segment.
    case versioned
    /// A repository's files as a web site: `OWNER.github.io/NAME/PATH`.
    case site
  }

  let service: RepositoryService
  let form: Form
  /// The first segment of the paths that are of this form; empty where all are.
  let folder: String

  private init(_ service: RepositoryService, _ form: Form, below folder: String = "") {
    self.service = service
    self.form = form
    self.folder = folder
  }

  /// The host called `name`, in lower case and without a port; nil where it shows no repositories.
  init?(named name: String) {
    if let known = Self.hosts[name] {
      self = known
    } else if name.hasSuffix(Self.siteSuffix) {
      self.init(.github, .site)
    } else {
      return nil
    }
  }

  /// What follows the owner in the host names of ``Form/site``.
  static let siteSuffix = ".github.io"

  private static let hosts: [String: RepositoryHost] = [
    "github.com": RepositoryHost(.github, .view),
    "www.github.com": RepositoryHost(.github, .view),
    "gitlab.com": RepositoryHost(.gitlab, .view),
    "www.gitlab.com": RepositoryHost(.gitlab, .view),
    "raw.githubusercontent.com": RepositoryHost(.github, .raw),
    "raw.github.com": RepositoryHost(.github, .raw),
    "media.githubusercontent.com": RepositoryHost(.github, .raw, below: "media"),
    "raw.githack.com": RepositoryHost(.github, .raw),
    "rawcdn.githack.com": RepositoryHost(.github, .raw),
    "rawgit.com": RepositoryHost(.github, .raw),
    "cdn.rawgit.com": RepositoryHost(.github, .raw),
    "rawgithub.com": RepositoryHost(.github, .raw),
    "gitcdn.xyz": RepositoryHost(.github, .raw, below: "repo"),
    "gitcdn.link": RepositoryHost(.github, .raw, below: "repo"),
    "cdn.statically.io": RepositoryHost(.github, .raw, below: "gh"),
    "cdn.jsdelivr.net": RepositoryHost(.github, .versioned, below: "gh"),
    "fastly.jsdelivr.net": RepositoryHost(.github, .versioned, below: "gh"),
    "gcore.jsdelivr.net": RepositoryHost(.github, .versioned, below: "gh"),
  ]

  /// Who renders the pages at this host; nil where files are sent as they are.
  var renderer: Mount.Platform? {
    guard form == .view else { return nil }
    return switch service {
    case .github: .github(owner: "", repository: "")
    case .gitlab: .gitlab(project: "")
    }
  }
}
