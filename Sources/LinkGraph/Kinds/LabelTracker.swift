/// Tells the label under which each reference stands.
///
/// A label is an element whose whole text is a listed label, or that begins with one and a colon or a
/// link. It holds for the rest of its container, to the next label, and to the next heading of its own
/// level or above; a paragraph that holds links or text of its own after the label labels only itself.
/// A container that holds nothing but a label (`<div class="title"><h3>Related</h3></div>`) hands it on
/// to its own container.
struct LabelTracker: Sendable {
  /// Under which label a reference stands, and whether that is nearer than what names its place.
  struct Mark: Sendable {
    var label = RuleSet.none
    var isInner = false
    /// A heading's link to itself, or to edit what it heads: no label takes it.
    var isOwnAnchor = false
  }

  private struct Element {
    var name = ElementName.other
    var label = RuleSet.none
    /// Where the label ends; see ``ElementName/labelLevel``.
    var level: UInt8 = 0
    var isInner = false
    var isLink = false
    var isEdit = false
    /// Whether the element itself is a block with a meaning, which hands no label on.
    var isBarrier = false
    /// Whether text stands before it in its line.
    var followsText = false
    /// Whether it was found to be a label of its container.
    var isLabel = false
    /// Where its text begins in `labelText`, while it may still turn out to be a label; else -1.
    var labelStart: Int32 = -1
    var firstMark: Int32 = 0
    /// ``LabelTracker/content`` when it opened.
    var contentBefore: UInt32 = 0
    /// The label that is all of its content so far, and ``LabelTracker/content`` after it.
    var sole = RuleSet.none
    var soleLevel: UInt8 = 0
    var contentAfter: UInt32 = 0
    /// Whether a list under its label has ended, so that a paragraph of text is no part of that.
    var listEnded = false
    /// A label at a paragraph's beginning, of its container if nothing follows in the paragraph.
    var pending = RuleSet.none
    var pendingAfter: UInt32 = 0
  }

  /// A label that the text after its element may take back, or must confirm by a colon.
  private struct Proviso {
    var label: Int
    var container: Int
    var level: UInt8
    var needsColon: Bool
    var before: (label: UInt16, level: UInt8, isInner: Bool)
    var isNew: Bool
  }

  let table: LabelTable
  /// For each rule its kind, to tell which kinds' labels a page has.
  private let kinds: [Kind]
  private(set) var marks: [Mark] = []
  /// The kinds whose labels the page has.
  private(set) var labelled: KindSet = []

  /// The open elements; the first stands for the page itself.
  private var elements: [Element] = [Element()]
  private var labelText: [UInt8] = []
  /// How many open elements may still turn out to be labels.
  private var candidates = 0
  /// Counts texts and references, to tell whether there were any.
  private var content: UInt32 = 0
  private var openLinks = 0
  private var openHeadings = 0
  private var lineHasText = false
  private var hasLabels = false
  private var nextIsOwnAnchor = false
  /// Whether the open heading, or paragraph after a list, ends labels that are no headings, unless it
  /// is a link: the title of something that is listed.
  private var textMayEndLabels = false
  private var proviso: Proviso?

  init(table: LabelTable, kinds: [Kind]) {
    self.table = table
    self.kinds = kinds
  }

  mutating func reset() {
    elements.removeAll(keepingCapacity: true)
    elements.append(Element())
    marks.removeAll(keepingCapacity: true)
    labelText.removeAll(keepingCapacity: true)
    labelled = []
    candidates = 0
    content = 0
    openLinks = 0
    openHeadings = 0
    lineHasText = false
    hasLabels = false
    nextIsOwnAnchor = false
    textMayEndLabels = false
    proviso = nil
  }

  // MARK: Elements

