/// The rules of a mirror, compiled so that each element costs a few integer operations.
///
/// Every compound of every selector has a bit. An open element carries the bits that it matched
/// itself, and those that it or an ancestor matched; a compound matches where its own conditions
/// hold and the bit of the compound before it is set at the parent (`>`) or above (descendant).
/// A compound is filed under its id, class, attribute or tag, whichever says most, so that only
/// compounds that may match are looked at.
struct RuleSet: Sendable {
  typealias Bits = SIMD4<UInt64>

  /// The number of compounds that a ``Bits`` can tell apart.
  static let capacity = 256
  /// The number of rules that ask for both a place and a label.
  static let conjunctionCapacity = 64
  /// The number of tags that positions can be counted for.
  static let countedCapacity = 8
  /// The number of different labels, all of which a text may have to be compared with.
  static let labelCapacity = 1_024
  /// Selectors that one may stand for, with implied elements written out.
  private static let variantLimit = 16
  /// No rule.
  static let none = UInt16.max

  struct Compound: Sendable {
    var element: ElementName
    /// The tag's name where it is none of the known elements.
    var customTag: [UInt8]
    var classes: [[UInt8]] = []
    var id: [UInt8]?
    var attributes:
      [(name: AttributeName, custom: [UInt8], match: Selector.Match, value: [UInt8])] =
        []
    var nthChild: [Selector.Position] = []
    var nthOfType: [Selector.Position] = []
    /// Slot of the tag in the parent's counters, where `nthOfType` asks for it.
    var counter = -1
    /// The compound before it, or -1.
    var previous = -1
    var isChild = false
    /// The rule it completes, or ``RuleSet/none``.
    var rule = RuleSet.none
    /// The conjunction bit it completes, or 0.
    var conjunction: UInt64 = 0
  }

  /// What a label means.
  struct Label: Sendable {
    var text: [UInt8]
    /// The first rule that asks for the label alone.
    var rule = RuleSet.none
    /// The rules that ask for a place too.
    var conjunctions: UInt64 = 0
  }

  private(set) var kinds: [Kind] = []
  private(set) var compounds: [Compound] = []
  private(set) var labels: [Label] = []
  /// For each conjunction bit its rule.
  private(set) var conjunctionRules: [UInt16] = []
  private(set) var byElement: [Bits] = Array(repeating: .zero, count: 256)
  private(set) var byClass: [UInt64: Bits] = [:]
  private(set) var byID: [UInt64: Bits] = [:]
  /// Compounds that ask for an attribute first, and those attributes as a set.
  private(set) var byAttribute = Bits.zero
  private(set) var filedAttributes: UInt64 = 0
  /// Compounds that any element may match.
  private(set) var always = Bits.zero
  /// Counter slot of each element whose position among its type is asked for, or -1.
  private(set) var counters: [Int8] = Array(repeating: -1, count: 256)
  /// Whether a byte can begin a label.
  private(set) var labelStarts: [Bool] = Array(repeating: false, count: 256)
  /// The first three bytes of labels that begin with a character of three bytes, as CJK ones do.
  private var wideStarts: [UInt32] = []
  private(set) var longestLabel = 0
  private var counted = 0
  /// The index of each label while the rules are compiled.
  private var labelIndices: [[UInt8]: Int] = [:]

  /// Compiles `rules`; the first match wins.
  init(_ rules: [KindRule]) throws(RuleSetError) {
    guard rules.count < Int(Self.none) else { throw RuleSetError(description: "too many rules") }
    for (index, rule) in rules.enumerated() {
      do {
        try add(rule, index)
      } catch {
        throw RuleSetError(description: error.description, rule: index)
      }
    }
    // Longer labels are tried first: "Related news" before "Related".
    labels.sort { $0.text.count > $1.text.count }
    labelIndices = [:]
  }

