/// Why a file is not the image it should be.
struct ImageDefect: Error, Equatable, Sendable {
  /// The sort of defect.
  enum Code: String, CaseIterable, Sendable {
    /// A file without bytes.
    case empty
    /// A file of zero bytes only: space was reserved, nothing arrived.
    case zeros
    /// The file stops, or turns into zero bytes, before its format's end.
    case truncated
    /// Content of another sort: text, an archive, a document.
    case notAnImage
    /// An HTML page saved under the image's name.
    case htmlPage
    /// The text that stands for the image in a Git LFS repository.
    case lfsPointer
    /// A checksum that the format holds does not fit the data it guards.
    case badChecksum
    /// Headers or parts that contradict the format or one another.
    case badStructure
  }

  /// The sort of defect.
  var code: Code
  /// One sentence, without a full stop, that names the evidence: what, at which byte.
  var message: String

  /// A defect of this sort, with its evidence.
  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The same defect, saying too where the file turns into zero bytes, which is what a download
  /// into reserved space leaves. Fewer than 64 zeros may be the image's own.
  func notingZeros(_ bytes: Span<UInt8>) -> ImageDefect {
    guard code == .truncated else { return self }
    let start = bytes.trailingZeros
    guard bytes.count - start >= 64 else { return self }
    return ImageDefect(code, "\(message); only zero bytes from byte \(start.grouped) on")
  }
}
