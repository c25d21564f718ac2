extension FindingCode {
  /// A page whose bytes are not its encoding's.
  public static let invalidEncoding = FindingCode(
    "invalid-encoding", .warning, "Bytes do not fit the encoding",
    "bytes that are not the page's declared or detected encoding; read with replacement",
    why: "Readers see replacement characters, and names in links may not be what they "
      + "were.",
    remedy: "Save the page in UTF-8, or declare the encoding that it is in.")
}

/// Pages with bytes that are not their encoding's.
struct InvalidEncoding: MirrorCheck {
  var code: FindingCode { .invalidEncoding }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    for problem in context.survey.encodingProblems {
      let damage = problem.damage
      let sequences = damage.count == 1 ? "1 sequence" : "\(damage.count) sequences"
      collector.add(
        code, ofPage: Int(problem.document), context,
        "\(sequences) that \(damage.count == 1 ? "is" : "are") not \(damage.encoding), "
          + "first at line \(damage.line), column \(damage.column)")
    }
  }
}
