/// The different references of a mirror, each resolved once.
///
/// An absolute reference is one entry wherever it stands; a relative one is an entry for each folder
/// it stands in; one to the page itself is one entry for all pages. A page's links are then numbers
/// of entries. Each worker fills a table of its own; ``merge(_:)`` makes them one.
struct ReferenceTable: Sendable {
  /// One different reference.
  struct Entry: Sendable {
    /// Its text in ``raws``.
    var raw: UInt32
    var target: Target
    var traits: ReferenceTraits
    /// What relative references are resolved against: a folder's number, or ``everywhere``.
    var context: UInt32
  }

  /// The context of references that mean the same on every page.
  static let everywhere = UInt32.max

  /// References as written, after entity decoding, without passwords; of a long `data:` URL only the beginning.
  private(set) var raws = InternedStrings()
  private(set) var entries: [Entry] = []
  /// Ids where nothing stands.
  private(set) var missing = InternedStrings()
  /// What leaves a mount, by id or URL, after one byte for the reason.
  private(set) var outside = InternedStrings()
  /// WHATWG URLs that are no files of the mirror, and the index of the reason.
  private(set) var externals = InternedStrings()
  private(set) var externalReasons: [UInt32] = []
  private(set) var reasons: [AddressMap.Unchecked] = []
  private(set) var malformed: [MalformedReference] = []

  /// Whether there were more targets of one sort than can be numbered. Those beyond are one external
  /// URL without text, which says so as its reason.
  private(set) var isFull = false
  private let capacity: Int

  private var reasonIndices: [AddressMap.Unchecked: UInt32] = [:]
  private var malformedIndices: [MalformedReference: Int] = [:]
  /// For each of ``raws`` the entry that means the same everywhere, or `.max`.
  private var global: [UInt32] = []
  private var contextual: [UInt64: UInt32] = [:]

  /// - Parameter capacity: how many targets of one sort there may be.
  init(capacity: Int = Target.capacity) { self.capacity = capacity }

  /// The longest `data:` URL that is kept whole.
  static let longestDataURL = 128

  /// The entry of reference `raw` on a page of folder `context`; where it is new, `resolve` is asked
  /// where it leads.
  mutating func entry(
    _ raw: Span<UInt8>, context: UInt32, resolver: inout Resolver, from page: PageContext
  ) -> Int {
    let (index, isNew) =
      if let redacted = URLCredentials.redacted(raw) {
        raws.intern(redacted.span)
      } else {
        raws.intern(raw.extracting(0..<Self.keptLength(raw)))
      }
    if isNew { global.append(.max) }
    if global[index] != .max {
      // Under a `<base href>` even `#x` leads to the base, not to the page.
      let known = entries[Int(global[index])]
      if page.base == nil || known.target.tag != .samePage { return Int(global[index]) }
    }
    let key = UInt64(context) << 32 | UInt64(index)
    if let found = contextual[key] { return Int(found) }

    let resolution = resolver.resolve(raw, from: page)
    let target = intern(resolution, resolver)
    let parts = ReferenceParts(raw)
    let isEverywhere =
      target.tag == .samePage && parts.query == nil || parts.hasScheme && Self.isAbsolute(raw)
    entries.append(
      Entry(
        raw: UInt32(index), target: target, traits: resolver.traits,
        context: isEverywhere ? Self.everywhere : context))
    let entry = UInt32(entries.count - 1)
    if isEverywhere { global[index] = entry } else { contextual[key] = entry }
    return Int(entry)
  }

  /// Whether `raw`, which has a scheme, means the same on every page: a special scheme without two
  /// slashes after it is relative on a page of the same scheme (URL standard, "special relative or
  /// authority state").
  private static func isAbsolute(_ raw: Span<UInt8>) -> Bool {
    guard let colon = ByteSearch.first(UInt8(ascii: ":"), in: raw, 0..<raw.count) else {
      return false
    }
    var scheme: [UInt8] = []
    for index in 0..<min(colon, 8) { scheme.append(raw[index].asciiLowercased) }
    guard SpecialScheme(scheme.span).isSpecial else { return true }
    func isSlash(_ index: Int) -> Bool {
      raw[index] == UInt8(ascii: "/") || raw[index] == UInt8(ascii: "\\")
    }
    return raw.count > colon + 2 && isSlash(colon + 1) && isSlash(colon + 2)
  }

  private static func keptLength(_ raw: Span<UInt8>) -> Int {
    raw.count > longestDataURL && raw.extracting(0..<5).equalsIgnoringCase("data:")
      ? longestDataURL : raw.count
  }

  private mutating func intern(_ resolution: Resolution, _ resolver: Resolver) -> Target {
    switch resolution {
    case .place(let place): return Target(place)
    case .samePage: return Target(.samePage, 0)
    case .missing: return missing(resolver.id)
    case .outside(let reason):
      let name = reason.isLink ? resolver.id : Array(resolver.href.utf8)
      let text = [reason.rawValue] + name
      return outside(text.span)
    case .unchecked(let unchecked):
      let url = Array(URLCredentials.removed(from: resolver.href).utf8)
      return external(url.span.extracting(0..<Self.keptLength(url.span)), unchecked)
    case .malformed(var reason):
      reason.meant = reason.meant.map(URLCredentials.removed)
      reason.target = reason.target.map(URLCredentials.removed)
      return malformed(reason)
    }
  }

