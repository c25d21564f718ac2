/// Gathers occurrences under their causes, in any order, and makes findings of them.
struct FindingCollector {
  /// What makes two occurrences one finding.
  struct Cause: Hashable {
    var code: FindingCode
    /// A target, a reference, or a page: whatever names the cause.
    var key: String
  }

  /// The finding as it will be reported, but for its occurrences.
  struct Draft {
    var code: FindingCode
    var severity: Severity
    var target: String?
    var url: String?
    var message: String
    var suggestion: String?
    var fingerprint: String
  }

  private struct Entry {
    var finding: UInt32
    var page: UInt32
    var line: UInt32
    var column: UInt32
    var url: UInt32
    var kind: Kind
    var role: Role
  }

  private let checks: Checks
  private var indices: [Cause: UInt32] = [:]
  private(set) var drafts: [Draft] = []
  private var entries: [Entry] = []

  init(checks: Checks) { self.checks = checks }

  /// Whether the configuration wants findings of `code` at all.
  func wants(_ code: FindingCode) -> Bool { checks.severity(of: code) != .off }

  /// The severity of findings of `code` where nothing makes one an exception.
  func severity(of code: FindingCode) -> Severity { checks.severity(of: code) }

  /// The finding of a cause, made by `draft` where it is new.
  ///
  /// - Parameter severity: where it is not the code's.
  mutating func finding(
    _ code: FindingCode, key: String, severity: Severity? = nil,
    _ draft: () -> (target: String?, url: String?, message: String, suggestion: String?)
  ) -> UInt32 {
    let cause = Cause(code: code, key: key)
    if let known = indices[cause] { return known }
    let parts = draft()
    drafts.append(
      Draft(
        code: code, severity: severity ?? checks.severity(of: code), target: parts.target,
        url: parts.url, message: parts.message,
        suggestion: parts.suggestion, fingerprint: Self.fingerprint(cause)))
    let index = UInt32(drafts.count - 1)
    indices[cause] = index
    return index
  }

  private static func fingerprint(_ cause: Cause) -> String {
    let hash = ByteHash.hash(cause.code.rawValue + "\u{0}" + cause.key)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A link shows finding `index`. `url` is an index of ``ReferenceTable/raws``.
  mutating func add(_ index: UInt32, page: UInt32, link: LinkRecord, url: UInt32) {
    entries.append(
      Entry(
        finding: index, page: page, line: link.line, column: link.column, url: url,
        kind: link.kind, role: link.role))
  }

  /// A page or file as a whole shows finding `index`.
  mutating func add(_ index: UInt32, page: UInt32) {
    entries.append(
      Entry(
        finding: index, page: page, line: 0, column: 0, url: Occurrence.noURL, kind: .content,
        role: .other))
  }

  /// The findings in report order, their occurrences in page order, without those that `isIgnored`
  /// takes out. Page numbers are ranks by id. O(n log n).
  consuming func findings(
    urls: (UInt32) -> String, isIgnored: (Draft, _ page: UInt32, _ url: UInt32) -> Bool
  ) -> (findings: [Finding], occurrences: [Occurrence]) {
    let kept = entries.filter { !isIgnored(drafts[Int($0.finding)], $0.page, $0.url) }
    var counts = [Int](repeating: 0, count: drafts.count)
    var firstPages = [UInt32](repeating: .max, count: drafts.count)
    for entry in kept {
      counts[Int(entry.finding)] += 1
      firstPages[Int(entry.finding)] = min(firstPages[Int(entry.finding)], entry.page)
    }
    let order = drafts.indices.filter { counts[$0] > 0 }.sorted { a, b in
      let left = drafts[a]
      let right = drafts[b]
      if left.severity != right.severity { return left.severity < right.severity }
      if left.code != right.code { return left.code.rank < right.code.rank }
      if counts[a] != counts[b] { return counts[a] > counts[b] }
      if left.target == nil, right.target == nil, firstPages[a] != firstPages[b] {
        return firstPages[a] < firstPages[b]
      }
      if left.target != right.target { return (left.target ?? "") < (right.target ?? "") }
      if left.url != right.url { return (left.url ?? "") < (right.url ?? "") }
      return left.fingerprint < right.fingerprint
    }
    var starts = [Int](repeating: 0, count: drafts.count)
    var total = 0
    for index in order {
      starts[index] = total
      total += counts[index]
    }
    var sorted = [Entry](
      repeating: Entry(
        finding: 0, page: 0, line: 0, column: 0, url: 0, kind: .content, role: .other),
      count: total)
    for entry in kept {
      sorted[starts[Int(entry.finding)]] = entry
      starts[Int(entry.finding)] += 1
    }
    var findings: [Finding] = []
    var first = 0
    for index in order {
      let range = first..<(first + counts[index])
      sorted[range].sort {
        ($0.page, $0.line, $0.column, $0.url) < ($1.page, $1.line, $1.column, $1.url)
      }
      let draft = drafts[index]
      findings.append(
        Finding(
          code: draft.code, severity: draft.severity, target: draft.target,
          url: sorted[range.lowerBound].url == Occurrence.noURL
            ? draft.url : urls(sorted[range.lowerBound].url),
          message: draft.message, suggestion: draft.suggestion, fingerprint: draft.fingerprint,
          occurrences: range))
      first = range.upperBound
    }
    let occurrences = sorted.map {
      Occurrence(
        page: $0.page, line: $0.line, column: $0.column, url: $0.url, kind: $0.kind, role: $0.role)
    }
    return (findings, occurrences)
  }
}

extension FindingCode {
  /// Place in the order of declaration.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
