/// How repository hosts name repositories.
enum RepositoryName {
  /// Owner and repository of `OWNER/REPOSITORY` on github.com; nil where it is none.
  static func github(_ text: String) -> (owner: String, repository: String)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, isSegment(parts[0], also: "-_"), isSegment(parts[1], also: "-_."),
      parts[0].utf8.count <= 100, !parts[1].hasSuffix(".git")
    else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  /// Whether `text` is one or more groups and a project on gitlab.com.
  static func isGitLabProject(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return (2...21).contains(parts.count)
      && parts.allSatisfy { isSegment($0, also: "-_.") && !$0.hasSuffix(".git") && $0 != "-" }
  }

  /// The name that somebody who wrote a URL, `.git` or a final slash meant; nil where none shows.
  static func guess(_ text: String, host: String) -> String? {
    var rest = Substring(text)
    for prefix in ["https://", "http://", "ssh://", "git@", "www."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    if rest.hasPrefix(host) { rest = rest.dropFirst(host.count).drop { $0 == "/" || $0 == ":" } }
    while rest.last == "/" { rest = rest.dropLast() }
    if rest.hasSuffix(".git") { rest = rest.dropLast(4) }
    if host == "github.com" {
      let parts = rest.split(separator: "/")
      guard parts.count >= 2 else { return nil }
      let name = parts.prefix(2).joined(separator: "/")
      return github(name) == nil || name == text ? nil : name
    }
    if let view = rest.firstRange(of: "/-/") { rest = rest[..<view.lowerBound] }
    return isGitLabProject(String(rest)) && rest != text ? String(rest) : nil
  }

  private static func isSegment(_ text: Substring, also extra: String) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || extra.unicodeScalars.contains($0)
      }
  }
}
