/// One health problem: a cause, and the places where it shows.
///
/// A dead link in the chrome of a million pages is one finding with a million occurrences.
public struct Finding: Sendable {
  /// What is wrong.
  public var code: FindingCode
  /// How much it matters, after the configuration had its say.
  public var severity: Severity
  /// Page id, or WHATWG URL outside the mounts; nil where nothing could be resolved.
  public var target: String?
  /// The reference as its first occurrence writes it; nil for findings of a page or file as a whole.
  public var url: String?
  /// What was tried and found, in a sentence.
  public var message: String
  /// What the author probably meant, or what to do; nil where nothing better than the message is known.
  public var suggestion: String?
  /// 16 hexadecimal digits that name the cause from run to run, whatever its lines.
  public var fingerprint: String
  /// Its places in ``Report/occurrences``, never empty, in page order.
  public var occurrences: Range<Int>

  /// A finding from its parts.
  public init(
    code: FindingCode, severity: Severity, target: String?, url: String?, message: String,
    suggestion: String?, fingerprint: String, occurrences: Range<Int>
  ) {
    self.code = code
    self.severity = severity
    self.target = target
    self.url = url
    self.message = message
    self.suggestion = suggestion
    self.fingerprint = fingerprint
    self.occurrences = occurrences
  }
}
