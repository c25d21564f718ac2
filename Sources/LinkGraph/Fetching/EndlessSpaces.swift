/// Watches a crawl for URL spaces without end: a calendar whose page links to the next month, a page that
/// appends a segment to its own URL, counters and session ids in queries.
///
/// What tells them from a large site is not the number of URLs that differ in a number, but that such
/// pages lead from one to another, and each says what the one before said. So only links of pages count
/// that were themselves found through pages which led to no URL of a new pattern; and of such pages one in
/// ``sampling`` is compared with those before, numbers left out. Pages of prose are never alike.
struct EndlessSpaces: Sendable {
  /// Pages of one pattern that are alike, before no more of them are asked.
  static let pageLimit = 1_000
  /// Steps without a new pattern before a link can be of such a space.
  private static let stepLimit = 3
  /// Of pages at so many steps one in so many is compared.
  static let sampledSteps = 2
  static let sampling = 16
  private static let fewestSamples = 16
  /// One segment of a path or part of a query so often, and it is not written by people.
  private static let repeatLimit = 8
  /// Bytes of a URL that was found by steps, and of any.
  private static let lengthLimit = 2_048
  private static let anyLengthLimit = 16_384

  private struct Pattern {
    var pages = 0, samples = 0, repeats = 0

    /// Whether it goes on without bringing anything.
    var isEndless: Bool {
      pages >= pageLimit && samples >= fewestSamples && 2 * repeats >= samples
    }
  }

  private var patterns: [UInt64: Pattern] = [:]
  private var texts: Set<UInt64> = []
  /// The spaces that were found, by name, and how many URLs of each were left out.
  private(set) var spaces: [String: Int] = [:]

  /// Takes in what was found on a page: returns how many steps its links are away from a page that led
  /// to something new.
  mutating func note(_ page: ReadDocument.Step, linksTo found: [UInt64]) -> UInt16 {
    var isNew = false
    for pattern in found where patterns[pattern] == nil {
      patterns[pattern] = Pattern()
      isNew = true
    }
    if isNew { return 0 }
    if page.steps >= Self.sampledSteps {
      var pattern = patterns[page.pattern] ?? Pattern()
      pattern.pages += 1
      if let text = page.text {
        pattern.samples += 1
        if !texts.insert(text ^ page.pattern).inserted { pattern.repeats += 1 }
      }
      patterns[page.pattern] = pattern
    }
    return page.steps == .max ? .max : page.steps + 1
  }

  /// The name of the endless space that `inquiry`, a new URL found on `page`, is of; nil for none.
  mutating func space(of inquiry: Inquiry, at steps: UInt16, from page: UInt64) -> String? {
    let length = inquiry.key.count
    if length <= Self.anyLengthLimit {
      guard steps >= Self.stepLimit else { return nil }
      // What is never read, as it only redirects, is as endless as the page that names it.
      let isAlike =
        patterns[page]?.isEndless == true
        && patterns[inquiry.pattern].map { $0.isEndless || $0.pages == 0 } ?? true
      guard
        isAlike || length > Self.lengthLimit
          || URLPattern.repeats(in: inquiry.key.span) >= Self.repeatLimit
      else { return nil }
    }
    let name = URLPattern.start(of: inquiry.url)
    spaces[name, default: 0] += 1
    return name
  }
}

/// What URLs have in common that differ in numbers, or in how often something is repeated.
enum URLPattern {
  /// A hash of the different words of `id` in order, numbers and words with digits all one.
  static func hash(_ id: Span<UInt8>) -> UInt64 {
    var seen: [UInt64] = []
    var hash: UInt64 = 0
    forEachWord(of: id) { word, hasDigit in
      let value = hasDigit ? 1 : ByteHash.hash(id, in: word)
      guard !seen.contains(value) else { return }
      if seen.count < 64 { seen.append(value) }
      hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  /// A hash of the different words of a page, whatever their order; words with digits do not count.
  static func text(_ bytes: Span<UInt8>) -> UInt64 {
    var seen: Set<UInt64> = []
    var sum: UInt64 = 0
    forEachWord(of: bytes) { word, hasDigit in
      guard !hasDigit else { return }
      let value = ByteHash.hash(bytes, in: word)
      if seen.insert(value).inserted { sum = sum &+ value }
    }
    return sum
  }

  /// How often the most frequent segment of a path, or part of a query, is there.
  static func repeats(in id: Span<UInt8>) -> Int {
    var counts: [UInt64: Int] = [:]
    var most = 0
    var start = 0
    for at in 0...id.count {
      let ends =
        at == id.count || id[at] == UInt8(ascii: "/") || id[at] == UInt8(ascii: "?")
        || id[at] == UInt8(ascii: "&") || id[at] == UInt8(ascii: ";")
      guard ends else { continue }
      if at > start {
        let count = counts[ByteHash.hash(id, in: start..<at), default: 0] + 1
        counts[ByteHash.hash(id, in: start..<at)] = count
        most = max(most, count)
      }
      start = at + 1
    }
    return most
  }

  /// `url` up to its first word with a digit behind the host, its first segment that comes again, or
  /// its 100th byte: a name for all of the same pattern.
  static func start(of url: [UInt8]) -> String {
    var path = 0
    var slashes = 0
    while path < url.count, slashes < 3 {
      if url[path] == UInt8(ascii: "/") { slashes += 1 }
      path += 1
    }
    var end = min(url.count, 100)
    let rest = url.span.extracting(path..<url.count)
    var seen: Set<UInt64> = []
    var isOver = false
    forEachWord(of: rest) { word, hasDigit in
      guard !isOver else { return }
      if hasDigit || !seen.insert(ByteHash.hash(rest, in: word)).inserted {
        end = min(end, path + word.lowerBound)
        isOver = true
      }
    }
    return String(decoding: url[..<max(end, path)], as: UTF8.self)
  }

  @inline(__always)
  private static func forEachWord(
    of bytes: Span<UInt8>, _ body: (_ word: Range<Int>, _ hasDigit: Bool) -> Void
  ) {
    var start = 0
    var hasDigit = false
    for at in 0...bytes.count {
      if at < bytes.count {
        let byte = bytes[at]
        if byte.isASCIIDigit {
          hasDigit = true
          continue
        }
        if byte >= 0x80 || byte.isASCIILetter { continue }
      }
      if at > start { body(start..<at, hasDigit) }
      start = at + 1
      hasDigit = false
    }
  }
}
