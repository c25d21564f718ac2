/// Which encoding of one byte a character a text is in, by how well the letters that come of it are
/// those of one language.
///
/// Each language has its letters beyond ASCII, the frequent ones first; each encoding of it makes a
/// table of weights of the bytes above 0x7F. A text is then its count of each of these bytes, and a
/// candidate costs 128 products.
struct LanguageGuess {
  /// The likeliest encoding and how well it fits, of 1; nil where none fits.
  let best: (TextEncoding, Double)?

  /// Guesses at `bytes[start...]`. O(length).
  init(_ bytes: Span<UInt8>, from start: Int) {
    var text = Counts()
    for at in start..<max(start, bytes.count) {
      let byte = bytes[at]
      if byte >= 0x80 {
        let before = at > start ? bytes[at - 1] : 0x20
        let after = at + 1 < bytes.count ? bytes[at + 1] : 0x20
        text.counts[Int(byte & 0x7F)] += 1
        text.all += 1
        if before < 0x80, after < 0x80 { text.alone += 1 }
        if before.isASCIILetter || after.isASCIILetter { text.besideASCII += 1 }
      } else if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D {
        // No text has control characters; neither does what is guessed here.
        best = nil
        return
      }
    }
    var best: (TextEncoding, Double)?
    for table in Self.tables {
      guard let score = table.score(text), score > best?.1 ?? 0 else { continue }
      best = (table.encoding, score)
    }
    self.best = best
  }

  /// The bytes above 0x7F of a text.
  private struct Counts {
    /// How many of each there are.
    var counts = [Int](repeating: 0, count: 128)
    var all = 0
    /// Those without another beside them, and those beside an ASCII letter.
    var alone = 0
    var besideASCII = 0
  }

  // MARK: Tables

  /// What the bytes above 0x7F are in one encoding of one language.
  private struct Table {
    let encoding: TextEncoding
    /// Of a letter how frequent it is, up to 1; 0 of a sign; below 0 of what no text has.
    var weights = [Double](repeating: -1, count: 128)
    var isCapital = [Bool](repeating: false, count: 128)
    /// Whether texts are written in these letters alone, not in ASCII letters with some of these.
    let isWholeScript: Bool

    /// How well a text with these bytes fits, of 1; nil where it does not at all.
    func score(_ text: Counts) -> Double? {
      // Words of another script are not mixed with ASCII letters, nor mostly of one letter.
      if isWholeScript, text.besideASCII * 4 > text.all || text.alone * 3 > text.all { return nil }
      let counts = text.counts
      var letters = 0
      var others = 0
      var signs = 0
      var capitals = 0
      var weight = 0.0
      for index in 0..<128 where counts[index] > 0 {
        if weights[index] > 0 {
          letters += counts[index]
          weight += Double(counts[index]) * weights[index]
          if isCapital[index] { capitals += counts[index] }
        } else if weights[index] == 0 {
          signs += counts[index]
        } else {
          others += counts[index]
        }
      }
      if letters == 0 || text.besideASCII == 0 && others == 0 && letters * 4 < signs {
        // Signs alone stand at the same places in nearly all.
        guard others == 0, signs > 0, encoding == .windows1252 else { return nil }
        return text.besideASCII * 2 <= text.all ? 1 : 0.86
      }
      guard others * 12 <= letters else { return nil }
      if isWholeScript, letters < 4 || capitals * 5 > letters * 2 { return nil }
      let fit = Double(letters) / Double(letters + others)
      let frequency = weight / Double(letters)
      // Letters by chance have a mean weight near 0.6.
      return isWholeScript ? fit * min(1, frequency / 0.72) : fit * (0.86 + 0.14 * frequency)
    }
  }

  /// Signs that texts of every language have. U+00B7 and beyond are letters of none.
  private static let signs = Set(
    "\u{A0}\u{AD}“”‘’„‚«»‹›–—…•·°§©®™€£¥†‡‰№¶±×÷½¼¾²³¹ºª¿¡´¨¸¯¬¦¤µ‾―".unicodeScalars.map(\.value))

  private static let tables: [Table] = languages.flatMap { language in
    language.encodings.compactMap { table(language, in: $0) }
  }