  mutating func open(
    _ tag: borrowing HTMLTag, in source: Span<UInt8>, place: PlaceTracker.Place
  ) {
    let name = tag.element
    if !name.isInLine { endLine() }
    if hasLabels {
      if name.isHeading { headingOpens(name.labelLevel) }
      if name == .p, elements[elements.count &- 1].listEnded { textMayEndLabels = true }
      if name == .dt || name == .th, elements[elements.count &- 1].level == 8 {
        elements[elements.count &- 1].label = RuleSet.none
      }
    }
    var element = Element()
    element.name = name
    nextIsOwnAnchor = false
    if name == .a || name == .area, let href = tag.attribute(.href) {
      element.isLink = true
      let isLocal = !href.value.isEmpty && source[href.value.lowerBound] == UInt8(ascii: "#")
      nextIsOwnAnchor = openHeadings > 0 && isLocal || place.isEdit
      if !isLocal { textMayEndLabels = false }
      if proviso != nil { linkFollows() }
      if candidates > 0, !place.isEdit { linkBegins() }
      openLinks += 1
    }
    let parent = elements[elements.count &- 1]
    element.label = parent.label
    element.level = parent.level
    element.isInner = parent.isInner && !place.isOwn
    element.isEdit = place.isEdit
    element.isBarrier = place.isOwn || name.holdsItsLabels
    element.contentBefore = content
    if name.isHeading { openHeadings += 1 }
    if name.canBeLabel, table.longest > 0 {
      if candidates == 0 { labelText.removeAll(keepingCapacity: true) }
      element.labelStart = Int32(labelText.count)
      element.firstMark = Int32(marks.count)
      element.followsText = lineHasText
      candidates += 1
    }
    elements.append(element)
  }

  mutating func close() {
    guard elements.count > 1 else { return }
    let index = elements.count &- 1
    if elements[index].labelStart >= 0 { elementEnds(index) }
    let element = elements[index]
    if element.isLink { openLinks -= 1 }
    if element.name.isList, elements[index &- 1].level == 7,
      elements[index &- 1].label != RuleSet.none
    {
      elements[index &- 1].listEnded = true
    }
    if element.name == .p { textMayEndLabels = false }
    if element.name.isHeading {
      openHeadings -= 1
      if textMayEndLabels { endLabels(from: 7) }
      textMayEndLabels = false
    }
    if element.pending != RuleSet.none, element.pendingAfter == content {
      setLabel(Int(element.pending), of: index &- 1, level: 7, from: index)
      elements[index].isLabel = true
    }
    if elements[index].isLabel {
      if elements[index &- 1].contentBefore == element.contentBefore {
        elements[index &- 1].sole = elements[index &- 1].label
        elements[index &- 1].soleLevel = elements[index &- 1].level
        elements[index &- 1].contentAfter = content
      }
    } else if element.sole != RuleSet.none, element.contentAfter == content, !element.isBarrier {
      setLabel(Int(element.sole), of: index &- 1, level: element.soleLevel, from: index)
      if elements[index &- 1].contentBefore == element.contentBefore {
        elements[index &- 1].sole = element.sole
        elements[index &- 1].soleLevel = element.soleLevel
        elements[index &- 1].contentAfter = content
      }
    }
    elements.removeLast()
    if !element.name.isInLine { endLine() }
  }

  private mutating func endLine() {
    lineHasText = false
    proviso = nil
  }

  mutating func reference() {
    let top = elements[elements.count &- 1]
    var mark = Mark(label: top.label, isInner: top.isInner, isOwnAnchor: nextIsOwnAnchor)
    if nextIsOwnAnchor { mark.label = RuleSet.none } else { content &+= 1 }
    marks.append(mark)
    nextIsOwnAnchor = false
  }

  // MARK: Text

