/// Paths and rules of `robots.txt` in one form, so that they can be compared octet by octet.
enum RobotsPath {
  private static let unreserved = ByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  private static let reserved = ByteSet(":/?#[]@!$&'()*+,;=")
  /// Of the reserved characters, those that delimit nothing in a query (RFC 3986, section 3.4).
  private static let plainInQuery = ByteSet(":/?@")

  /// Which characters of a query are one with their escapes.
  enum Form {
    /// None: reserved characters and their escapes are different everywhere.
    case strict
    /// `:/?@`, which delimit nothing there: the second example of RFC 9309, section 2.2.2, takes
    /// `?baz=http://foo.bar` and `?baz=http%3A%2F%2Ffoo.bar` for the same.
    case plainQuery
  }

  /// Appends `bytes` (a path with its query) in the form of RFC 9309, section 2.2.2: what is
  /// unreserved is decoded, what no URI may hold is encoded, escapes are in capitals.
  ///
  /// `*` and `$` are escaped, so that they are not what they are in a rule. O(length).
  static func normalize(_ bytes: Span<UInt8>, _ form: Form, into output: inout [UInt8]) {
    append(bytes, form, isRule: false, to: &output)
  }

  /// Appends the path of a rule likewise; `*` stays, and so does a `$` at its end.
  static func normalizeRule(_ bytes: Span<UInt8>, _ form: Form, into output: inout [UInt8]) {
    append(bytes, form, isRule: true, to: &output)
  }

  private static func append(
    _ bytes: Span<UInt8>, _ form: Form, isRule: Bool, to output: inout [UInt8]
  ) {
    var inQuery = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x25:
        guard at + 1 < bytes.count, let high = bytes[at].hexDigitValue,
          let low = bytes[at + 1].hexDigitValue
        else {
          output.append(byte)
          continue
        }
        at += 2
        let value = high << 4 | low
        if unreserved.contains(value) || inQuery && plainInQuery.contains(value) {
          output.append(value)
        } else {
          PercentEncoding.append(value, to: &output)
        }
      case 0x2A where isRule, 0x24 where isRule && at == bytes.count:
        output.append(byte)
      case 0x2A, 0x24:
        PercentEncoding.append(byte, to: &output)
      default:
        if byte == 0x3F { inQuery = form == .plainQuery }
        if unreserved.contains(byte) || reserved.contains(byte) {
          output.append(byte)
        } else {
          PercentEncoding.append(byte, to: &output)
        }
      }
    }
  }
}
