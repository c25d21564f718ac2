/// What is known of one distinct reference, whoever writes it.
struct ReferenceVerdict: Sendable {
  /// The worst that holds for the reference itself; what it shows on a page may add to it.
  enum Finding: UInt8, Sendable {
    case none, malformed, outside, missing, caseMismatch, missingFragment
  }

  var finding = Finding.none
  /// Where the right letter case leads, for ``Finding/caseMismatch``.
  var place: Place?
  /// Index of the image's report, or -1.
  var image: Int32 = -1

  /// Whether the link is one that readers can follow to a page.
  var isFollowed: Bool { finding == .none || finding == .missingFragment }
}
