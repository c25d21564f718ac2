extension FindingCode {
  /// A page that could not be read.
  public static let unreadablePage = FindingCode(
    "unreadable-page", .error, "Page could not be read",
    "could not be read or decoded; the rest of the run goes on",
    why: "Nothing on it was checked, and what it links to may wrongly seem orphaned.",
    remedy: "Do as the message says: mend permissions or the file, or leave it out with "
      + "`exclude`.")
}

/// Documents that could not be read, and why.
struct UnreadablePage: MirrorCheck {
  var code: FindingCode { .unreadablePage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    for failure in context.survey.failures {
      collector.add(
        code, ofPage: Int(failure.document), context, "could not be read: \(failure.reason)")
    }
  }
}
