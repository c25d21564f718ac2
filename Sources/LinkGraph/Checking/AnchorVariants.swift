/// Names that an author can have meant who wrote the name of an anchor that is not there: the same in
/// other letter case, with other separators, percent-decoded, and all that differ in one ASCII letter,
/// digit, hyphen or underscore. The likelier come first.
struct AnchorVariants {
  private let name: [UInt8]
  /// Names of more bytes are only tried whole: nobody mistypes them, and their variants are many.
  private static let longest = 80
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  init(of name: String) { self.name = Array(name.utf8) }

  /// The first variant that `isThere` holds of. O(40 · length) calls at most.
  func first(where isThere: ([UInt8]) -> Bool) -> String? {
    var found: [UInt8]?
    func tries(_ candidate: [UInt8]) -> Bool {
      guard candidate != name, !candidate.isEmpty, isThere(candidate) else { return false }
      found = candidate
      return true
    }
    _ = triesWhole(tries) || triesEdited(tries)
    return found.flatMap { String(validating: $0, as: UTF8.self) }
  }

  private func triesWhole(_ tries: ([UInt8]) -> Bool) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    let lower = Array(text.lowercased().utf8)
    let slug = lower.map { $0 == 0x20 || $0 == 0x5F || $0 == 0x2E ? UInt8(ascii: "-") : $0 }
    let joined = lower.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    let underscored = lower.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    let prefix = Array("user-content-".utf8)
    let bare = name.starts(with: prefix) ? Array(name.dropFirst(prefix.count)) : name
    return tries(lower) || tries(bare) || tries(prefix + name) || tries(slug)
      || tries(underscored) || tries(joined) || tries(lower + Array("-1".utf8))
  }

  private func triesEdited(_ tries: ([UInt8]) -> Bool) -> Bool {
    // Of shorter names too many are one letter from each other.
    guard (4...Self.longest).contains(name.count) else { return false }
    for index in name.indices {
      var candidate = name
      candidate.remove(at: index)
      if tries(candidate) { return true }
      if index + 1 < name.count {
        candidate = name
        candidate.swapAt(index, index + 1)
        if tries(candidate) { return true }
      }
    }
    for letter in Self.letters {
      for index in 0...name.count {
        var candidate = name
        candidate.insert(letter, at: index)
        if tries(candidate) { return true }
        guard index < name.count else { continue }
        candidate = name
        candidate[index] = letter
        if tries(candidate) { return true }
      }
    }
    return false
  }
}
