/// The anchors that repository hosts give to headings.
///
/// GitHub: lower case; everything but word characters, `-` and space dropped; spaces become `-`;
/// a repeat gets `-1`, `-2`, and these count as used too. GitLab also makes one `-` of several.
struct HeadingSlugs: Sendable {
  /// Whether runs of `-` become one, as on GitLab.
  var collapsesHyphens = false
  private var used: [String: Int] = [:]

  init(collapsesHyphens: Bool = false) { self.collapsesHyphens = collapsesHyphens }

  /// Forgets the page's headings.
  mutating func reset() { used.removeAll(keepingCapacity: true) }

  /// The anchor of the next heading of the page, whose text is `text`.
  mutating func next(_ text: String) -> String {
    let slug = Self.slug(text, collapsesHyphens: collapsesHyphens)
    guard let count = used[slug] else {
      used[slug] = 0
      return slug
    }
    // The numbered name itself is then taken: `echo`, `echo`, `echo 1` give `echo-1-1` at the end.
    var number = count
    var name: String
    repeat {
      number += 1
      name = "\(slug)-\(number)"
    } while used[name] != nil
    used[slug] = number
    used[name] = 0
    return name
  }

  /// `text` as an anchor, without regard to other headings.
  static func slug(_ text: String, collapsesHyphens: Bool) -> String {
    var slug = String.UnicodeScalarView()
    let trimmed = text.drop(while: \.isWhitespace)
    let end =
      trimmed.lastIndex { !$0.isWhitespace }.map(trimmed.index(after:)) ?? trimmed.startIndex
    for scalar in String(trimmed[..<end]).lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        if collapsesHyphens, slug.last == "-" { continue }
        slug.append("-")
      } else if isWord(scalar) {
        slug.append(scalar)
      }
    }
    return String(slug)
  }

  /// Unicode's word characters (UTS #18, annex C), as Ruby's `\p{Word}` has them.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation,
      .letterNumber:
      return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
