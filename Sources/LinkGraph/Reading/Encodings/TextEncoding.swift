/// A character encoding of the WHATWG Encoding Standard; the raw value is its name there.
///
/// The standard decodes GBK exactly as gb18030, so both are one case here. Its `replacement`
/// encoding (labels such as `hz-gb-2312`, which browsers refuse to decode) and `x-user-defined`
/// are left out: their labels count as unknown.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case gb18030 = "GB18030"
  case big5 = "Big5"
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"
  case eucKR = "EUC-KR"
  case ibm866 = "IBM866"
  case iso8859_2 = "ISO-8859-2"
  case iso8859_3 = "ISO-8859-3"
  case iso8859_4 = "ISO-8859-4"
  case iso8859_5 = "ISO-8859-5"
  case iso8859_6 = "ISO-8859-6"
  case iso8859_7 = "ISO-8859-7"
  case iso8859_8 = "ISO-8859-8"
  case iso8859_8I = "ISO-8859-8-I"
  case iso8859_10 = "ISO-8859-10"
  case iso8859_13 = "ISO-8859-13"
  case iso8859_14 = "ISO-8859-14"
  case iso8859_15 = "ISO-8859-15"
  case iso8859_16 = "ISO-8859-16"
  case koi8R = "KOI8-R"
  case koi8U = "KOI8-U"
  case macintosh = "macintosh"
  case macCyrillic = "x-mac-cyrillic"
  case windows874 = "windows-874"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"

  /// How the encoding maps bytes to characters, as far as replacing invalid bytes needs it.
  enum Shape: Sendable {
    case utf8
    case utf16
    /// One byte a character.
    case singleByte
    /// Characters of one, two or four bytes; bytes under 0x80 mean ASCII outside of them.
    case multiByte
    /// Escape sequences of ASCII bytes switch between character sets.
    case escaped
  }

  /// The encoding's shape.
  var shape: Shape {
    switch self {
    case .utf8: .utf8
    case .utf16LE, .utf16BE: .utf16
    case .gb18030, .big5, .shiftJIS, .eucJP, .eucKR: .multiByte
    case .iso2022JP: .escaped
    default: .singleByte
    }
  }

  /// Whether bytes under 0x80 always mean ASCII where no other byte is near, so that an all-ASCII
  /// file already is its own UTF-8.
  var isASCIICompatible: Bool { shape != .utf16 && shape != .escaped }

  /// The name that iconv(3) knows the encoding by: the superset that the WHATWG index follows.
  var iconvName: StaticString {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP-MS"
    case .iso2022JP: "ISO-2022-JP"
    case .eucKR: "CP949"
    case .ibm866: "CP866"
    case .iso8859_2: "ISO-8859-2"
    case .iso8859_3: "ISO-8859-3"
    case .iso8859_4: "ISO-8859-4"
    case .iso8859_5: "ISO-8859-5"
    case .iso8859_6: "ISO-8859-6"
    case .iso8859_7: "ISO-8859-7"
    case .iso8859_8, .iso8859_8I: "ISO-8859-8"
    case .iso8859_10: "ISO-8859-10"
    case .iso8859_13: "ISO-8859-13"
    case .iso8859_14: "ISO-8859-14"
    case .iso8859_15: "ISO-8859-15"
    case .iso8859_16: "ISO-8859-16"
    case .koi8R: "KOI8-R"
    case .koi8U: "KOI8-U"
    case .macintosh: "MACINTOSH"
    case .macCyrillic: "MAC-CYRILLIC"
    case .windows874: "CP874"
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .windows1252: "CP1252"
    case .windows1253: "CP1253"
    case .windows1254: "CP1254"
    case .windows1255: "CP1255"
    case .windows1256: "CP1256"
    case .windows1257: "CP1257"
    case .windows1258: "CP1258"
    }
  }
}
