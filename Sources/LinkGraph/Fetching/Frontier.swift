/// The URLs of a run, each once: what is needed of them and what came of it.
///
/// A URL is known from the moment it is added, so however many pages link to it, it is asked once.
/// Everything is by number, in the order of adding.
struct Frontier {
  /// How far the asking is.
  enum State: UInt8, Sendable {
    case waiting, active, done
    /// The run ended, or nobody wants it any more.
    case notAsked
  }

  /// What is known of one URL.
  struct Entry {
    var need: Need
    var state = State.waiting
    var isOfMirror: Bool
    /// Whether GET is used where HEAD would do.
    var usesGET = false
    /// Whether an earlier run's answer was taken for it.
    var isRemembered = false
    var attempts: UInt8 = 0
    /// Redirects that led here from the URL that a page links to.
    var hops: UInt8
    var depth: UInt16
    /// Steps that led to it since something new was found: see ``EndlessSpaces``.
    var steps: UInt16 = 0
    /// Number of the URL it redirects to, or `.max`.
    var redirect = UInt32.max
    /// The redirect's status.
    var redirectStatus: UInt16 = 0
    /// Index in ``answers``, or -1.
    var answer: Int32 = -1
  }

  private(set) var keys = InternedStrings()
  var entries: [Entry] = []
  private(set) var answers: [Answer] = []
  /// Entries that were settled or amended, where ``keepsChanges`` says so; whoever takes them empties it.
  var changes: [UInt32] = []
  var keepsChanges = false
  /// The URLs of entries while they are to be asked, where the key is not the URL.
  private var urls: [UInt32: [UInt8]] = [:]
  /// The fragments of redirects that name one, with their `#`.
  private var fragments: [UInt32: String] = [:]
  /// The names of the endless spaces that entries are of, which were left out for it.
  private(set) var spaces: [UInt32: String] = [:]

  /// Adds `inquiry`; returns its number where it has to be asked, because it is new or because more
  /// is needed than what was asked for.
  mutating func add(_ inquiry: Inquiry, hops: UInt8 = 0) -> UInt32? {
    let (index, isNew) = keys.intern(inquiry.key.span)
    let number = UInt32(index)
    if isNew {
      entries.append(
        Entry(
          need: inquiry.need, isOfMirror: inquiry.isOfMirror, hops: hops,
          depth: UInt16(clamping: inquiry.depth)))
      if inquiry.url != inquiry.key { urls[number] = inquiry.url }
      return number
    }
    let known = entries[index].need
    guard !inquiry.need.isSubset(of: known) else { return nil }
    entries[index].need.formUnion(inquiry.need)
    guard entries[index].state == .done else { return nil }
    if inquiry.url != inquiry.key { urls[number] = inquiry.url }
    entries[index].state = .waiting
    entries[index].attempts = 0
    return number
  }

  /// The number of `key`; nil where it was never added.
  func number(ofKey key: Span<UInt8>) -> UInt32? { keys.index(of: key).map { UInt32($0) } }

  /// The URL of entry `number`, as long as it is to be asked.
  func url(_ number: UInt32) -> String {
    urls[number].map { String(decoding: $0, as: UTF8.self) } ?? keys.strings[Int(number)]
  }

  /// Drops the URL of entry `number` from memory until ``recallURL(_:_:)``.
  mutating func forgetURL(_ number: UInt32) { urls[number] = nil }

  /// Takes the URL of entry `number` back.
  mutating func recallURL(_ number: UInt32, _ url: [UInt8]) { urls[number] = url }

  /// Settles entry `number`.
  mutating func settle(_ number: UInt32, _ answer: Answer) {
    if keepsChanges { changes.append(number) }
    entries[Int(number)].state = .done
    if entries[Int(number)].answer >= 0 {
      answers[Int(entries[Int(number)].answer)] = answer
    } else {
      answers.append(answer)
      entries[Int(number)].answer = Int32(answers.count - 1)
    }
    urls[number] = nil
  }

