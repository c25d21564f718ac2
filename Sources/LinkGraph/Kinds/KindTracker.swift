/// Gives each reference of a page its kind while the page is read.
///
/// The rules of the configuration come first, the first that matches; then what the page's design says:
/// the innermost of landmarks, named blocks and labels.
struct KindTracker: ElementObserver, Sendable {
  /// The compiled rules.
  let rules: RuleSet
  /// A page that has a label must have an anchor of each of these.
  let required: [Kind]
  private(set) var kinds: [Kind] = []

  private struct Mark {
    var match: SelectorTracker.Match
    var place: Kind
  }

  private var selectors: SelectorTracker
  private var places = PlaceTracker()
  private var labels: LabelTracker
  private var marks: [Mark] = []

  init(rules: RuleSet, required: [Kind] = []) {
    self.rules = rules
    self.required = required
    selectors = SelectorTracker(rules: rules)
    labels = LabelTracker(table: rules.labels, kinds: rules.kinds)
  }

  /// A tracker of the kinds of a mirror.
  init(_ kinds: KindRules) { self.init(rules: kinds.rules, required: kinds.required) }

  /// The kinds whose labels the page has.
  var labelled: KindSet { labels.labelled }

  mutating func reset() {
    selectors.reset()
    places.reset()
    labels.reset()
    marks.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
  }

  mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    selectors.open(tag, in: source)
    if rules.readsDesign { places.open(tag, in: source) }
    labels.open(tag, in: source, place: places.current)
  }

  mutating func close() {
    selectors.close()
    if rules.readsDesign { places.close() }
    labels.close()
  }

  mutating func text(_ bytes: Span<UInt8>) { labels.text(bytes) }

  mutating func reference() {
    labels.reference()
    marks.append(Mark(match: selectors.current, place: places.current.kind))
  }

  mutating func finish() {
    for index in marks.indices {
      kinds.append(
        rules.kind(marks[index].match, label: labels.marks[index], place: marks[index].place))
    }
  }

  func missingKind(_ references: [Reference]) -> Kind? {
    guard !required.isEmpty, !labelled.isEmpty else { return nil }
    return required.first { kind in
      !zip(kinds, references).contains { $0 == kind && $1.role == .anchor }
    }
  }
}
