/// One mount of the mirror: where its files go, and how URLs and ids name them.
struct Mount: Sendable {
  /// The folder of its files, below the output folder.
  var folder: String
  /// What page ids start with, with a final slash.
  var id: String
  /// What the URLs of its pages start with.
  var page: String
  /// What the URLs of its files' bytes start with.
  var raw: String
}

/// The mounts of a mirror.
///
/// Ordinary mirrors are repositories on GitHub and GitLab beside a web site; with `--html` the same
/// pages are folders of one web site.
struct MountTable: Sendable {
  /// Nearly all pages.
  let news: Mount
  /// The root README and the images of the navigation.
  let www: Mount
  /// A weekly, in Markdown.
  let weekly: Mount
  /// A manual, in HTML with relative links.
  let manual: Mount
  /// The web site as a whole; with `--html` only.
  let top: Mount
  /// Whether everything is HTML on one web site.
  let html: Bool
  /// The extension of article pages, with its dot.
  let suffix: String

  /// The mounts of a mirror of repositories, or of one web site.
  init(html: Bool) {
    self.html = html
    top = Mount(
      folder: "site/", id: "mirror.example/", page: "https://mirror.example/",
      raw: "https://mirror.example/")
    if html {
      func folder(_ name: String) -> Mount {
        Mount(
          folder: "site/\(name)/", id: "mirror.example/\(name)/",
          page: "https://mirror.example/\(name)/", raw: "https://mirror.example/\(name)/")
      }
      news = folder("news")
      www = folder("www")
      weekly = folder("weekly")
      manual = folder("manual")
      suffix = ".html"
    } else {
      news = Mount(
        folder: "news/", id: "news/", page: "https://github.com/example/news/blob/master/",
        raw: "https://raw.githubusercontent.com/example/news/master/")
      www = Mount(
        folder: "www/", id: "www/", page: "https://github.com/example/www/blob/master/",
        raw: "https://raw.githubusercontent.com/example/www/master/")
      weekly = Mount(
        folder: "weekly/", id: "weekly/",
        page: "https://gitlab.com/group/weekly/-/blob/master/",
        raw: "https://gitlab.com/group/weekly/-/raw/master/")
      manual = Mount(
        folder: "manual/", id: "docs.example/manual/", page: "https://docs.example/manual/",
        raw: "https://docs.example/manual/")
      suffix = ".md"
    }
  }

  /// The path in `www` of the page where readers enter.
  var front: String { html ? "index.html" : "README.md" }

  /// The URL of a file of `news`, in one of the forms its publisher offers.
  func newsFile(_ path: String, form: Int) -> String {
    if html { return news.raw + path }
    return switch form % 5 {
    case 0: "https://raw.githubusercontent.com/example/news/master/\(path)"
    case 1: "https://github.com/example/news/blob/master/\(path)?raw=true"
    case 2: "https://github.com/example/news/raw/master/\(path)"
    case 3: "https://cdn.jsdelivr.net/gh/example/news@master/\(path)"
    default: "https://raw.githubusercontent.com/example/news/refs/heads/master/\(path)"
    }
  }

  /// The URL of the original of the page with this id, as `checks.origin` describes it.
  func origin(_ pathWithoutSuffix: String) -> String {
    "https://www.origin.example/\(html ? "news/" : "")\(pathWithoutSuffix).htm"
  }
}
