import ArgumentParser
import LinkGraph

/// The value of `--remap FROM=TO`.
struct RemapOption {
  private static let form =
    "--remap takes FROM=TO, two absolute http or https URLs, e.g. --remap "
    + "https://mirror.example/=http://127.0.0.1:8080/"

  /// The rule; either none or both of its URLs end in a slash.
  var remap: NetworkSettings.Remap
  /// Host and port of TO.
  var authority: String

  /// Reads `text`, whose parts are parted by the first `=` before `http://` or `https://`.
  init(_ text: String) throws {
    let lowercased = text.lowercased()
    let parting = ["=http://", "=https://"].compactMap { lowercased.firstRange(of: $0)?.lowerBound }
      .min()
    guard let parting, lowercased.utf8.count == text.utf8.count else {
      throw ValidationError(Self.form)
    }
    let distance = lowercased.utf8.distance(from: lowercased.startIndex, to: parting)
    let middle = text.utf8.index(text.startIndex, offsetBy: distance)
    let from = try Self.url(text[..<middle], "FROM")
    let to = try Self.url(text[text.utf8.index(after: middle)...], "TO")
    var (old, new) = (from.href, to.href)
    // `/docs` in place of `/docs/` would glue the next segment to it.
    if old.hasSuffix("/") != new.hasSuffix("/") {
      if old.hasSuffix("/") { new += "/" } else { old += "/" }
    }
    remap = NetworkSettings.Remap(from: old, to: new)
    authority = "\(to.host ?? ""):\(to.effectivePort ?? 0)"
  }

  private static func url(_ text: Substring, _ name: String) throws -> URLRecord {
    guard let url = try? URLRecord(parsing: String(text)), url.isHTTP,
      url.query == nil, url.fragment == nil, url.username.isEmpty, url.password.isEmpty
    else {
      throw ValidationError(
        "\(form); \(name) is none, or has a query, a fragment or a password")
    }
    return url
  }
}
