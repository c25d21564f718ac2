/// What ``SourceDecoder`` found out about the bytes of a file.
struct DecodedSource: Sendable, Equatable {
  /// The encoding the file was read in.
  var textEncoding: TextEncoding
  /// Offset of the first byte after the byte order mark, in the resulting bytes; 0 without one.
  var start = 0
  /// Offset, in the resulting bytes, of the first byte sequence (or, where ``wasTranscoded``, of
  /// the first U+FFFD put in its place) that is not the encoding's; nil where all of them are.
  var invalidAt: Int?
  /// How many sequences are not the encoding's: as many as a decoder would write U+FFFD.
  var invalidCount = 0
  /// Whether the bytes were replaced by their UTF-8, so that offsets no longer are the file's.
  var wasTranscoded = false

  /// The encoding's name as the WHATWG Encoding Standard writes it, e.g. `UTF-8` or `Shift_JIS`.
  var encoding: String { textEncoding.rawValue }
}
