/// Gives each reference of a page its kind while the page is read.
struct KindTracker: ElementObserver, Sendable {
  /// The compiled rules.
  let rules: RuleSet
  /// A page that has a label must have an anchor of each of these.
  let required: [Kind]
  private(set) var kinds: [Kind] = []
  /// The kinds whose labels the page has.
  private(set) var labelled: KindSet = []

  private struct Element {
    var matched = RuleSet.Bits.zero
    var above = RuleSet.Bits.zero
    var counts = SIMD8<UInt16>.zero
    var children: UInt32 = 0
    var within = RuleSet.none
    var label = RuleSet.none
    var conjunctions: UInt64 = 0
    /// Where its text begins in `labelText`, while it may still turn out to be a label; else -1.
    var labelStart: Int32 = -1
    var firstReference: Int32 = 0
  }

  private struct Mark {
    var within: UInt16
    var label: UInt16
    var conjunctions: UInt64
  }

  /// The elements that are open; the first stands for the page itself.
  private var elements: [Element] = [Element()]
  private var marks: [Mark] = []
  private var labelText: [UInt8] = []
  /// How many open elements may still turn out to be labels.
  private var candidates = 0

  init(rules: RuleSet, required: [Kind] = []) {
    self.rules = rules
    self.required = required
  }

  /// A tracker of the kinds of a mirror.
  init(_ kinds: KindRules) { self.init(rules: kinds.rules, required: kinds.required) }

  mutating func reset() {
    elements.removeAll(keepingCapacity: true)
    elements.append(Element())
    marks.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    labelText.removeAll(keepingCapacity: true)
    labelled = []
    candidates = 0
  }

  mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    let parent = elements.count - 1
    elements[parent].children &+= 1
    let counter = Int(rules.counters[Int(tag.element.rawValue)])
    if counter >= 0, elements[parent].counts[counter] < .max {
      elements[parent].counts[counter] &+= 1
    }
    var element = Element()
    element.above = elements[parent].above
    element.within = elements[parent].within
    element.label = elements[parent].label
    element.conjunctions = elements[parent].conjunctions