  mutating func text(_ bytes: Span<UInt8>) {
    if LabelText.isBlank(bytes) { return }
    // `[edit]` is no text of the page.
    if elements[elements.count &- 1].isEdit { return }
    content &+= 1
    if textMayEndLabels {
      textMayEndLabels = false
      endLabels(from: 7)
    }
    if openLinks == 0 {
      if proviso != nil { textFollows(bytes) }
      if Self.isWord(LabelText.first(bytes)) { lineHasText = true }
    }
    guard candidates > 0 else { return }
    // A text that does not begin like a label, the usual paragraph, is not copied at all.
    if labelText.isEmpty, !table.canBegin(bytes) {
      rejectAll()
      return
    }
    let known = labelText.count
    var start = 0
    for index in elements.indices.reversed() where elements[index].labelStart >= 0 {
      start = Int(elements[index].labelStart)
      break
    }
    // The rest of a paragraph need not be copied either; room for a heading's number.
    LabelText.append(bytes, to: &labelText, limit: start &+ table.longest &+ 16)
    let hasColon = ByteSearch.first(UInt8(ascii: ":"), in: labelText.span, known..<labelText.count)
    for index in elements.indices.reversed() where elements[index].labelStart >= 0 {
      textGrew(index, hasColon: hasColon != nil)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0xc3 && byte != 0xe2 && byte != 0xef && byte < 0xf0
  }

  private mutating func rejectAll() {
    for index in elements.indices.reversed() where elements[index].labelStart >= 0 {
      reject(index)
      if candidates == 0 { return }
    }
  }

  private mutating func reject(_ index: Int) {
    elements[index].labelStart = -1
    candidates -= 1
  }

  /// The text of the element at `index` so far: of a heading without its number.
  private func range(_ index: Int) -> Range<Int> {
    var start = Int(elements[index].labelStart)
    if elements[index].name.isHeading {
      while start < labelText.count,
        labelText[start].isASCIIDigit || labelText[start] == UInt8(ascii: ".")
      {
        start &+= 1
      }
    }
    return start..<labelText.count
  }

  private mutating func textGrew(_ index: Int, hasColon: Bool) {
    let range = range(index)
    guard let first = range.first else { return }
    guard table.starts[Int(labelText[first])] else { return reject(index) }
    if !table.openEnded.isEmpty,
      let label = table.label(beginning: labelText.span.extracting(range))
    {
      found(label, by: index, followed: .byAnything)
      return
    }
    if hasColon {
      var from = range.lowerBound
      while let colon = ByteSearch.first(
        UInt8(ascii: ":"), in: labelText.span, from..<range.upperBound)
      {
        if let label = table.label(labelText.span.extracting(range.lowerBound..<colon)) {
          found(label, by: index, followed: .byColon(andMore: colon &+ 1 < range.upperBound))
          return
        }
        from = colon &+ 1
      }
    }
    if range.count > table.longest { reject(index) }
  }

  /// A link begins in all open elements.
  private mutating func linkBegins() {
    for index in elements.indices.reversed() where elements[index].labelStart >= 0 {
      var range = range(index)
      // A bracket around links.
      while let last = range.last,
        labelText[last] == UInt8(ascii: "[") || labelText[last] == UInt8(ascii: "(")
      {
        range = range.lowerBound..<last
      }
      if range.isEmpty {
        // The link is the label, as in headings that link to themselves.
        if elements[index].name == .p { reject(index) }
      } else if let label = table.label(labelText.span.extracting(range)) {
        found(label, by: index, followed: .byLink)
      } else {
        reject(index)
      }
    }
  }

  /// The element at `index` ends and was no label yet.
  private mutating func elementEnds(_ index: Int) {
    let range = range(index)
    guard !range.isEmpty, let label = table.label(labelText.span.extracting(range)) else {
      reject(index)
      return
    }
    found(label, by: index, followed: .byNothing)
  }

  // MARK: Labels

  private enum Following: Equatable {
    case byNothing, byLink, byAnything
    case byColon(andMore: Bool)
  }

  private mutating func found(_ label: Int, by index: Int, followed: Following) {
    reject(index)
    let name = elements[index].name
    let needs = table.labels[label].needs
    if followed == .byNothing, name == .strong || name == .b {
      // Not in `the <b>recommended</b> way` or `<b>Related</b> to this are ...`.
      if !elements[index].followsText { propose(label, by: index, needsColon: needs == .colon) }
      return
    }
    if needs == .colon, followed == .byNothing || followed == .byLink { return }
    if needs == .end, followed == .byLink, name == .p { return }
    lineHasText = false
    if name == .p {
      switch followed {
      case .byNothing, .byAnything: break
      case .byLink:
        setLabel(label, of: index, level: 7, from: index)
        return
      case .byColon(let hasMore):
        setLabel(label, of: index, level: 7, from: index)
        if !hasMore {
          elements[index].pending = UInt16(label)
          elements[index].pendingAfter = content
        }
        return
      }
    }
    setLabel(label, of: index &- 1, level: name.labelLevel, from: index)
    elements[index].isLabel = true
  }

  /// The element at `index` is a label, unless what follows it in its line says otherwise.
  private mutating func propose(_ label: Int, by index: Int, needsColon: Bool) {
    let container = index &- 1
    let parent = elements[container]
    let isNew = !labelled.contains(kind(of: label) ?? .content)
    proviso = Proviso(
      label: label, container: container, level: elements[index].name.labelLevel,
      needsColon: needsColon, before: (parent.label, parent.level, parent.isInner), isNew: isNew)
    lineHasText = false
    if !needsColon {
      setLabel(label, of: container, level: elements[index].name.labelLevel, from: index)
      elements[index].isLabel = true
    }
  }

  private mutating func linkFollows() {
    proviso = nil
  }

  private mutating func textFollows(_ bytes: Span<UInt8>) {
    guard let proviso else { return }
    self.proviso = nil
    let first = LabelText.first(bytes)
    if proviso.needsColon {
      let isColon = first == UInt8(ascii: ":") || first == 0xef
      if isColon, proviso.container < elements.count {
        setLabel(proviso.label, of: proviso.container, level: proviso.level, from: nil)
      }
    } else if Self.isWord(first), proviso.container < elements.count {
      // A sentence that begins with it.
      for index in proviso.container..<elements.count {
        elements[index].label = proviso.before.label
        elements[index].level = proviso.before.level
        elements[index].isInner = proviso.before.isInner
      }
      if proviso.isNew, let kind = kind(of: proviso.label) { labelled.remove(KindSet(kind)) }
    }
  }

  private func kind(of label: Int) -> Kind? {
    let rule = table.labels[label].rule
    return rule == RuleSet.none ? nil : kinds[Int(rule)]
  }

  /// `label` holds in `container` from now on, and for the references in the element at `index`.
  private mutating func setLabel(_ label: Int, of container: Int, level: UInt8, from index: Int?) {
    hasLabels = true
    for open in max(0, container)..<elements.count {
      elements[open].label = UInt16(label)
      elements[open].level = level
      elements[open].isInner = true
      elements[open].listEnded = false
    }
    if let index, elements[index].name.canBeLabel {
      for mark in Int(elements[index].firstMark)..<marks.count where !marks[mark].isOwnAnchor {
        marks[mark].label = UInt16(label)
        marks[mark].isInner = true
      }
    }
    if let kind = kind(of: label) { labelled.insert(KindSet(kind)) }
  }

  /// A heading ends labels of its own level and below, and those that are no headings unless it turns
  /// out to be a link.
  private mutating func headingOpens(_ level: UInt8) {
    textMayEndLabels = false
    for index in elements.indices where elements[index].label != RuleSet.none {
      if elements[index].level >= 7 {
        textMayEndLabels = true
      } else if elements[index].level >= level {
        elements[index].label = RuleSet.none
      }
    }
  }

  private mutating func endLabels(from level: UInt8) {
    for index in elements.indices where elements[index].level >= level {
      elements[index].label = RuleSet.none
    }
  }
}

extension ElementName {
  /// Whether it is a list of what a label names.
  fileprivate var isList: Bool {
    switch self {
    case .ul, .ol, .dl, .table: true
    default: false
    }
  }

  /// Whether a label that is all it holds is not the label of what follows it.
  fileprivate var holdsItsLabels: Bool {
    switch self {
    case .html, .body, .main, .article, .section, .nav, .aside, .footer, .details, .fieldset, .dl,
      .form, .blockquote, .p:
      true
    default: false
    }
  }
}
