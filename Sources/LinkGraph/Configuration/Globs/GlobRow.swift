/// The elements of one alternative of a glob and what may happen between them.
struct GlobRow {
  /// What a matcher may do at a place.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Stay on any character.
    static let any = Flags(rawValue: 1)
    /// Stay on any character but `/`.
    static let segment = Flags(rawValue: 2)
    /// Pass over the element that stands here.
    static let skip = Flags(rawValue: 4)
  }

  /// What matches one character each.
  private(set) var elements: [GlobToken] = []
  /// The flags of the place before each element, and of the end.
  private(set) var flags: [Flags] = [[]]

  /// Turns wildcards into flags.
  init(_ tokens: [GlobToken]) {
    var isSegmentStart = true
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .star:
        flags[elements.count].insert(.segment)
        isSegmentStart = false
      case .globstar:
        guard isSegmentStart, index < tokens.count, Self.isSlash(tokens[index]) else {
          flags[elements.count].insert(.any)
          isSegmentStart = false
          continue
        }
        let slash = tokens[index]
        index += 1
        // `**/**/` is `**/`; so no two skips stand side by side and one shift passes them.
        if elements.isEmpty || !flags[elements.count - 1].contains(.skip) {
          flags[elements.count].formUnion([.any, .skip])
          append(slash)
        }
      case .literal, .any, .oneOf:
        append(token)
        isSegmentStart = Self.isSlash(token)
      }
    }
  }

  private mutating func append(_ element: GlobToken) {
    elements.append(element)
    flags.append([])
  }

  private static func isSlash(_ token: GlobToken) -> Bool {
    if case .literal(let value) = token { value == UInt32(UInt8(ascii: "/")) } else { false }
  }
}