    let candidates = rules.candidates(tag, in: source)
    if candidates != .zero {
      for word in 0..<4 {
        var bits = candidates[word]
        while bits != 0 {
          let index = word * 64 + bits.trailingZeroBitCount
          bits &= bits - 1
          // Static, as a call on `self` would copy it.
          if Self.matches(rules.compounds[index], tag, in: source, parent: elements[parent]) {
            element.matched[word] |= 1 << UInt64(index % 64)
            let compound = rules.compounds[index]
            element.within = min(element.within, compound.rule)
            element.conjunctions |= compound.conjunction
          }
        }
      }
      element.above |= element.matched
    }
    if tag.element.canBeLabel, rules.longestLabel > 0 {
      if self.candidates == 0 { labelText.removeAll(keepingCapacity: true) }
      element.labelStart = Int32(labelText.count)
      element.firstReference = Int32(marks.count)
      self.candidates += 1
    }
    elements.append(element)
  }

  mutating func close() {
    guard elements.count > 1 else { return }
    if elements[elements.count - 1].labelStart >= 0 { candidates -= 1 }
    elements.removeLast()
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard candidates > 0 else { return }
    // A text that does not begin like a label, the usual paragraph, is not copied at all.
    if labelText.isEmpty, !rules.canBegin(bytes) {
      for index in elements.indices.reversed() where elements[index].labelStart >= 0 {
        decide(index)
      }
      return
    }
    // The rest of a paragraph need not be copied either.
    LabelText.append(bytes, to: &labelText, limit: rules.longestLabel)
    for index in elements.indices.reversed() where elements[index].labelStart >= 0 {
      let text = labelText[Int(elements[index].labelStart)...]
      if text.isEmpty { continue }
      if let label = rules.label(startOf: text) {
        decide(index)
        setLabel(label, by: index)
      } else if text.count >= rules.longestLabel || !rules.labelStarts[Int(text[text.startIndex])] {
        decide(index)
      }
    }
  }

  private mutating func decide(_ index: Int) {
    elements[index].labelStart = -1
    candidates -= 1
  }

  /// The element at `index` is a label: it holds for the rest of its parent, and for itself.
  private mutating func setLabel(_ label: Int, by index: Int) {
    let first = Int(elements[index].firstReference)
    for open in (index - 1)..<elements.count { elements[open].label = UInt16(label) }
    for mark in first..<marks.count { marks[mark].label = UInt16(label) }
    let rule = rules.labels[label].rule
    if rule != RuleSet.none { labelled.insert(KindSet(rules.kinds[Int(rule)])) }
  }

  mutating func reference() {
    let top = elements[elements.count - 1]
    marks.append(Mark(within: top.within, label: top.label, conjunctions: top.conjunctions))
  }

  mutating func finish() {
    for mark in marks {
      kinds.append(
        rules.kind(within: mark.within, conjunctions: mark.conjunctions, label: mark.label))
    }
  }

  func missingKind(_ references: [Reference]) -> Kind? {
    guard !required.isEmpty, !labelled.isEmpty else { return nil }
    return required.first { kind in
      !zip(kinds, references).contains { $0 == kind && $1.role == .anchor }
    }
  }

  // MARK: Matching

  private static func matches(
    _ compound: RuleSet.Compound, _ tag: borrowing HTMLTag, in source: Span<UInt8>,
    parent: Element
  ) -> Bool {
    if compound.previous >= 0 {
      let word = compound.previous / 64
      let bit: UInt64 = 1 << UInt64(compound.previous % 64)
      let bits = compound.isChild ? parent.matched[word] : parent.above[word]
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

extension RuleSet {
  /// The compounds that `tag` may match, by the tables it is filed in.
  func candidates(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> Bits {
    var bits = always | byElement[Int(tag.element.rawValue)]
    guard tag.knownAttributes != 0 else { return bits }
    if tag.knownAttributes & filedAttributes != 0 { bits |= byAttribute }
    if !byClass.isEmpty, let attribute = tag.attribute(.class) {
      var at = attribute.value.lowerBound
      while at < attribute.value.upperBound {
        while at < attribute.value.upperBound, source[at] <= 0x20 { at &+= 1 }
        let start = at
        while at < attribute.value.upperBound, source[at] > 0x20 { at &+= 1 }
        if at > start, let found = byClass[ByteHash.hash(source, in: start..<at)] { bits |= found }
      }
    }
    if !byID.isEmpty, let attribute = tag.attribute(.id),
      let found = byID[ByteHash.hash(source, in: attribute.value)]
    {
      bits |= found
    }
    return bits
  }
}

extension HTMLTag {
  /// Whether the `class` attribute has the word `name`.
  func hasClass(_ name: Span<UInt8>, in source: Span<UInt8>) -> Bool {
    guard let attribute = self.attribute(.class) else { return false }
    return Self.hasWord(name, in: source.extracting(attribute.value))
  }

  /// Whether an attribute is there with a value that fits.
  func has(
    _ wanted: (name: AttributeName, custom: [UInt8], match: Selector.Match, value: [UInt8]),
    in source: Span<UInt8>
  ) -> Bool {
    for index in attributes.indices {
      let attribute = attributes[index]
      guard attribute.known == wanted.name else { continue }
      if wanted.name == .other,
        !source.extracting(attribute.name).string.lowercased().utf8.elementsEqual(wanted.custom)
      {
        continue
      }
      let value = source.extracting(attribute.value)
      let length = wanted.value.count
      switch wanted.match {
      case .exists: return true
      case .equals: return value.equals(wanted.value.span)
      case .includesWord: return Self.hasWord(wanted.value.span, in: value)
      case .hasPrefix:
        return value.count >= length && value.extracting(0..<length).equals(wanted.value.span)
      case .hasSuffix:
        return value.count >= length
          && value.extracting((value.count - length)..<value.count).equals(wanted.value.span)
      case .contains:
        return ByteSearch.first(wanted.value.span, in: value, 0..<value.count) != nil
      }
    }
    return false
  }

  private static func hasWord(_ word: Span<UInt8>, in value: Span<UInt8>) -> Bool {
    var at = 0
    while at < value.count {
      while at < value.count, value[at] <= 0x20 { at &+= 1 }
      let start = at
      while at < value.count, value[at] > 0x20 { at &+= 1 }
      if at > start, value.extracting(start..<at).equals(word) { return true }
    }
    return false
  }
}
