internal import CZlib

/// Inflates gzip files (RFC 1952), such as `sitemap.xml.gz`, with the system's zlib.
enum Gzip {
  /// Whether `bytes` begin as a gzip member does (RFC 1952, section 2.3.1).
  static func hasMagic(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// The content of `bytes`: all members, one after the other (RFC 1952, section 2.2). What follows
  /// the last member and is none is ignored, as gzip(1) does.
  ///
  /// - Parameter limit: The most bytes that may come out. Never more than twice that and 64 KiB are
  ///   held, however much the data would expand to.
  static func inflate(_ bytes: Span<UInt8>, limit: Int) throws(GzipError) -> [UInt8] {
    guard hasMagic(bytes) else { throw .notGzip }
    var stream = unsafe z_stream()
    // zlib remembers the address of the stream, so that it must stay where it is throughout.
    let result = unsafe withUnsafeMutablePointer(to: &stream) { stream in
      guard unsafe linkcheck_gzip_init(stream) == Z_OK else {
        return Result<[UInt8], GzipError>.failure(.corrupt("out of memory"))
      }
      defer { unsafe inflateEnd(stream) }
      return unsafe bytes.withUnsafeBufferPointer { bytes in
        Result { () throws(GzipError) in unsafe try members(of: bytes, stream, limit: limit) }
      }
    }
    return try result.get()
  }

  /// zlib counts bytes with 32 bits, so that longer input is given in pieces of this size.
  private static let pieceSize = 1 << 30
  private static let chunkSize = 1 << 16

  private static func members(
    of bytes: UnsafeBufferPointer<UInt8>, _ stream: UnsafeMutablePointer<z_stream>, limit: Int
  ) throws(GzipError) -> [UInt8] {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    var at = 0
    while true {
      let piece = min(bytes.count - at, pieceSize)
      // zlib does not write to its input; the field is not const only in its older declarations.
      unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
        mutating: bytes.baseAddress.map { unsafe $0 + at })
      unsafe stream.pointee.avail_in = UInt32(piece)
      let (status, written) = unsafe chunk.withUnsafeMutableBufferPointer { chunk in
        unsafe stream.pointee.next_out = chunk.baseAddress
        unsafe stream.pointee.avail_out = UInt32(chunk.count)
        let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        return unsafe (status, chunk.count - Int(stream.pointee.avail_out))
      }
      at += unsafe piece - Int(stream.pointee.avail_in)
      guard written <= limit - output.count else { throw .tooLarge(limit: limit) }
      output.append(contentsOf: chunk[..<written])
      switch status {
      case Z_STREAM_END:
        guard unsafe hasMagic(bytes.extracting(at..<bytes.count).span) else { return output }
        unsafe inflateReset(stream)
      case Z_OK where at < bytes.count || written == chunk.count: continue
      case Z_OK, Z_BUF_ERROR: throw .truncated
      default:
        let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
        throw .corrupt(message ?? "zlib's error \(status)")
      }
    }
  }
}
