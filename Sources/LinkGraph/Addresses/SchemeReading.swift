/// What a reference begins with, read loosely: a word and the separators after it, with spaces and
/// full-width characters among them.
struct SchemeReading {
  /// The scheme that is meant.
  enum Name: Sendable { case http, https }

  /// What a reading comes to.
  struct Verdict {
    var name: Name
    /// What is wrong; nil where it is `http://` or `https://` to the letter.
    var cause: AddressTypo.Cause?
    /// Whether slashes or a second colon make it clear that a host follows.
    var precedesHost = true
  }

  /// The index after the separators.
  private(set) var end: Int
  /// The letters of the word in lower case, the last in the lowest byte.
  private var word: UInt64 = 0
  private var letters = 0
  private var hasInnerSpace = false
  private var hasSpace = false
  private var isWide = false
  private var colons = 0
  private var slashes = 0
  private var backslashes = 0
  private var hasSemicolon = false
  private var firstSeparator: UInt8 = 0

  /// Reads `s` from `start`; nil where there is no short word with separators after it.
  init?(_ s: Span<UInt8>, from start: Int) {
    end = start
    guard readWord(s) else { return nil }
    readSeparators(s)
    guard colons > 0 || slashes > 0 else { return nil }
  }

  private mutating func readWord(_ s: Span<UInt8>) -> Bool {
    var hasPendingSpace = false
    while true {
      let character = WideASCII(s, at: end)
      if character.byte.isASCIILetter {
        guard letters < 8 else { return false }
        if hasPendingSpace { hasInnerSpace = true }
        if character.isWide { isWide = true }
        word = word << 8 | UInt64(character.byte | 0x20)
        letters += 1
      } else if character.byte == 0x20 {
        hasSpace = true
        hasPendingSpace = letters > 0
      } else {
        return letters >= 3
      }
      end += character.width
    }
  }

  private mutating func readSeparators(_ s: Span<UInt8>) {
    while true {
      let character = WideASCII(s, at: end)
      switch character.byte {
      case 0x20: hasSpace = true
      case 0x2F: slashes += 1
      case 0x5C:
        slashes += 1
        backslashes += 1
      case 0x3A where colons == 0 || slashes == 0 || isSlash(s, at: end + character.width):
        colons += 1
      case 0x3B where slashes == 0: hasSemicolon = true
      default: return
      }
      if character.isWide, character.byte != 0x20 { isWide = true }
      if firstSeparator == 0, character.byte != 0x20 { firstSeparator = character.byte }
      end += character.width
    }
  }

  private func isSlash(_ s: Span<UInt8>, at index: Int) -> Bool {
    let byte = WideASCII(s, at: index).byte
    return byte == 0x2F || byte == 0x5C
  }

  /// Which scheme is meant and what is wrong with it; nil where none is, or where the reference can
  /// be meant as it stands.
  ///
  /// `isNested` where another scheme precedes: `http` may then be the name of a host.
  func verdict(_ s: Span<UInt8>, isNested: Bool) -> Verdict? {
    if let name = Misspelling.meant(word, letters: letters) {
      guard firstSeparator == 0x3A, slashes > (isNested ? 1 : 0), !hasInnerSpace else { return nil }
      return Verdict(name: name, cause: .misspeltScheme)
    }
    guard word == Misspelling.http || word == Misspelling.https else { return nil }
    var verdict = Verdict(name: word == Misspelling.https ? .https : .http)
    guard firstSeparator == 0x3A, !hasSemicolon else {
      // A relative path to a parser, so there must be no doubt.
      guard slashes >= 2, colons > 0 || !hasSpace, HostGuess.isHostLike(s, from: end) else {
        return nil
      }
      verdict.cause = isWide ? .fullWidth : hasSpace ? .space : .missingColon
      return verdict
    }
    guard slashes > 0 else { return isNested ? nil : verdictWithoutSlashes(s, verdict) }
    if isWide {
      verdict.cause = .fullWidth
    } else if hasSpace {
      verdict.cause = .space
    } else if colons > 1 {
      verdict.cause = .doubledColon
    } else if slashes != 2 || backslashes > 0 {
      verdict.cause = .wrongSlashes
    }
    return verdict
  }

  private func verdictWithoutSlashes(_ s: Span<UInt8>, _ verdict: Verdict) -> Verdict? {
    // `https : x`, `http：x` can be file names; a base makes sense of `http:` and `http:#x`.
    guard !isWide, !hasInnerSpace, !hasSpace, end < s.count, s[end] != 0x3F, s[end] != 0x23 else {
      return nil
    }
    return Verdict(
      name: verdict.name, cause: colons > 1 ? .doubledColon : .wrongSlashes, precedesHost: false)
  }
}
