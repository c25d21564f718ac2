/// Everything a report of one run says, whatever its format. Values only: writers add nothing.
public struct Report: Sendable {
  /// Name and version of the program, e.g. `linkcheck 0.1.0`.
  public var tool: String
  /// The mirror's name.
  public var mirror: String
  /// When the run began, RFC 3339 in UTC, e.g. `2026-11-24T03:00:00Z`.
  public var started: String
  /// How long it took.
  public var seconds: Double
  /// The run's figures.
  public var summary: Summary
  /// Every code that the run looked for, in the order of reports.
  public var codes: [FindingCode]
  /// All findings that are not ignored or off, more serious first, then in the order of ``codes``,
  /// then most occurrences first, then by target and url.
  public var findings: [Finding]
  /// The places of all findings, those of one finding together and in page order.
  public var occurrences: [Occurrence]
  /// Ids of the files that findings stand on, pages and others, in id order (bytes);
  /// ``Occurrence/place`` is an index into it.
  public var places: PackedStrings
  /// Path of each of ``places`` relative to the configuration's folder; its URL on a live mirror.
  public var files: PackedStrings
  /// References as written, after entity decoding.
  public var urls: PackedStrings
  /// Names of the kinds; the index is ``Kind/rawValue``.
  public var kinds: [String]
  /// What the graph looks like, for `html`; empty until ``CheckedMirror/drawn(_:)`` computes it.
  public var structure: Structure

  /// A report from its parts.
  public init(
    tool: String, mirror: String, started: String, seconds: Double, summary: Summary,
    codes: [FindingCode], findings: [Finding], occurrences: [Occurrence], places: PackedStrings,
    files: PackedStrings,
    urls: PackedStrings, kinds: [String], structure: Structure = Structure()
  ) {
    self.tool = tool
    self.mirror = mirror
    self.started = started
    self.seconds = seconds
    self.summary = summary
    self.codes = codes
    self.findings = findings
    self.occurrences = occurrences
    self.places = places
    self.files = files
    self.urls = urls
    self.kinds = kinds
    self.structure = structure
  }
}
