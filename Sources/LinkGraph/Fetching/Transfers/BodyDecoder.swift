internal import CZlib

/// Undoes one coding of a body while it comes (RFC 9110, section 8.4.1): gzip, or deflate, which some
/// servers send without the wrapper that it has by the standard.
///
/// libcurl can decode too, but does not tell a body that ends too early from a whole one.
@safe final class BodyDecoder {
  /// How far it came.
  enum Outcome {
    case goesOn
    /// Whoever takes the decoded bytes wants no more.
    case stopped
    /// The bytes are not of the coding.
    case broken
  }

  /// Non-null and initialised until `deinit`; zlib remembers its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 32_768)
  private let isDeflate: Bool
  private var hasOutput = false
  /// Whether all that was given is whole: the data and what checks it.
  private(set) var isAtEnd = false

  /// A decoder for the coding `name`, in lower case; nil where it is another, or memory is short.
  init?(coding name: String) {
    guard ["gzip", "x-gzip", "deflate"].contains(name) else { return nil }
    isDeflate = name == "deflate"
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Finds out by itself whether it is gzip or zlib.
    guard unsafe linkcheck_inflate_init(stream, 15 + 32) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Decodes `piece` and hands what comes of it to `body`, which returns whether it wants more.
  func decode(_ piece: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> Outcome {
    unsafe piece.withUnsafeBufferPointer { unsafe decode($0, body) }
  }

  private func decode(
    _ piece: UnsafeBufferPointer<UInt8>, _ body: (Span<UInt8>) -> Bool
  ) -> Outcome {
    var at = 0
    while at < piece.count {
      if isAtEnd {
        // Another member, or bytes that mean nothing, as gzip(1) has it.
        guard unsafe piece[at] == 0x1F else { return .goesOn }
        unsafe inflateReset(stream)
        isAtEnd = false
      }
      // zlib does not write to its input; the field is not const only in its older declarations.
      unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
        mutating: piece.baseAddress.map { unsafe $0 + at })
      unsafe stream.pointee.avail_in = UInt32(clamping: piece.count - at)
      let before = unsafe stream.pointee.avail_in
      let (status, written) = inflateOnce()
      at += unsafe Int(before - stream.pointee.avail_in)
      if status == Z_DATA_ERROR, isDeflate, !hasOutput {
        // Without the wrapper: from the beginning, which is in this piece.
        hasOutput = true
        guard unsafe inflateReset2(stream, -15) == Z_OK else { return .broken }
        at = 0
        continue
      }
      if written > 0 {
        hasOutput = true
        guard body(chunk.span.extracting(0..<written)) else { return .stopped }
      }
      switch status {
      case Z_STREAM_END: isAtEnd = true
      case Z_OK: continue
      // All was taken, and nothing came of it yet.
      case Z_BUF_ERROR: return .goesOn
      default: return .broken
      }
    }
    return drain(body)
  }

  /// What zlib still holds though it has taken all of its input.
  private func drain(_ body: (Span<UInt8>) -> Bool) -> Outcome {
    while !isAtEnd, unsafe stream.pointee.avail_out == 0 {
      let (status, written) = inflateOnce()
      if written > 0, !body(chunk.span.extracting(0..<written)) { return .stopped }
      switch status {
      case Z_STREAM_END: isAtEnd = true
      case Z_OK where written > 0: continue
      case Z_OK, Z_BUF_ERROR: return .goesOn
      default: return .broken
      }
    }
    return .goesOn
  }

  private func inflateOnce() -> (status: Int32, written: Int) {
    unsafe chunk.withUnsafeMutableBufferPointer { chunk in
      unsafe stream.pointee.next_out = chunk.baseAddress
      unsafe stream.pointee.avail_out = UInt32(chunk.count)
      let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      return unsafe (status, chunk.count - Int(stream.pointee.avail_out))
    }
  }
}
