/// What asking for one URL brought to light.
struct Answer: Sendable, Equatable {
  /// Whether the URL leads to what the link promises.
  enum Outcome: Sendable, Equatable {
    case good
    /// Something is wrong, or could not be judged: a code with
    /// ``FindingCode/isOfNetwork``, and the evidence as a sentence without a final stop.
    case problem(FindingCode, String)
  }

  /// One redirect on the way.
  struct Hop: Sendable, Equatable {
    /// 301, 302, 303, 307 or 308.
    var status: Int
    /// Where to, as an absolute URL without credentials.
    var url: String
  }

  var outcome = Outcome.good
  /// The last status, 0 where none arrived.
  var status = 0
  /// The redirects that were followed, in order.
  var hops: [Hop] = []
  /// Media type in lower case, without parameters; empty where the server names none.
  var mediaType = ""
  /// Hashes of the page's anchors, ascending, where it was read for them.
  var anchors: [UInt64]?
  /// What verifying it as an image found, where it was.
  var image: ImageReport?
  /// Whether the status is good and only the content says "not found".
  var isSoft = false
  /// Validators for the next time (RFC 9110, section 8.8).
  var entityTag: String?, lastModified: String?

  /// The fragment that the last redirect with one names; nil where the link's own holds (Fetch standard,
  /// "HTTP-redirect fetch").
  var redirectFragment: String? {
    for hop in hops.reversed() {
      if let mark = hop.url.firstIndex(of: "#") {
        return String(hop.url[hop.url.index(after: mark)...])
      }
    }
    return nil
  }

  /// Whether it says of the URL that it is good or broken, not only that it could not be asked.
  var isJudged: Bool {
    switch outcome {
    case .problem(.unchecked, _), .problem(.rateLimited, _), .problem(.blocked, _),
      .problem(.robotsDenied, _):
      false
    case .good, .problem: true
    }
  }

  /// Whether the URL is broken, as far as this one asking can tell.
  var isBroken: Bool {
    if case .problem(let code, _) = outcome { code.defaultSeverity == .error } else { false }
  }
}
