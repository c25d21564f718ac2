/// A selector of the subset of CSS that can be decided at an element's start tag: type, `*`, `.class`,
/// `#id`, `[attr]` with `=`, `~=`, `^=`, `$=`, `*=`, `:first-child`, `:first-of-type`,
/// `:nth-child()`, `:nth-of-type()`, descendant and child combinators, and lists of these.
struct Selector: Sendable, Equatable {
  /// What one element must be.
  struct Compound: Sendable, Equatable {
    /// Lower-case tag name; nil for any.
    var tag: String?
    var conditions: [Condition] = []
    /// Whether the compound before it must match the parent, not just any ancestor.
    var isChild = false
  }

  /// One simple selector of a compound.
  enum Condition: Sendable, Equatable {
    case hasClass(String)
    case hasID(String)
    case attribute(name: String, match: Match, value: String)
    case nthChild(Position)
    case nthOfType(Position)
  }

  /// How an attribute's value is compared.
  enum Match: Sendable, Equatable {
    case exists, equals, includesWord, hasPrefix, hasSuffix, contains
  }

  /// `an+b` of CSS Syntax Level 3, for 1-based positions.
  struct Position: Sendable, Equatable {
    var step: Int
    var offset: Int

    /// Whether `index` is `step * n + offset` for some n >= 0.
    func contains(_ index: Int) -> Bool {
      step == 0
        ? index == offset : (index - offset) % step == 0 && (index - offset) / step >= 0
    }
  }

  /// Outermost first.
  var compounds: [Compound]
}
