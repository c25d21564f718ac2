/// Why a gzip body could not be inflated.
enum GzipError: Error, Equatable, Sendable {
  /// The bytes do not begin as gzip does (`1f 8b`).
  case notGzip
  /// The bytes end inside of a member.
  case truncated
  /// More than the limit, which is in bytes, would come out.
  case tooLarge(limit: Int)
  /// Data or checksum are wrong; zlib's words.
  case corrupt(String)
}

extension GzipError: CustomStringConvertible {
  /// A sentence without a final stop.
  var description: String {
    switch self {
    case .notGzip: "not in gzip format"
    case .truncated: "the gzip data end too early"
    case .tooLarge(let limit): "more than \(limit) bytes when unpacked"
    case .corrupt(let reason): "damaged gzip data: \(reason)"
    }
  }
}
