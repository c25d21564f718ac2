/// A reference as a page's source writes it, with the findings it must cause.
struct Reference: Sendable {
  /// A finding of the reference, whatever page it stands on.
  struct Fault: Sendable {
    /// What is wrong.
    var code: DefectCode
    /// Page or file id, WHATWG URL outside the mounts, nil where there is none.
    var target: String?
  }

  /// The bytes between the quotes.
  var written: String
  /// ``written`` with character references decoded.
  var url: String
  /// What a checker must say; empty for a healthy reference.
  var faults: [Fault]

  /// A healthy reference.
  init(_ url: String) {
    written = url
    self.url = url
    faults = []
  }

  /// A reference with one fault; `written` where the source has character references.
  init(_ url: String, written: String? = nil, _ code: DefectCode, target: String?) {
    self.written = written ?? url
    self.url = url
    faults = [Fault(code: code, target: target)]
  }
}
