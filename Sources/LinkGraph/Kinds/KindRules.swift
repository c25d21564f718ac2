/// The kinds of a mirror and the rules that give them.
public struct KindRules: Sendable {
  /// The names of the kinds.
  public let table: KindTable
  let rules: RuleSet
  /// A page that has a label must have an anchor of each of these.
  let required: [Kind]
  /// Names the rules: the same for the same kinds and rules in every run.
  let fingerprint: UInt64

  /// Compiles the configuration's rules, then its preset's.
  ///
  /// Throws ``ConfigurationError`` with the place of the selector or rule that cannot be used.
  public init(_ configuration: Configuration, file: String) throws(ConfigurationError) {
    var table = KindTable()
    var rules: [KindRule] = []
    for specification in configuration.kinds {
      guard let kind = table.add(specification.kind.value) else {
        throw ConfigurationError(
          file: file, line: specification.kind.line, column: specification.kind.column,
          message: "more than \(KindTable.capacity) kinds")
      }
      var rule = KindRule(kind: kind, after: specification.after.map(\.value))
      if let within = specification.within {
        do {
          rule.within = try SelectorParser.parse(within.value)
        } catch {
          throw ConfigurationError(
            file: file, line: within.line, column: within.column,
            message: "selector \(Quoted(within.value)): \(error)")
        }
      }
      rules.append(rule)
    }
    var presets: [KindRule] = []
    for preset in KindPreset.rules(configuration.preset) {
      guard let kind = table.add(preset.kind) else { continue }
      do {
        presets.append(
          KindRule(
            kind: kind,
            within: preset.within.isEmpty ? [] : try SelectorParser.parse(preset.within),
            after: preset.after, needs: preset.needs))
      } catch {
        preconditionFailure("preset selector `\(preset.within)`: \(error)")
      }
    }
    do {
      self.rules =
        KindPreset.readsDesign(configuration.preset)
        ? try RuleSet(rules, design: presets) : try RuleSet(rules + presets)
    } catch {
      let own = configuration.kinds
      let place = error.rule.flatMap { $0 < own.count ? own[$0].kind : nil } ?? own.first?.kind
      throw ConfigurationError(
        file: file, line: place?.line ?? 0, column: place?.column ?? 0,
        message: "kinds: \(error)")
    }
    required = KindPreset.requiredKinds(configuration.preset).compactMap {
      table.kind(named: $0)
    }
    self.table = table
    fingerprint = Self.fingerprint(configuration, table)
  }

  private static func fingerprint(_ configuration: Configuration, _ table: KindTable) -> UInt64 {
    var text: [UInt8] = []
    for name in table.names { text.append(counted: name.utf8.span) }
    func append(_ kind: String, within: String, after: [String]) {
      text.append(counted: kind.utf8.span)
      text.append(counted: within.utf8.span)
      text.append(varint: UInt64(after.count))
      for label in after { text.append(counted: label.utf8.span) }
    }
    for rule in configuration.kinds {
      append(rule.kind.value, within: rule.within?.value ?? "", after: rule.after.map(\.value))
    }
    text.append(0)
    for rule in KindPreset.rules(configuration.preset) {
      append(rule.kind, within: rule.within, after: rule.after)
      text.append(rule.needs.rawValue)
    }
    text.append(KindPreset.readsDesign(configuration.preset) ? 1 : 0)
    for kind in KindPreset.requiredKinds(configuration.preset) {
      text.append(counted: kind.utf8.span)
    }
    return ByteHash.hash(text.span)
  }
}
