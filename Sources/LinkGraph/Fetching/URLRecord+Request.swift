extension URLRecord {
  /// `host[:port]`, without credentials; the port only where it is not the scheme's own.
  var authority: String { (host ?? "") + (port.map { ":\($0)" } ?? "") }

  /// `host:port`, always with the port.
  var endpoint: String { "\(host ?? ""):\(effectivePort ?? 0)" }

  /// The URL as a request needs it: without credentials and fragment.
  var requestURL: String {
    guard let origin else { return href(excludingFragment: true) }
    return origin + pathname + (query.map { "?" + $0 } ?? "")
  }
}