  private mutating func add(_ rule: KindRule, _ index: Int) throws(RuleSetError) {
    kinds.append(rule.kind)
    var conjunction: UInt64 = 0
    if !rule.within.isEmpty, !rule.after.isEmpty {
      guard conjunctionRules.count < Self.conjunctionCapacity else {
        throw RuleSetError(
          description:
            "more than \(Self.conjunctionCapacity) rules ask for both `within` and `after`")
      }
      conjunction = 1 << UInt64(conjunctionRules.count)
      conjunctionRules.append(UInt16(index))
    }
    for selector in rule.within {
      for variant in try Self.withImpliedTableBody(selector) {
        try add(variant, rule: UInt16(index), conjunction: conjunction)
      }
    }
    for label in rule.after { try add(label, rule: UInt16(index), conjunction: conjunction) }
  }

  // MARK: Selectors

  /// `table > tr` also means `table > tbody > tr`, and the other way round, since authors leave the
  /// `tbody` out or write it as they please.
  private static func withImpliedTableBody(
    _ selector: Selector
  ) throws(RuleSetError) -> [Selector] {
    guard selector.compounds.count <= capacity else { throw tooManyParts }
    var variants: [[Selector.Compound]] = [[]]
    let compounds = selector.compounds
    var index = 0
    while index < compounds.count {
      let compound = compounds[index]
      let previousTag = index > 0 ? compounds[index - 1].tag : nil
      if compound.tag == "tr", compound.isChild, previousTag == "table" {
        var body = Selector.Compound()
        body.tag = "tbody"
        body.isChild = true
        variants = variants.flatMap { [$0 + [compound], $0 + [body, compound]] }
      } else if compound.tag == "tbody", compound.isChild, compound.conditions.isEmpty,
        previousTag == "table", index + 1 < compounds.count, compounds[index + 1].isChild,
        compounds[index + 1].tag == "tr"
      {
        let row = compounds[index + 1]
        variants = variants.flatMap { [$0 + [compound, row], $0 + [row]] }
        index += 1
      } else {
        variants = variants.map { $0 + [compound] }
      }
      // The first of them come from the first of those before: no more are ever made.
      if variants.count > variantLimit { variants.removeLast(variants.count - variantLimit) }
      index += 1
    }
    return variants.map(Selector.init(compounds:))
  }

  private static var tooManyParts: RuleSetError {
    RuleSetError(description: "the selectors of all rules have more than \(capacity) parts")
  }

  private mutating func add(
    _ selector: Selector, rule: UInt16, conjunction: UInt64
  ) throws(RuleSetError) {
    var previous = -1
    for (position, part) in selector.compounds.enumerated() {
      guard compounds.count < Self.capacity else { throw Self.tooManyParts }
      var compound = Compound(element: .other, customTag: [])
      if let tag = part.tag {
        let bytes = Array(tag.utf8)
        compound.element = ElementName(bytes.span, 0..<bytes.count)
        if compound.element == .other { compound.customTag = bytes }
      }
      for condition in part.conditions { try add(condition, to: &compound, tag: part.tag) }
      compound.previous = previous
      compound.isChild = part.isChild
      if position == selector.compounds.count - 1 {
        if conjunction == 0 { compound.rule = rule } else { compound.conjunction = conjunction }
      }
      previous = compounds.count
      file(compound, hasTag: part.tag != nil)
      compounds.append(compound)
    }
  }

