/// How much a finding matters; `off` is not reported at all.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  case error, warning, info, off

  /// More serious first: `error < warning < info < off`.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    case .off: 3
    }
  }
}