  private mutating func missing(_ id: Span<UInt8>) -> Target {
    Self.number(id, in: &missing, capacity).map { Target(.missing, $0) } ?? unnumbered()
  }

  private mutating func outside(_ text: Span<UInt8>) -> Target {
    Self.number(text, in: &outside, capacity).map { Target(.outside, $0) } ?? unnumbered()
  }

  /// The number of `text` among `strings`; nil where there are no more numbers.
  private static func number(
    _ text: Span<UInt8>, in strings: inout InternedStrings, _ capacity: Int
  ) -> Int? {
    strings.count < capacity ? strings.intern(text).index : strings.index(of: text)
  }

  /// The target of all that cannot be numbered.
  private mutating func unnumbered() -> Target {
    isFull = true
    return external(
      [UInt8]().span,
      AddressMap.Unchecked(
        prefix: "", reason: "more than \(capacity - 1) different addresses of one sort", remedy: nil
      ))
  }

  private mutating func external(
    _ url: Span<UInt8>, _ unchecked: AddressMap.Unchecked
  ) -> Target {
    // The last number is kept for ``unnumbered()``, whose URL is empty.
    if externals.count >= capacity - 1, !url.isEmpty, externals.index(of: url) == nil {
      return unnumbered()
    }
    let (index, isNew) = externals.intern(url)
    if isNew {
      let reason =
        reasonIndices[unchecked]
        ?? {
          reasons.append(unchecked)
          reasonIndices[unchecked] = UInt32(reasons.count - 1)
          return UInt32(reasons.count - 1)
        }()
      externalReasons.append(reason)
    }
    return Target(.external, index)
  }

  private mutating func malformed(_ reason: MalformedReference) -> Target {
    if let known = malformedIndices[reason] { return Target(.malformed, known) }
    guard malformed.count < capacity else { return unnumbered() }
    malformed.append(reason)
    malformedIndices[reason] = malformed.count - 1
    return Target(.malformed, malformed.count - 1)
  }

  /// Adds what `other` has; the result is the number here of each entry there.
  mutating func merge(_ other: ReferenceTable) -> [UInt32] {
    isFull = isFull || other.isFull
    var map: [UInt32] = []
    map.reserveCapacity(other.entries.count)
    for entry in other.entries {
      let (raw, isNew) = other.raws.strings.withBytes(Int(entry.raw)) { raws.intern($0) }
      if isNew { global.append(.max) }
      if entry.context == Self.everywhere {
        if global[raw] != .max {
          map.append(global[raw])
          continue
        }
      } else if let known = contextual[UInt64(entry.context) << 32 | UInt64(raw)] {
        map.append(known)
        continue
      }
      entries.append(
        Entry(
          raw: UInt32(raw), target: adopt(entry.target, from: other), traits: entry.traits,
          context: entry.context))
      let index = UInt32(entries.count - 1)
      if entry.context == Self.everywhere {
        global[raw] = index
      } else {
        contextual[UInt64(entry.context) << 32 | UInt64(raw)] = index
      }
      map.append(index)
    }
    return map
  }

  private mutating func adopt(_ target: Target, from other: ReferenceTable) -> Target {
    switch target.tag {
    case .document, .asset, .folder, .samePage: return target
    case .missing:
      return other.missing.strings.withBytes(target.index) { missing($0) }
    case .outside:
      return other.outside.strings.withBytes(target.index) { outside($0) }
    case .external:
      let reason = other.reasons[Int(other.externalReasons[target.index])]
      return other.externals.strings.withBytes(target.index) { external($0, reason) }
    case .malformed: return malformed(other.malformed[target.index])
    }
  }

  /// Binds entries whose id was not known to be anything while it was read; returns the entries that
  /// name each of ``missing``.
  ///
  /// - Parameter target: what each of ``missing`` is, or nil where nothing stands there.
  mutating func bind(_ target: (inout ReferenceTable, Int) -> Target?) -> [(entry: Int, id: Int)] {
    let targets = (0..<missing.count).map { target(&self, $0) }
    var bound: [(entry: Int, id: Int)] = []
    for index in entries.indices where entries[index].target.tag == .missing {
      let id = entries[index].target.index
      bound.append((index, id))
      if let target = targets[id] { entries[index].target = target }
    }
    return bound
  }

  /// The target for `id`, where nothing stands.
  mutating func missing(_ id: [UInt8]) -> Target { missing(id.span) }

  /// The target for `url`, which is no file of the mirror.
  mutating func external(_ url: [UInt8], _ unchecked: AddressMap.Unchecked) -> Target {
    external(url.span, unchecked)
  }

  /// The text of entry `index`.
  func withRaw<R>(ofEntry index: Int, _ body: (Span<UInt8>) -> R) -> R {
    raws.strings.withBytes(Int(entries[index].raw), body)
  }
}