  private mutating func add(
    _ condition: Selector.Condition, to compound: inout Compound, tag: String?
  ) throws(RuleSetError) {
    switch condition {
    case .hasClass(let name): compound.classes.append(Array(name.utf8))
    case .hasID(let name): compound.id = Array(name.utf8)
    case .attribute(let name, let match, let value):
      let bytes = Array(name.utf8)
      let known = AttributeName(bytes.span, 0..<bytes.count)
      compound.attributes.append((known, known == .other ? bytes : [], match, Array(value.utf8)))
    case .nthChild(let position): compound.nthChild.append(position)
    case .nthOfType(let position):
      guard compound.element != .other else {
        throw RuleSetError(description: "`:nth-of-type()` needs the tag of an HTML element")
      }
      let raw = Int(compound.element.rawValue)
      if counters[raw] < 0 {
        guard counted < Self.countedCapacity else {
          throw RuleSetError(
            description: "`:nth-of-type()` is used with more than \(Self.countedCapacity) tags")
        }
        counters[raw] = Int8(counted)
        counted += 1
      }
      compound.counter = Int(counters[raw])
      compound.nthOfType.append(position)
    }
  }

  private mutating func file(_ compound: Compound, hasTag: Bool) {
    let index = compounds.count
    var bit = Bits.zero
    bit[index / 64] = 1 << UInt64(index % 64)
    if let id = compound.id {
      byID[ByteHash.hash(id.span), default: .zero] |= bit
    } else if let name = compound.classes.first {
      byClass[ByteHash.hash(name.span), default: .zero] |= bit
    } else if let attribute = compound.attributes.first, attribute.name != .other {
      byAttribute |= bit
      filedAttributes |= attribute.name.bit
    } else if compound.element != .other {
      byElement[Int(compound.element.rawValue)] |= bit
    } else if hasTag {
      byElement[Int(ElementName.other.rawValue)] |= bit
    } else {
      always |= bit
    }
  }

  // MARK: Labels

  private mutating func add(
    _ label: String, rule: UInt16, conjunction: UInt64
  ) throws(RuleSetError) {
    var text: [UInt8] = []
    LabelText.append(Array(label.utf8).span, to: &text)
    LabelText.dropFinalColon(&text)
    guard let first = text.first else { return }
    labelStarts[Int(first)] = true
    if let wide = Self.wideStart(of: text.span, at: 0), !wideStarts.contains(wide) {
      wideStarts.append(wide)
    }
    longestLabel = max(longestLabel, text.count)
    let index = labelIndices[text] ?? labels.count
    if index == labels.count {
      guard labels.count < Self.labelCapacity else {
        throw RuleSetError(description: "more than \(Self.labelCapacity) labels")
      }
      labels.append(Label(text: text))
      labelIndices[text] = index
    }
    if conjunction != 0 {
      labels[index].conjunctions |= conjunction
    } else if labels[index].rule == Self.none {
      labels[index].rule = rule
    }
  }

  /// The three bytes at `index` as one number, where a character of three bytes begins there.
  private static func wideStart(of text: Span<UInt8>, at index: Int) -> UInt32? {
    guard text[index] >> 4 == 0xe, index + 3 <= text.count else { return nil }
    return UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }

  /// Whether `text` may be the beginning of a label: by its first character that is no space. False
  /// only where that is there and begins no label.
  func canBegin(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] <= 0x20 { index &+= 1 }
    guard index < text.count else { return true }
    // The bytes that Unicode spaces begin with are left to the full comparison.
    if text[index] == 0xc2 || text[index] == 0xe3 { return true }
    guard labelStarts[Int(text[index].asciiLowercased)] else { return false }
    return Self.wideStart(of: text, at: index).map(wideStarts.contains) ?? true
  }

  /// The label that `text` starts with; nil where it starts with none.
  func label(startOf text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, labelStarts[Int(first)] else { return nil }
    return labels.firstIndex { text.starts(with: $0.text) }
  }

  /// The kind of a link by the rules that hold for it.
  func kind(within: UInt16, conjunctions: UInt64, label: UInt16) -> Kind {
    var best = within
    if label != Self.none {
      best = min(best, labels[Int(label)].rule)
      let both = conjunctions & labels[Int(label)].conjunctions
      if both != 0 { best = min(best, conjunctionRules[both.trailingZeroBitCount]) }
    }
    return best == Self.none ? .content : kinds[Int(best)]
  }
}
