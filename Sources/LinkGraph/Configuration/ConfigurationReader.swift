/// Reads typed values from YAML nodes and collects what is wrong, so that one run shows all of it.
///
/// The functions here know YAML types and the language of messages; what keys there are is in the
/// extensions. A function that returns nil has reported why, or was given a node that was.
struct ConfigurationReader {
  /// The keys of one mapping that are known, and their values.
  struct Fields {
    /// The mapping itself.
    let node: YAMLNode
    fileprivate(set) var entries: [String: YAMLNode.Entry] = [:]
    /// Keys that an unknown key was probably meant to be.
    fileprivate var misspelt: Set<String> = []
    /// Whether there is a key that this version does not have.
    fileprivate var hasUnavailable = false

    /// The value of `key`.
    subscript(key: String) -> YAMLNode? { entries[key]?.value }

    /// Whether all of `keys` are missing and that is no consequence of a problem reported already.
    func lacks(_ keys: String...) -> Bool {
      !hasUnavailable && keys.allSatisfy { entries[$0] == nil && !misspelt.contains($0) }
    }
  }

  /// What is wrong so far.
  private(set) var problems: [ConfigurationError.Problem]
  /// The size of all globs so far.
  private var globSize = 0
  /// The size that all globs of a file may have, about 64 MiB.
  private static let globLimit = 50_000
  /// The codes that a file can name, in the order of reports.
  let codes: [FindingCode]

  /// A reader that adds to `problems`.
  init(problems: [ConfigurationError.Problem], codes: [FindingCode]) {
    self.problems = problems
    self.codes = codes
  }

  // MARK: Problems

  /// Reports a problem at the beginning of `node`.
  mutating func report(_ node: YAMLNode, _ message: String) {
    problems.append(.init(line: node.line, column: node.column, message: message))
  }

  /// Reports a problem at `located`.
  mutating func report(_ located: Located<String>, _ message: String) {
    problems.append(.init(line: located.line, column: located.column, message: message))
  }

  /// Reports that `node` is not what `name` must be.
  mutating func reportType(_ node: YAMLNode, _ name: String, mustBe expected: String) {
    if case .invalid = node.content { return }
    var message = "\(name) must be \(expected), not \(node.typeName)"
    if case .scalar(let text, let type) = node.content, type == .number || type == .boolean,
      expected.hasPrefix("a string")
    {
      message += "; write \"\(text)\" in quotes"
    }
    report(node, message)
  }

  /// Reports a name that is none of `allowed` and returns the one that was probably meant.
  ///
  /// - Parameter elsewhere: where else the name is known, to say so.
  @discardableResult
  mutating func reportUnknown(
    _ what: String, _ name: Located<String>, allowed: [String], elsewhere: String? = nil
  ) -> String? {
    if let elsewhere {
      report(
        name, "\(Quoted(name.value)) is a key of `\(elsewhere)`: write it below `\(elsewhere):`")
      return nil
    }
    let guess =
      NearestName.nearest(to: name.value, in: allowed)
      ?? allowed.first { name.value.utf8.count >= 3 && $0.hasPrefix(name.value) }
    let hint = guess.map { "; did you mean `\($0)`?" } ?? ""
    let list = allowed.joined(separator: ", ")
    report(name, "unknown \(what) \(Quoted(name.value))\(hint) (allowed: \(list))")
    return guess
  }

  /// Reports a part of the format that this version does not have.
  mutating func reportUnavailable(_ name: String, at node: Located<String>) {
    report(node, "\(name) is not available yet in linkcheck \(linkcheckVersion)")
  }

  // MARK: Mappings

  /// The fields of a mapping that may have the keys `allowed`; `unavailable` ones are known to the
  /// format but not to this version, those of `sections` belong to a key of this mapping.
  mutating func fields(
    _ node: YAMLNode, _ name: String, allowed: [String], unavailable: [String] = [],
    sections: [String: [String]] = [:]
  ) -> Fields? {
    guard case .mapping(let entries) = node.content else {
      reportType(node, name, mustBe: "a mapping with the keys \(allowed.joined(separator: ", "))")
      return nil
    }
    var fields = Fields(node: node)
    for entry in entries {
      if allowed.contains(entry.key.value) {
        fields.entries[entry.key.value] = entry
      } else if unavailable.contains(entry.key.value) {
        reportUnavailable("`\(entry.key.value)`", at: entry.key)
        fields.hasUnavailable = true
      } else {
        let section = sections.first { $0.value.contains(entry.key.value) }?.key
        let guess = reportUnknown("key", entry.key, allowed: allowed, elsewhere: section)
        if let guess { fields.misspelt.insert(guess) }
      }
    }
    return fields
  }

  /// The entries of a mapping with free keys.
  mutating func entries(_ node: YAMLNode, _ name: String, of what: String) -> [YAMLNode.Entry] {
    if case .mapping(let entries) = node.content { return entries }
    if !node.isNull { reportType(node, name, mustBe: "a mapping of \(what)") }
    return []
  }

  /// The elements of a list.
  mutating func elements(_ node: YAMLNode, _ name: String, of what: String) -> [YAMLNode]? {
    if case .list(let elements) = node.content { return elements }
    reportType(node, name, mustBe: "a list of \(what)")
    return nil
  }

