/// Gathers occurrences under their causes, in any order, and makes findings of them.
struct FindingCollector {
  /// What makes two occurrences one finding.
  struct Cause: Hashable {
    var code: FindingCode
    /// A target, a reference, or a page: whatever names the cause.
    var key: String
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
  /// The findings as they will be reported, but for their order and occurrences: there may be a million,
  /// so there is one copy of each from its first occurrence to the report.
  private(set) var drafts: [Finding] = []
  /// ``FindingText/group`` of the drafts that have one.
  private var groups: [UInt32: String] = [:]
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
      Finding(
        code: code, severity: text.severity ?? checks.severity(of: code), target: text.target,
        url: url(), message: text.message, suggestion: text.suggestion,
        fingerprint: Self.fingerprint(cause), occurrences: 0..<0))
    let index = UInt32(drafts.count - 1)
    indices[cause] = index
    if let group = text.group { groups[index] = group }
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
    for index in drafts.indices {
      if let group = groups[UInt32(index)] {
        members[Cause(code: drafts[index].code, key: group), default: []].append(index)
      }
    }
    if members.isEmpty { return }
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
  /// They leave the collector, which is empty after that: nothing of a million findings is there twice.
  ///
  /// - Parameter urls: the text of each index of ``ReferenceTable/raws``.
  mutating func takeFindings(
    urls: (UInt32) -> String, isIgnored: (Finding, Place, _ url: UInt32) -> Bool
  ) -> (findings: [Finding], occurrences: [Occurrence]) {
    indices = [:]
    entries.removeAll { isIgnored(drafts[Int($0.finding)], $0.place, $0.url) }
    var counts = [UInt32](repeating: 0, count: drafts.count)
    var firstPlaces = [UInt32](repeating: .max, count: drafts.count)
    for entry in entries {
      counts[Int(entry.finding)] += 1
      let first = firstPlaces[Int(entry.finding)]
      firstPlaces[Int(entry.finding)] = min(first, entry.place.rawValue)
    }
    let order = order(counts, firstPlaces: firstPlaces)
    var starts = counts
    var total = 0
    for index in order {
      starts[Int(index)] = UInt32(total)
      total += Int(counts[Int(index)])
    }
    var sorted = [Occurrence](
      repeating: Occurrence(place: 0, line: 0, column: 0, url: 0, kind: .content, role: .other),
      count: total)
    for entry in entries {
      sorted[Int(starts[Int(entry.finding)])] = Occurrence(
        place: entry.place.rawValue, line: entry.line, column: entry.column, url: entry.url,
        kind: entry.kind, role: entry.role)
      starts[Int(entry.finding)] += 1
    }
    entries = []
    var first = 0
    for index in order {
      let range = first..<(first + Int(counts[Int(index)]))
      if range.count > 1 {
        sorted[range].sort {
          ($0.place, $0.line, $0.column, $0.url) < ($1.place, $1.line, $1.column, $1.url)
        }
      }
      drafts[Int(index)].occurrences = range
      let url = sorted[range.lowerBound].url
      if url != Occurrence.noURL {
        let text = urls(url)
        if drafts[Int(index)].url != text { drafts[Int(index)].url = text }
      }
      first = range.upperBound
    }
    permuteDrafts(order)
    defer { drafts = [] }
    return (drafts, sorted)
  }

  /// The drafts that have occurrences, as indices, in report order.
  private func order(_ counts: [UInt32], firstPlaces: [UInt32]) -> [UInt32] {
    let ranks = drafts.map { UInt16(self.ranks[$0.code] ?? self.ranks.count) }
    var order = drafts.indices.filter { counts[$0] > 0 }.map(UInt32.init)
    order.sort { first, second in
      let (a, b) = (Int(first), Int(second))
      if drafts[a].severity != drafts[b].severity { return drafts[a].severity < drafts[b].severity }
      if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      if counts[a] != counts[b] { return counts[a] > counts[b] }
      if drafts[a].target == nil, drafts[b].target == nil, firstPlaces[a] != firstPlaces[b] {
        return firstPlaces[a] < firstPlaces[b]
      }
      if drafts[a].target != drafts[b].target {
        return (drafts[a].target ?? "") < (drafts[b].target ?? "")
      }
      if drafts[a].url != drafts[b].url { return (drafts[a].url ?? "") < (drafts[b].url ?? "") }
      return drafts[a].fingerprint < drafts[b].fingerprint
    }
    return order
  }

  /// Leaves the drafts of `order`, in that order, without a second list of them: along each cycle of the
  /// permutation, what belongs there is swapped in. O(drafts).
  private mutating func permuteDrafts(_ order: [UInt32]) {
    var isKept = [Bool](repeating: false, count: drafts.count)
    for index in order { isKept[Int(index)] = true }
    var sources = order + isKept.indices.filter { !isKept[$0] }.map(UInt32.init)
    for start in sources.indices {
      var place = start
      while Int(sources[place]) != start {
        let source = Int(sources[place])
        drafts.swapAt(place, source)
        sources[place] = UInt32(place)
        place = source
      }
      sources[place] = UInt32(place)
    }
    drafts.removeLast(drafts.count - order.count)
  }
}
