/// The stable name of a health problem, and what is to be said of all problems of that name.
///
/// Reports, baselines and configurations use the raw values. A code is declared beside the check that
/// finds it; ``CheckedMirror`` knows the list of all.
public struct FindingCode: Hashable, Sendable, CustomStringConvertible {
  /// One allocation a code: a report may hold a million findings, each with its code.
  private final class Definition: Sendable {
    let rawValue: String
    let defaultSeverity: Severity
    let title: String
    let meaning: String
    let why: String
    let remedy: String
    let isOfNetwork: Bool

    init(
      _ rawValue: String, _ defaultSeverity: Severity, _ title: String, _ meaning: String,
      why: String, remedy: String, isOfNetwork: Bool
    ) {
      self.rawValue = rawValue
      self.defaultSeverity = defaultSeverity
      self.title = title
      self.meaning = meaning
      self.why = why
      self.remedy = remedy
      self.isOfNetwork = isOfNetwork
    }
  }

  private let definition: Definition

  /// A code, called `rawValue`: lower-case words joined by hyphens.
  public init(
    _ rawValue: String, _ defaultSeverity: Severity, _ title: String, _ meaning: String,
    why: String = "", remedy: String = "", isOfNetwork: Bool = false
  ) {
    definition = Definition(
      rawValue, defaultSeverity, title, meaning, why: why, remedy: remedy, isOfNetwork: isOfNetwork)
  }

  /// The name, e.g. `missing-page`.
  public var rawValue: String { definition.rawValue }
  /// The severity where the configuration says nothing.
  public var defaultSeverity: Severity { definition.defaultSeverity }
  /// What is wrong, as the heading of a group of findings.
  public var title: String { definition.title }
  /// What is wrong, for the documentation: a line that may hold Markdown.
  public var meaning: String { definition.meaning }
  /// Why it matters to readers: sentences.
  public var why: String { definition.why }
  /// How to mend it: sentences that may hold Markdown.
  public var remedy: String { definition.remedy }
  /// What to write in `linkcheck.yml` to hear no more of it: of any, or of some with a reason.
  public var silencing: String {
    """
    checks:
      \(rawValue): off
    ignore:
      - { code: \(rawValue), page: "old/**", reason: "why this is fine" }

    """
  }
  /// Whether only asking the network can show it.
  public var isOfNetwork: Bool { definition.isOfNetwork }

  /// The name.
  public var description: String { rawValue }

  /// Whether both have the same name.
  public static func == (a: FindingCode, b: FindingCode) -> Bool {
    a.definition === b.definition || a.rawValue == b.rawValue
  }

  /// Feeds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
