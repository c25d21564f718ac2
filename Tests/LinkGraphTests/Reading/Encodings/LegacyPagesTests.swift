import Glibc
import Testing

@testable import LinkGraph

/// Pages of many languages that declare no encoding, in the encodings that they were written in.
@Suite("Undeclared pages of 20 languages") struct LegacyPagesTests {
  static let pages: [(language: String, encodings: [TextEncoding], text: String)] = [
    (
      "Italian", [.windows1252],
      "Il caffè è già pronto. La città è bella, perché c'è il mare: è così. Né a me né a te. Più giù."
    ),
    ("Italian, one word", [.windows1252], "La pagina è vuota"),
    ("Italian, one letter at a time", [.windows1252], "e è - o à - ò, é"),
    (
      "French", [.windows1252, .macintosh],
      "À côté de la fenêtre, l'élève a lu où était le château : « ça » y est déjà, très tôt."
    ),
    ("French, one letter", [.windows1252], "Il va à Paris, puis à Lyon"),
    (
      "Portuguese", [.windows1252],
      "A informação não é só para nós: à tarde, o pão e a maçã são bons. Vovó está lá e você é bem-vindo."
    ),
    (
      "Spanish", [.windows1252],
      "¿Dónde está el niño? Mañana será otro día; él comió aquí. ¡Qué rápido pasó el año!"
    ),
    (
      "German", [.windows1252],
      "Die Größe der Straße überrascht: schöne Bäume, süße Äpfel, für Österreich."
    ),
    (
      "Swedish", [.windows1252],
      "På ön står en röd stuga där flera människor går förbi varje dag; år efter år."
    ),
    (
      "Danish", [.windows1252],
      "På øen står et rødt hus, hvor mange mennesker går forbi; Århus er også smuk. Æbler."
    ),
    (
      "Icelandic", [.windows1252],
      "Það er gott að búa á Íslandi þó að veðrið sé oft kalt; hún býr við ána."
    ),
    ("Dutch", [.windows1252], "De coördinatie van België: één idee, twee reünies en drie cafés."),
    (
      "Polish", [.windows1250, .iso8859_2],
      "Zażółć gęślą jaźń. Wczoraj w miejskim parku odbył się koncert; pogoda była ładna, przyszło dużo ludzi."
    ),
    (
      "Czech", [.windows1250, .iso8859_2],
      "Příliš žluťoučký kůň úpěl ďábelské ódy. Včera se v městském parku konal koncert a přišlo hodně lidí."
    ),
    (
      "Hungarian", [.windows1250, .iso8859_2],
      "Árvíztűrő tükörfúrógép. Tegnap a városi parkban hangversenyt tartottak, és sokan eljöttek, mert jó idő volt."
    ),
    (
      "Croatian", [.windows1250, .iso8859_2],
      "Jučer je u gradskom parku održan koncert; došlo je mnogo ljudi, još više će doći sljedeći put, možda i đaci."
    ),
    (
      "Romanian", [.windows1250],
      "Ieri în parcul oraşului a avut loc un concert; vremea a fost frumoasă şi au venit mulţi oameni când a început."
    ),
    (
      "Turkish", [.windows1254],
      "Dün şehir parkında bir konser vardı; hava güzeldi, çok insan geldi. Çocuklar çiçeklerin yanında oynadı. İyi bir gündü, ağaçlar yeşildi."
    ),
    (
      "Lithuanian", [.windows1257],
      "Vakar miesto parke įvyko koncertas; oras buvo gražus, atėjo daug žmonių, kurių dėka šventė pavyko. Ačiū visiems už gėles."
    ),
    (
      "Latvian", [.windows1257],
      "Vakar pilsētas parkā notika koncerts; laiks bija jauks un atnāca daudz cilvēku. Bērni spēlējās pie ziediem, ļoti priecīgi, šķiet."
    ),
    (
      "Russian", [.windows1251, .koi8R, .iso8859_5, .ibm866],
      "Вчера в городском парке состоялся концерт; погода была хорошая, и пришло много людей. Завтра обещают дождь."
    ),
    (
      "Ukrainian", [.windows1251, .koi8U],
      "Вчора в міському парку відбувся концерт; погода була гарна, і прийшло багато людей. Її діти їли яблука."
    ),
    (
      "Bulgarian", [.windows1251],
      "Вчера в градския парк се състоя концерт; времето беше хубаво и дойдоха много хора. Утре ще вали дъжд."
    ),
    (
      "Greek", [.windows1253, .iso8859_7],
      "Χθες στο πάρκο της πόλης έγινε μια συναυλία· ο καιρός ήταν καλός και ήρθε πολύς κόσμος."
    ),
    (
      "Hebrew", [.windows1255, .iso8859_8],
      "אתמול התקיים קונצרט בפארק העירוני; מזג האוויר היה נאה והגיעו אנשים רבים."
    ),
    (
      "Arabic", [.windows1256, .iso8859_6],
      "أقيمت أمس حفلة موسيقية في حديقة المدينة، وكان الطقس جميلا وحضر كثير من الناس."
    ),
    ("Thai", [.windows874], "เมื่อวานนี้มีการแสดงดนตรีที่สวนสาธารณะในเมือง อากาศดีและมีคนมามากมาย"),
    (
      "Japanese", [.shiftJIS, .eucJP],
      "昨日、市内の公園で音楽会が開かれました。天気がよく、たくさんの人が来ました。明日は雨になるそうです。"
    ),
    ("Korean", [.eucKR], "어제 시내 공원에서 음악회가 열렸습니다. 날씨가 좋아서 많은 사람들이 왔습니다. 내일은 비가 온다고 합니다."),
    ("Chinese, simplified", [.gb18030], "昨天，市内公园里举行了音乐会，天气晴朗，来了很多人。明天可能会下雨，请大家带好雨伞。"),
    ("Chinese, traditional", [.big5], "昨天，市內公園裡舉行了音樂會，天氣晴朗，來了很多人。明天可能會下雨，請大家帶好雨傘。"),
  ]