  // MARK: Scalars

  /// A string that is not empty; on one line, if `isLine`.
  mutating func string(_ node: YAMLNode, _ name: String, isLine: Bool = true) -> Located<String>? {
    guard case .scalar(let text, .string) = node.content else {
      reportType(node, name, mustBe: "a string")
      return nil
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      report(node, "\(name) must not be empty")
      return nil
    }
    let isBad = text.unicodeScalars.contains {
      $0.isControl && (isLine || !$0.properties.isWhitespace)
    }
    if isBad {
      report(node, "\(name) must not hold control characters")
      return nil
    }
    return Located(text, line: node.line, column: node.column)
  }

  /// A name: a string on one line that shows as what it is.
  mutating func name(_ node: YAMLNode, _ name: String) -> Located<String>? {
    string(node, name).flatMap { checkedName($0, name) }
  }

  /// `text`, unless it steers terminals or the order in which it is shown.
  mutating func checkedName(_ text: Located<String>, _ name: String) -> Located<String>? {
    guard !text.value.unicodeScalars.contains(where: { $0.isControl || $0.isLayoutControl }) else {
      report(
        text,
        "\(name) must not hold control characters, line separators or marks of writing direction, as "
          + "\(Quoted(text.value)) does")
      return nil
    }
    return text
  }

  /// A list of strings; where `orOne`, a single string too.
  mutating func strings(_ node: YAMLNode, _ name: String, orOne: Bool = false) -> [Located<String>]?
  {
    scalars(node, name, of: "strings", orOne: orOne) { reader, element, name in
      reader.string(element, name)
    }
  }

  /// A list of globs for paths, as ``pathGlob(_:_:ofFiles:)``; where `orOne`, a single glob too.
  mutating func pathGlobs(
    _ node: YAMLNode, _ name: String, orOne: Bool = false, ofFiles: Bool = true
  ) -> [Glob]? {
    scalars(node, name, of: "globs", orOne: orOne) { reader, element, name in
      reader.pathGlob(element, name, ofFiles: ofFiles)
    }
  }

  private mutating func scalars<Value>(
    _ node: YAMLNode, _ name: String, of what: String, orOne: Bool,
    _ read: (inout ConfigurationReader, YAMLNode, String) -> Value?
  ) -> [Value]? {
    if orOne, case .scalar(_, .string) = node.content {
      return read(&self, node, name).map { [$0] }
    }
    guard case .list(let elements) = node.content else {
      reportType(
        node, name, mustBe: orOne ? "a string or a list of \(what)" : "a list of \(what)")
      return nil
    }
    let values = elements.compactMap { read(&self, $0, "an element of \(name)") }
    return values.count == elements.count ? values : nil
  }

  /// `true` or `false`.
  mutating func boolean(_ node: YAMLNode, _ name: String) -> Bool? {
    guard case .scalar(let text, .boolean) = node.content else {
      reportType(node, name, mustBe: "true or false")
      return nil
    }
    return text.lowercased() == "true"
  }

  /// A word of an enumeration.
  mutating func word<Value: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ name: String, _ what: String, as type: Value.Type
  ) -> Value? {
    guard let text = string(node, name) else { return nil }
    if let value = Value(rawValue: text.value) { return value }
    reportUnknown(what, text, allowed: Value.allCases.map(\.rawValue))
    return nil
  }

  // MARK: Globs

  /// A glob for URLs.
  mutating func glob(_ node: YAMLNode, _ name: String) -> Glob? {
    guard let text = string(node, name) else { return nil }
    return glob(text.value, dropping: 0, node, name)
  }

  /// A glob for paths below a folder. A leading `./` or `/` changes nothing: paths have neither. A
  /// final `/` means the folder itself, or all that is below it where the paths are those of files.
  mutating func pathGlob(_ node: YAMLNode, _ name: String, ofFiles: Bool = true) -> Glob? {
    guard let text = string(node, name)?.value else { return nil }
    let (pattern, dropped) = Glob.pattern(ofPath: text, ofFiles: ofFiles)
    return glob(pattern, dropping: dropped, node, name)
  }

  private mutating func glob(
    _ pattern: String, dropping dropped: Int, _ node: YAMLNode, _ name: String
  ) -> Glob? {
    guard globSize <= Self.globLimit else { return nil }
    do throws(GlobError) {
      let glob = try Glob(pattern)
      globSize += glob.size
      if globSize > Self.globLimit {
        report(
          node,
          "with \(name) the globs of the configuration have more than \(Self.globLimit) alternatives "
            + "(one of more than 63 characters counts several times)")
        return nil
      }
      return glob
    } catch {
      if let start = node.textColumn {
        let column = start + dropped + error.offset
        problems.append(
          .init(line: node.line, column: column, message: "\(name) is a bad glob: \(error.message)")
        )
      } else {
        report(node, "\(name) is a bad glob: \(error)")
      }
      return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the 65 control characters, those of Latin-1's upper half included, or ends a
  /// line.
  fileprivate var isControl: Bool {
    properties.generalCategory == .control || value == 0x2028 || value == 0x2029
  }

  /// Whether it changes the direction in which text is shown, or is a byte order mark.
  fileprivate var isLayoutControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
