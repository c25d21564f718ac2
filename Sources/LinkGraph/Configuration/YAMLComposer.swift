internal import Yams

/// Reads a YAML document into nodes: places in bytes, aliases resolved within bounds, tags, merge
/// keys and repeated keys refused.
///
/// Aliases are resolved here and not by Yams, which hashes keys with their aliases written out: a
/// few lines of nested aliases in a key would keep it busy for ever. So every `*` is hidden from it
/// behind a character that the text does not use. That also gives `exclude: [**/drafts]` an error
/// that says what to do.
struct YAMLComposer {
  /// What is wrong, in the order found.
  private(set) var problems: [ConfigurationError.Problem] = []

  private static let depthLimit = 32
  /// How many values aliases may add in all.
  private static let aliasLimit = 100_000
  /// How many bytes times levels of brackets the parser gets, about a second's work: it walks all
  /// open brackets for each token (measured: 14 s for 4 MB in 990 levels).
  private static let bracketLimit = 200_000_000

  private let text: String
  /// What stands for `*`; nil where the text leaves no character free.
  private let asterisk: Unicode.Scalar?
  private var places: YAMLPlaces
  private var anchors: [String: YAMLNode] = [:]
  private var aliased = 0

  /// A composer of `yaml`, whose byte order mark is ignored.
  init(_ yaml: String) {
    let scalars = yaml.unicodeScalars
    let plain = scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : yaml
    let used = Set(plain.unicodeScalars.lazy.filter { $0.value >= 0xF_0000 })
    let free = (0xF_0000...0xF_FFFD as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
      .first { !used.contains($0) }
    asterisk = free
    places = YAMLPlaces(plain)
    var hidden = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars { hidden.append(scalar == "*" ? free ?? "*" : scalar) }
    text = String(hidden)
  }

  /// The document, or nil where there is none or it is not YAML.
  mutating func compose() -> YAMLNode? {
    guard asterisk != nil else {
      problems.append(.init(message: "uses every private character of plane 15"))
      return nil
    }
    guard places.bracketDepth * text.utf8.count <= Self.bracketLimit else {
      problems.append(.init(message: "holds too many open brackets for a file of its length"))
      return nil
    }
    do {
      // Plain text is typed by ``YAMLNode``; the resolver's regular expressions are not needed.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      // Nodes refer weakly to the anchors that the parser keeps.
      return withExtendedLifetime(parser) { root.map { node($0, depth: 0) } }
    } catch let error as YamlError {
      report(error)
    } catch {
      problems.append(.init(message: "not valid YAML: \(error)"))
    }
    return nil
  }

  // MARK: Nodes

  /// Converts `node`. Recursion ends at `depthLimit`.
  private mutating func node(_ node: Node, depth: Int) -> YAMLNode {
    let place = place(of: node.mark)
    var result = YAMLNode(content: .invalid, line: place.line, column: place.column)
    guard depth < Self.depthLimit else {
      report(result, "nested deeper than \(Self.depthLimit) levels")
      return result
    }
    switch node {
    case .scalar(let scalar):
      convert(scalar, at: place.offset, into: &result)
    case .sequence(let sequence):
      guard hasPlainTag(sequence.tag, in: result, standard: "tag:yaml.org,2002:seq") else { break }
      var elements: [YAMLNode] = []
      for element in sequence {
        elements.append(self.node(element, depth: depth + 1))
        result.weight += elements.last?.weight ?? 0
      }
      result.content = .list(elements)
    case .mapping(let mapping):
      guard hasPlainTag(mapping.tag, in: result, standard: "tag:yaml.org,2002:map") else { break }
      convert(mapping, into: &result, depth: depth)
    case .alias:
      report(result, "aliases are not supported here")
    }
    if let anchor = node.anchor?.rawValue { anchors[anchor] = result }
    return result
  }

  private mutating func place(of mark: Mark?) -> (line: Int, column: Int, offset: Int) {
    let line = mark?.line ?? 1
    let place = places.place(line: line, character: mark?.column ?? 1)
    return (line, place.column, place.offset)
  }

  private mutating func convert(_ scalar: Node.Scalar, at offset: Int, into result: inout YAMLNode)
  {
    guard hasPlainTag(scalar.tag, in: result, standard: "tag:yaml.org,2002:str") else { return }
    let string = shown(scalar.string)
    guard scalar.style == .plain else {
      result.content = .scalar(string, .string)
      if scalar.style != .literal, scalar.style != .folded, places.holds(string, at: offset + 1) {
        result.textColumn = result.column + 1
      }
      return
    }
    if scalar.string.unicodeScalars.first == asterisk {
      resolveAlias(string, into: &result)
      return
    }
    let isTaggedString = !scalar.tag.description.isEmpty
    result.content = .scalar(string, isTaggedString ? .string : YAMLNode.type(ofPlain: string))
    if places.holds(string, at: offset) { result.textColumn = result.column }
  }

  private mutating func resolveAlias(_ written: String, into result: inout YAMLNode) {
    guard let target = anchors[String(written.dropFirst())] else {
      report(
        result,
        "\(Quoted(written)) must be in quotes: unquoted, a value that begins with `*` is an alias")
      return
    }
    aliased += target.weight
    guard aliased <= Self.aliasLimit else {
      report(result, "aliases repeat more than \(Self.aliasLimit) values")
      return
    }
    result.content = target.content
    result.weight = target.weight
  }

  private mutating func convert(_ mapping: Node.Mapping, into result: inout YAMLNode, depth: Int) {
    var entries: [YAMLNode.Entry] = []
    var seen: [String: Int] = [:]
    for (key, value) in mapping {
      let place = place(of: key.mark)
      let here = YAMLNode(content: .invalid, line: place.line, column: place.column)
      let converted = node(value, depth: depth + 1)
      result.weight += converted.weight
      guard case .scalar(let scalar) = key,
        hasPlainTag(scalar.tag, in: here, standard: "tag:yaml.org,2002:str")
      else {
        report(here, "a key must be a string")
        continue
      }
      let name = shown(scalar.string)
      if scalar.style == .plain, scalar.string.unicodeScalars.first == asterisk {
        report(here, "\(Quoted(name)) must be in quotes: a key cannot be an alias")
      } else if scalar.style == .plain, name == "<<" {
        report(here, "merge keys (`<<`) are not supported; write the keys out")
      } else if let first = seen.updateValue(here.line, forKey: name) {
        report(here, "key \(Quoted(name)) appears twice in this mapping, first in line \(first)")
      } else {
        entries.append(
          .init(key: Located(name, line: here.line, column: here.column), value: converted))
      }
    }
    result.content = .mapping(entries)
  }

  private mutating func hasPlainTag(_ tag: Tag, in node: YAMLNode, standard: String) -> Bool {
    let name = tag.description
    if name.isEmpty || name == "!" || name == standard { return true }
    report(node, "YAML tags are not supported; put a value that begins with `!` in quotes")
    return false
  }

  private func shown(_ string: String) -> String {
    guard string.unicodeScalars.contains(where: { $0 == asterisk }) else { return string }
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars { result.append(scalar == asterisk ? "*" : scalar) }
    return String(result)
  }

  // MARK: Problems

  private mutating func report(_ node: YAMLNode, _ message: String) {
    problems.append(.init(line: node.line, column: node.column, message: message))
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = places.place(line: mark.line, character: mark.column)
      let detail = context.map { ", \($0.text) from line \($0.mark.line)" } ?? ""
      problems.append(
        .init(line: mark.line, column: place.column, message: "not valid YAML: \(problem)\(detail)")
      )
    case .reader(let problem, _, let value, _):
      let place = UInt32(exactly: value).flatMap { places.first(scalar: $0) }
      problems.append(
        .init(
          line: place?.line ?? 0, column: place?.column ?? 0,
          message: "not valid YAML: \(problem)"))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = shown(duplicates.first ?? "")
      let mark = context.mark
      let place = places.place(line: mark.line, character: mark.column)
      let again = places.repeated(key, afterLine: mark.line, column: place.column)
      problems.append(
        .init(
          line: again ?? mark.line, column: place.column,
          message: "key \(Quoted(key)) appears twice in this mapping"
            + (again == nil ? "" : ", first in line \(mark.line)")))
    default:
      problems.append(.init(message: "not valid YAML: \(error)"))
    }
  }
}
