/// Tells which rules the places of a page match by their selectors.
///
/// `html`, `body` and `tbody` that a page leaves out are there, and a child combinator also sees through
/// those, as the tags are written.
struct SelectorTracker: Sendable {
  /// What the selectors say of a place.
  struct Match: Sendable {
    /// The first rule that matches, or ``RuleSet/none``.
    var within = RuleSet.none
    /// The rules that match if their label does.
    var conjunctions: UInt64 = 0
  }

  private struct Element {
    var matched = RuleSet.Bits.zero
    var above = RuleSet.Bits.zero
    var counts = SIMD8<UInt16>.zero
    var children: UInt32 = 0
    var match = Match()
    var name = ElementName.other
    /// Whether no tag stands for it.
    var isImplied = false
  }

  let rules: RuleSet
  /// The elements that are open; the first stands for the page itself.
  private var elements: [Element] = [Element()]

  init(rules: RuleSet) { self.rules = rules }

  /// What the selectors say of the innermost open element.
  var current: Match { elements[elements.count &- 1].match }

  mutating func reset() {
    elements.removeAll(keepingCapacity: true)
    elements.append(Element())
  }

  mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    if rules.compounds.isEmpty { return }
    implyParents(of: tag.element, in: source)
    push(tag, in: source, isImplied: false)
  }

  mutating func close() {
    if rules.compounds.isEmpty { return }
    popImplied()
    if elements.count > 1 { elements.removeLast() }
  }

  private mutating func popImplied() {
    while elements[elements.count &- 1].isImplied { elements.removeLast() }
  }

  // MARK: Implied tags

  private mutating func implyParents(of name: ElementName, in source: Span<UInt8>) {
    let parent = elements[elements.count &- 1]
    switch name {
    case .tr:
      if parent.name == .table { imply(.tbody, in: source) }
    case .tbody, .thead, .tfoot, .caption, .colgroup:
      if parent.isImplied, parent.name == .tbody { elements.removeLast() }
    default: break
    }
    if elements.count == 1, name != .html { imply(.html, in: source) }
    let top = elements[elements.count &- 1]
    guard top.name == .html else { return }
    switch name {
    case .html, .head, .body, .frameset, .title, .meta, .link, .base, .style, .script, .noscript,
      .template, .noframes:
      break
    default: imply(.body, in: source)
    }
  }

  private mutating func imply(_ name: ElementName, in source: Span<UInt8>) {
    var tag = HTMLTag()
    tag.element = name
    push(tag, in: source, isImplied: true)
  }

  // MARK: Matching

  private mutating func push(
    _ tag: borrowing HTMLTag, in source: Span<UInt8>, isImplied: Bool
  ) {
    let parent = elements.count - 1
    elements[parent].children &+= 1
    let counter = Int(rules.counters[Int(tag.element.rawValue)])
    if counter >= 0, elements[parent].counts[counter] < .max {
      elements[parent].counts[counter] &+= 1
    }
    var element = Element()
    element.above = elements[parent].above
    element.match = elements[parent].match
    element.name = tag.element
    element.isImplied = isImplied

    let candidates = rules.candidates(tag, in: source)
    if candidates != .zero {
      // What a child combinator may match: the parent, and what is around implied ones.
      var parents = elements[parent].matched
      var outer = parent
      while elements[outer].isImplied, outer > 0 {
        outer -= 1
        parents |= elements[outer].matched
      }
      for word in 0..<4 {
        var bits = candidates[word]
        while bits != 0 {
          let index = word * 64 + bits.trailingZeroBitCount
          bits &= bits - 1
          // Static, as a call on `self` would copy it.
          if Self.matches(
            rules.compounds[index], tag, in: source, parent: elements[parent], parents: parents)
          {
            element.matched[word] |= 1 << UInt64(index % 64)
            let compound = rules.compounds[index]
            element.match.within = min(element.match.within, compound.rule)
            element.match.conjunctions |= compound.conjunction
          }
        }
      }
      element.above |= element.matched
    }
    elements.append(element)
  }

  private static func matches(
    _ compound: RuleSet.Compound, _ tag: borrowing HTMLTag, in source: Span<UInt8>,
    parent: Element, parents: RuleSet.Bits
  ) -> Bool {
    if compound.previous >= 0 {
      let word = compound.previous / 64
      let bit: UInt64 = 1 << UInt64(compound.previous % 64)
      let bits = compound.isChild ? parents[word] : parent.above[word]
      if bits & bit == 0 { return false }
    }
    if compound.element != .other, compound.element != tag.element { return false }
    if !compound.customTag.isEmpty,
      source.extracting(tag.name).string.lowercased().utf8.elementsEqual(compound.customTag)
        == false
    {
      return false
    }
    for position in compound.nthChild where !position.contains(Int(parent.children)) {
      return false
    }
    for position in compound.nthOfType
    where !position.contains(Int(parent.counts[compound.counter])) {
      return false
    }
    if let id = compound.id {
      guard let attribute = tag.attribute(.id),
        source.extracting(attribute.value).equals(id.span)
      else { return false }
    }
    for name in compound.classes where !tag.hasClass(name.span, in: source) { return false }
    for attribute in compound.attributes where !tag.has(attribute, in: source) { return false }
    return true
  }
}