  @Test(arguments: pages.indices)
  func isReadWithoutAFinding(_ index: Int) throws {
    let (language, encodings, text) = Self.pages[index]
    for encoding in encodings {
      let encoded = try #require(Self.encode(text, as: encoding), "\(language) in \(encoding)")
      for wrap in [
        ("<html><title>Page</title><p><a href=\"x.html\">", "</a></p></html>"), ("", "\n"),
      ] {
        var bytes = Array(wrap.0.utf8) + encoded + Array(wrap.1.utf8)
        let source = SourceDecoder.decode(&bytes, declaredIn: .html)
        #expect(source.invalidAt == nil, "\(language) in \(encoding): \(source.encoding)")
        #expect(source.wasTranscoded, "\(language) in \(encoding)")
        let read = String(decoding: bytes, as: UTF8.self)
        #expect(read == wrap.0 + text + wrap.1, "\(language) in \(encoding): \(source.encoding)")
      }
    }
  }

  @Test func theTableHasTwentyLanguages() {
    #expect(Set(Self.pages.map { $0.language.prefix { $0 != "," } }).count >= 20)
  }

  @Test(
    "signs alone, and one letter among ASCII",
    arguments: [
      ("Copyright \u{A9} 2001", [0xA9]),
      ("\u{201C}Hello\u{201D} \u{2013} he said", [0x93, 0x94, 0x96]),
      ("caf\u{E9}", [0xE9]), ("M\u{FC}ller", [0xFC]), ("a\u{A0}b", [0xA0]),
    ])
  func littleText(text: String, high: [UInt8]) {
    var left = high[...]
    var bytes = text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : left.popFirst() ?? 0 }
    let source = SourceDecoder.decode(&bytes, declaredIn: .html)
    #expect(source.invalidAt == nil)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  /// `text` in `encoding`, by iconv(3).
  private static func encode(_ text: String, as encoding: TextEncoding) -> [UInt8]? {
    let name = encoding.iconvName.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) }
    let opened = unsafe iconv_open(name, "UTF-8")
    guard let descriptor = unsafe opened, Int(bitPattern: descriptor) != -1 else { return nil }
    defer { _ = unsafe iconv_close(descriptor) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return unsafe iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != -1, inputLeft == 0 else { return nil }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }
}
