/// Which encoding an undeclared file that is not UTF-8 may be in.
///
/// A guess by how the bytes above 0x7F are distributed, made to be right rather than often made: a
/// file that fits no candidate well stays UTF-8 with invalid bytes. The caller decodes the whole
/// file and takes the first candidate in which nothing is invalid.
enum EncodingGuess {
  /// The share of a text's units that must be common in the candidate's language.
  private static let threshold = 0.85

  /// The encodings whose texts `bytes[start...]` look like, the likeliest first. O(length).
  static func candidates(for bytes: Span<UInt8>, from start: Int = 0) -> [TextEncoding] {
    var scored: [(TextEncoding, Double)] = []
    if let euc = euc(bytes, from: start) { scored.append(euc) }
    let bigFive = big5(bytes, from: start)
    let others: [(TextEncoding, Double?)] = [
      (.big5, bigFive), (.shiftJIS, shiftJIS(bytes, from: start)),
    ]
    for case (let encoding, let score?) in others { scored.append((encoding, score)) }
    let isGBK = bigFive == nil && mayBeGBK(scored)
    let language = LanguageGuess(bytes, from: start).best
    if let language { scored.append(language) }
    if language == nil, let score = western(bytes, from: start) {
      scored.append((.windows1252, score))
    }
    let fitting = scored.filter { $0.1 >= threshold }.sorted { $0.1 > $1.1 }.map { $0.0 }
    return fitting + (isGBK ? [.gb18030] : [])
  }

  /// Traditional Chinese in GBK has two of five characters outside the common blocks; where the
  /// bytes cannot be Big5, that is still the likeliest thing they are.
  private static func mayBeGBK(_ scored: [(TextEncoding, Double)]) -> Bool {
    scored.contains { $0.0 == .gb18030 && $0.1 >= 0.5 && $0.1 < threshold }
  }

  /// A text of double-byte characters, seen as units: characters, or single bytes above 0x7F.
  private struct Units {
    var all = 0
    var common = 0
    /// Units that touch the unit before them, as the characters of a word do; the accented letters
    /// of a Latin text mostly stand alone, and with the letter after them look like one character.
    var touching = 0
    private var endOfLast = -1

    mutating func add(at: Int, length: Int, isCommon: Bool) {
      all += 1
      if isCommon { common += 1 }
      if endOfLast == at { touching += 1 }
      endOfLast = at + length
    }

    /// The share of common units; 0 where most stand alone.
    var score: Double {
      guard all >= 2, touching * 3 >= all else { return 0 }
      return Double(common) / Double(all)
    }
  }

  /// GB18030, EUC-KR and EUC-JP share most of their code space (A1...FE twice); the blocks that a
  /// text uses tell them apart.
  private static func euc(_ bytes: Span<UInt8>, from start: Int) -> (TextEncoding, Double)? {
    var units = Units()
    var kana = 0
    var hangulBlock = 0
    var upperHanzi = 0
    var characters = 0
    var at = start
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard at + 1 < bytes.count else { return nil }
      let trail = bytes[at + 1]
      if lead == 0x80 || lead == 0xFF { return nil }
      if (0x30...0x39).contains(trail) {
        // Four bytes: GB18030's own, valid or not; the decoder will tell.
        units.add(at: at, length: 4, isCommon: false)
        at += 4
        continue
      }
      guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return nil }
      let inPlane = lead >= 0xA1 && trail >= 0xA1
      units.add(
        at: at, length: 2, isCommon: inPlane && (lead <= 0xA5 || (0xB0...0xD7).contains(lead)))
      if inPlane, lead > 0xA3 {
        characters += 1
        if lead == 0xA4 || lead == 0xA5 { kana += 1 }
        if (0xB0...0xC8).contains(lead) { hangulBlock += 1 }
        if (0xC9...0xD7).contains(lead) { upperHanzi += 1 }
      }
      at += 2
    }
    let score = units.score
    if kana * 4 >= characters, characters >= 4 { return (.eucJP, score) }
    // Common hanzi fill B0...D7 evenly, hangul ends at C8: a dozen characters leave no doubt.
    if characters >= 12, upperHanzi * 20 < characters, hangulBlock * 10 >= characters * 9 {
      return (.eucKR, score)
    }
    return (.gb18030, score)
  }

  /// Big5: the common half of its characters has lead bytes A4...C6, punctuation A1 to A3.
  private static func big5(_ bytes: Span<UInt8>, from start: Int) -> Double? {
    var units = Units()
    var at = start
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard (0x81...0xFE).contains(lead), at + 1 < bytes.count else { return nil }
      let trail = bytes[at + 1]
      guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
      units.add(at: at, length: 2, isCommon: (0xA1...0xC6).contains(lead))
      at += 2
    }
    return units.score
  }

  /// Shift_JIS: Japanese is kana for a third or more, and the rest mostly level 1 kanji.
  private static func shiftJIS(_ bytes: Span<UInt8>, from start: Int) -> Double? {
    var units = Units()
    var kana = 0
    var at = start
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      if (0xA1...0xDF).contains(lead) {
        units.add(at: at, length: 1, isCommon: false)
        at += 1
        continue
      }
      guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead), at + 1 < bytes.count
      else { return nil }
      let trail = bytes[at + 1]
      guard (0x40...0xFC).contains(trail), trail != 0x7F else { return nil }
      let isKana = lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96
      if isKana { kana += 1 }
      units.add(at: at, length: 2, isCommon: isKana || lead <= 0x82 || (0x88...0x97).contains(lead))
      at += 2
    }
    return kana * 6 >= units.all ? units.score : 0
  }

  /// windows-1252: accented letters beside ASCII letters, and typographic signs.
  private static func western(_ bytes: Span<UInt8>, from start: Int) -> Double? {
    func isLetter(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
      at >= start && at < bytes.count && bytes[at].isASCIILetter
    }
    var all = 0
    var common = 0
    for at in start..<max(start, bytes.count) where bytes[at] >= 0x80 {
      all += 1
      switch bytes[at] {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return nil
      case 0x80, 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xA1, 0xA3, 0xA7, 0xA9,
        0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB4, 0xB7, 0xB9, 0xBA, 0xBB, 0xBD, 0xBF:
        common += 1
      case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF:
        if isLetter(bytes, at - 1) || isLetter(bytes, at + 1) { common += 1 }
      default: break
      }
    }
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}