  private static func table(_ language: Language, in encoding: TextEncoding) -> Table? {
    guard let decoder = SingleByteDecoder(encoding) else { return nil }
    var ranks: [UInt32: (rank: Int, isCapital: Bool)] = [:]
    let letters = Array(language.letters.unicodeScalars)
    for (rank, letter) in letters.enumerated() {
      ranks[letter.value] = ranks[letter.value] ?? (rank, false)
      let capital = letter.properties.uppercaseMapping.unicodeScalars
      if capital.count == 1, let capital = capital.first, capital != letter {
        ranks[capital.value] = ranks[capital.value] ?? (rank, true)
      }
    }
    var table = Table(encoding: encoding, isWholeScript: language.isWholeScript)
    for byte in UInt8(0x80)...0xFF {
      let scalar = decoder.scalar(byte)
      let index = Int(byte & 0x7F)
      if let (rank, isCapital) = ranks[scalar] {
        let weight = 1 - 0.8 * Double(rank) / Double(letters.count)
        table.weights[index] = isCapital ? weight / 2 : weight
        table.isCapital[index] = isCapital
      } else if signs.contains(scalar) {
        table.weights[index] = 0
      }
    }
    return table
  }

  private struct Language {
    var letters: String
    var encodings: [TextEncoding]
    var isWholeScript = false
  }

  private static let western: [TextEncoding] = [.windows1252, .macintosh]
  private static let central: [TextEncoding] = [.windows1250, .iso8859_2]
  private static let baltic: [TextEncoding] = [.windows1257, .iso8859_13]
  private static let cyrillic: [TextEncoding] = [
    .windows1251, .koi8U, .koi8R, .iso8859_5, .ibm866, .macCyrillic,
  ]

  /// Letters beyond ASCII, the frequent ones first; of those that are equally likely the first counts.
  private static let languages = [
    Language(letters: "éèàêçôîùâûïëœüæÿ", encodings: western + [.iso8859_15]),
    Language(letters: "üäößé", encodings: western),
    Language(letters: "óíáéñúü", encodings: western),
    Language(letters: "ãçáéíóêõúâàôü", encodings: western),
    Language(letters: "èàéùòìîó", encodings: western),
    Language(letters: "åäöéüà", encodings: western),
    Language(letters: "øåæéòôêüö", encodings: western),
    Language(letters: "ëéïèöüêáó", encodings: western),
    Language(letters: "íðáþéóæúýö", encodings: western),
    Language(letters: "àéèòíóçïúü", encodings: western),
    Language(letters: "äöåšžéü", encodings: western),
    Language(letters: "łąężśćóńź", encodings: central),
    Language(letters: "íáéěýčšžřůúďťňó", encodings: central),
    Language(letters: "áíéčšýžúľňťôďóäĺŕ", encodings: central),
    Language(letters: "áéőöüóíúű", encodings: central),
    Language(letters: "čšžćđ", encodings: central),
    Language(letters: "ăîâțșşţ", encodings: central),
    Language(letters: "ışüğçöâîû", encodings: [.windows1254]),
    Language(letters: "ėšįųžąūęč", encodings: baltic),
    Language(letters: "āīēšūļņķģžč", encodings: baltic),
    Language(letters: "äõüöšž", encodings: baltic + [.windows1252]),
    Language(
      letters: "ư\u{301}ơđ\u{300}ôâ\u{323}êă\u{309}\u{303}áàéèóòíìúùýâêôãõ₫",
      encodings: [.windows1258]),
    Language(
      letters: "оеаинтсрвлкмдпуяызбгйьчхжшюцщэфъё", encodings: cyrillic, isWholeScript: true),
    Language(
      letters: "оаинвіетрсклдупмязьбгчйхїжцюєшщфґ", encodings: cyrillic, isWholeScript: true),
    Language(
      letters: "аоиетнрсвлкдпмзяъбугчцйжщхшюфь", encodings: cyrillic, isWholeScript: true),
    Language(
      letters: "аоиенрстјвкдлумпгзбчшћхцжљњђфџ", encodings: cyrillic, isWholeScript: true),
    Language(
      letters: "αοιετσνηυρπκμλςίόωάδγέήθχφύβώξζψϊϋΐΰ", encodings: [.windows1253, .iso8859_7],
      isWholeScript: true),
    Language(
      letters: "יוהלארתמבנשדעכקפחםגטסזצךןץףְִֵֶַָֹּׁׂ", encodings: [.windows1255, .iso8859_8],
      isWholeScript: true),
    Language(
      letters: "اليمنوترسعبدفةهكقحأجصطشإىضخذزثئغءآظؤًٌٍَُِّْـ،؛؟پچگژ",
      encodings: [.windows1256, .iso8859_6], isWholeScript: true),
    Language(
      letters: "านรอกเงมย่ลวดทส้ตะปัคบีิแหจใชำไพผข็ุโืูณถ์ึธศซษญฐฎฉฆฟภฝฒฤฌฮฏฑๆ", encodings: [.windows874],
      isWholeScript: true),
  ]
}
