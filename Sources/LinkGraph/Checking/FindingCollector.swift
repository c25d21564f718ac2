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
    /// Place of the code in the order of reports.
    var rank: Int
    var severity: Severity
    var target: String?
    var url: String?
    var message: String
    var suggestion: String?
    var fingerprint: String
    /// What else the finding may be one of: see ``FindingText/group``.
    var group: String?
  }

  private struct Entry {
    var finding: UInt32
    var place: Place
    var line: UInt32
    var column: UInt32
    var url: UInt32
    var kind: Kind
    var role: Role
  }

  private let checks: Checks
  private let ranks: [FindingCode: Int]
  private var indices: [Cause: UInt32] = [:]
  private(set) var drafts: [Draft] = []
  /// Things the user should know that are no findings.
  private(set) var notes: [String] = []
  private var entries: [Entry] = []

  /// - Parameter codes: every code there is, in the order of reports.
  init(checks: Checks, codes: [FindingCode]) {
    self.checks = checks
    ranks = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
  }

  /// Whether the configuration wants findings of `code` at all.
  func wants(_ code: FindingCode) -> Bool { checks.severity(of: code) != .off }

  /// The finding of a cause; `text` is asked what to say of it where it is new.
  ///
  /// - Parameter url: the reference as written; nil for what is no reference.
  mutating func finding(
    _ code: FindingCode, cause key: String, url: @autoclosure () -> String?,
    _ text: () -> FindingText
  ) -> UInt32 {
    let cause = Cause(code: code, key: key)
    if let known = indices[cause] { return known }
    let text = text()
    drafts.append(
      Draft(
        code: code, rank: ranks[code] ?? ranks.count,
        severity: text.severity ?? checks.severity(of: code), target: text.target, url: url(),
        message: text.message, suggestion: text.suggestion, fingerprint: Self.fingerprint(cause),
        group: text.group))
    let index = UInt32(drafts.count - 1)
    indices[cause] = index
    return index
  }

  private static func fingerprint(_ cause: Cause) -> String {
    let hash = ByteHash.hash(cause.code.rawValue + "\u{0}" + cause.key)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A link of `page` shows finding `index`. `url` is an index of ``ReferenceTable/raws``.
  mutating func add(_ index: UInt32, page: Int, link: LinkRecord, url: UInt32) {
    entries.append(
      Entry(
        finding: index, place: Place(.document, page), line: link.line, column: link.column,
        url: url,
        kind: link.kind, role: link.role))
  }

  /// A page or file as a whole has a finding of its own, whose cause is its name `id`.
  mutating func add(_ code: FindingCode, _ place: Place, id: String, _ text: FindingText) {
    guard wants(code) else { return }
    let index = finding(code, cause: id, url: nil) { text }
    entries.append(
      Entry(
        finding: index, place: place, line: 0, column: 0, url: Occurrence.noURL, kind: .content,
        role: .other))
  }

  /// Says `sentence` in the summary.
  mutating func note(_ sentence: String) { notes.append(sentence) }

  /// From so many findings on that differ in their target only, they are one.
  private static let groupSize = 8

  /// Makes one finding of those of a code that have the same ``FindingText/group``, where they are
  /// many: the first in id order stands for them all. O(findings).
  mutating func mergeGroups(_ message: (_ group: String, _ count: Int) -> String) {
    var members: [Cause: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      if let group = draft.group {
        members[Cause(code: draft.code, key: group), default: []].append(index)
      }
    }
    var merged = Array(drafts.indices)
    for (cause, indices) in members where indices.count >= Self.groupSize {
      let key = Cause(code: cause.code, key: "group " + cause.key)
      drafts[indices[0]].target = nil
      drafts[indices[0]].suggestion = nil
      drafts[indices[0]].message = message(cause.key, indices.count)
      drafts[indices[0]].fingerprint = Self.fingerprint(key)
      for index in indices { merged[index] = indices[0] }
    }
    for index in entries.indices {
      entries[index].finding = UInt32(merged[Int(entries[index].finding)])
    }
  }

  /// Page `page` as a whole has a finding of its own.
  mutating func add(
    _ code: FindingCode, ofPage page: Int, target: String? = nil, _ context: CheckContext,
    _ message: String
  ) {
    add(
      code, Place(.document, page), id: context.page(page), FindingText(target: target, message))
  }

  /// The findings in report order, their occurrences in page order, without those that `isIgnored`
  /// takes out. Their ``Occurrence/place`` is the raw value of a ``Place``. O(n log n).
  ///
  /// - Parameter urls: the text of each index of ``ReferenceTable/raws``.
  consuming func findings(
    urls: (UInt32) -> String, isIgnored: (Draft, Place, _ url: UInt32) -> Bool
  ) -> (findings: [Finding], occurrences: [Occurrence]) {
    let kept = entries.filter { !isIgnored(drafts[Int($0.finding)], $0.place, $0.url) }
    var counts = [Int](repeating: 0, count: drafts.count)
    var firstPlaces = [UInt32](repeating: .max, count: drafts.count)
    for entry in kept {
      counts[Int(entry.finding)] += 1
      let first = firstPlaces[Int(entry.finding)]
      firstPlaces[Int(entry.finding)] = min(first, entry.place.rawValue)
    }
    let order = drafts.indices.filter { counts[$0] > 0 }.sorted { a, b in
      let left = drafts[a]
      let right = drafts[b]
      if left.severity != right.severity { return left.severity < right.severity }
      if left.rank != right.rank { return left.rank < right.rank }
      if counts[a] != counts[b] { return counts[a] > counts[b] }
      if left.target == nil, right.target == nil, firstPlaces[a] != firstPlaces[b] {
        return firstPlaces[a] < firstPlaces[b]
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
        finding: 0, place: Place(rawValue: 0), line: 0, column: 0, url: 0, kind: .content,
        role: .other),
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
        ($0.place.rawValue, $0.line, $0.column, $0.url)
          < ($1.place.rawValue, $1.line, $1.column, $1.url)
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
        place: $0.place.rawValue, line: $0.line, column: $0.column, url: $0.url, kind: $0.kind,
        role: $0.role)
    }
    return (findings, occurrences)
  }
}