  /// Adds to the answer of entry `number` what reading its body brought to light.
  mutating func amend(_ number: UInt32, anchors: [UInt64]?, image: ImageReport?) {
    let answer = Int(entries[Int(number)].answer)
    guard answer >= 0 else { return }
    if keepsChanges { changes.append(number) }
    if let anchors { answers[answer].anchors = anchors }
    if let image { answers[answer].image = image }
  }

  /// Notes that entry `number` redirects to entry `target`, with `fragment` where the redirect names one.
  mutating func redirect(_ number: UInt32, to target: UInt32, status: Int, fragment: String?) {
    entries[Int(number)].redirect = target
    entries[Int(number)].redirectStatus = UInt16(clamping: status)
    fragments[number] = fragment.map { "#" + $0 }
  }

  /// Has entry `number`, which was settled, asked again by GET.
  mutating func reopen(_ number: UInt32) {
    entries[Int(number)].redirect = .max
    entries[Int(number)].usesGET = true
    entries[Int(number)].state = .waiting
    entries[Int(number)].attempts = 0
    fragments[number] = nil
  }

  /// Leaves out entry `number`, as of the endless space `name`.
  mutating func leaveOut(_ number: UInt32, of name: String) {
    abandon(number)
    spaces[number] = name
  }

  /// Takes entry `number` back that ``leaveOut(_:of:)`` left out; false where it did not.
  mutating func takeBack(_ number: UInt32, url: [UInt8]) -> Bool {
    guard spaces.removeValue(forKey: number) != nil else { return false }
    urls[number] = url
    entries[Int(number)].state = .waiting
    return true
  }

  /// Gives up entry `number` unasked.
  mutating func abandon(_ number: UInt32) {
    entries[Int(number)].state = .notAsked
    urls[number] = nil
  }

  /// More redirects than this are a loop in all but name.
  static let hopLimit = 10

  /// The answer of entry `number`, redirects followed; nil where it was not asked to the end.
  func answer(_ number: UInt32) -> Answer? {
    var hops: [Answer.Hop] = []
    var at = number
    var seen: Set<UInt32> = []
    while true {
      let entry = entries[Int(at)]
      guard entry.state == .done, entry.answer >= 0 else { return nil }
      guard entry.redirect != .max else {
        var answer = answers[Int(entry.answer)]
        answer.hops = hops + answer.hops
        // Where it comes back to, with a cookie that was set on the way, is where it is.
        if answer.outcome == .good, hops.count < answer.hops.count, let last = answer.hops.last,
          last.url == keys.strings[Int(number)]
        {
          answer.hops = []
        }
        return answer
      }
      hops.append(
        Answer.Hop(
          status: Int(entry.redirectStatus),
          url: keys.strings[Int(entry.redirect)] + (fragments[at] ?? "")))
      guard seen.insert(at).inserted, hops.count <= Self.hopLimit else {
        // Pages that refresh to each other in turn are pages.
        if let shown = hops.firstIndex(where: { $0.status == 200 }) {
          return Answer(status: 200, hops: Array(hops[..<shown]), mediaType: "text/html")
        }
        let isLoop = seen.contains(entry.redirect)
        return Answer(
          outcome: .problem(
            .redirectLoop,
            isLoop
              ? "the redirects go round in a circle" : "more than \(Self.hopLimit) redirects"),
          status: Int(entry.redirectStatus), hops: Array(hops.prefix(Self.hopLimit)))
      }
      at = entry.redirect
    }
  }

  /// The entry that answers for `number`: the end of its redirects.
  func destination(_ number: UInt32) -> UInt32 {
    var at = number
    for _ in 0...Self.hopLimit {
      guard entries[Int(at)].redirect != .max else { return at }
      at = entries[Int(at)].redirect
    }
    return at
  }
}
