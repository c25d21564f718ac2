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
  /// The number of different labels that a configuration and its preset may have.
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

  private(set) var kinds: [Kind] = []
  private(set) var compounds: [Compound] = []
  private(set) var labels = LabelTable()
  /// Whether landmarks, names of blocks and the rules from ``designRules`` on give kinds.
  let readsDesign: Bool
  /// The first of the rules that come with a page's design: their labels are weighed against places.
  let designRules: Int
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
  private var counted = 0

  /// Compiles `rules`; the first match wins.
  ///
  /// - Parameter design: labels of the generic design, which landmarks and names of blocks may beat;
  ///   nil where only `rules` count.
  init(_ rules: [KindRule], design: [KindRule]? = nil) throws(RuleSetError) {
    readsDesign = design != nil
    designRules = rules.count
    let rules = rules + (design ?? [])
    guard rules.count < Int(Self.none) else { throw RuleSetError(description: "too many rules") }
    for (index, rule) in rules.enumerated() {
      do {
        try add(rule, index)
      } catch {
        throw RuleSetError(description: error.description, rule: index)
      }
    }
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
    for label in rule.after {
      guard index >= designRules || labels.labels.count < Self.labelCapacity else {
        throw RuleSetError(description: "more than \(Self.labelCapacity) labels")
      }
      labels.add(label, rule: UInt16(index), conjunction: conjunction, needs: rule.needs)
    }
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

  // MARK: Kinds

  /// The kind of a link by the rules that hold for it and by the kind of its place.
  func kind(_ match: SelectorTracker.Match, label mark: LabelTracker.Mark, place: Kind) -> Kind {
    var best = match.within
    var design = Self.none
    if mark.label != Self.none {
      let label = labels.labels[Int(mark.label)]
      if Int(label.rule) < designRules { best = min(best, label.rule) } else { design = label.rule }
      let both = match.conjunctions & label.conjunctions
      if both != 0 { best = min(best, conjunctionRules[both.trailingZeroBitCount]) }
    }
    if best != Self.none { return kinds[Int(best)] }
    if design != Self.none, mark.isInner || place == .content { return kinds[Int(design)] }
    return mark.isOwnAnchor && !place.isChrome ? .content : place
  }
}
