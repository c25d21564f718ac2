/// One rule that gives links their kind: the place it asks for, a label before them, or both.
struct KindRule: Sendable {
  var kind: Kind
  /// Any of these must match an element around the link; empty where the place does not matter.
  var within: [Selector] = []
  /// The nearest preceding label must be one of these; empty where none is asked for.
  var after: [String] = []
  /// What must follow the label.
  var needs = LabelTable.Needs.nothing
}
