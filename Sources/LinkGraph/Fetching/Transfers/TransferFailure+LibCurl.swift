internal import CLibCurl
internal import Glibc

extension TransferFailure {
  /// The task was cancelled.
  static let cancelled = TransferFailure(cause: .cancelled, evidence: "cancelled")

  /// Why the transfer of `handle` failed. Its sentences hold nothing that differs from run to run
  /// for the same fault, but for the counts of bytes.
  init(of handle: EasyHandle) {
    if handle.isCancelled {
      self = .cancelled
    } else if let excess = handle.excess {
      self.init(cause: .tooLarge, evidence: excess)
    } else if handle.isCrowded {
      self.init(cause: .crowded, evidence: "no memory is left for its body")
    } else if let fault = handle.decodingFault {
      self.init(cause: .protocolError, evidence: fault)
    } else if let refusal = handle.refusal {
      self.init(cause: .privateAddress, evidence: refusal)
    } else {
      self = Self.classify(handle)
    }
  }

  private static func classify(_ handle: EasyHandle) -> TransferFailure {
    let message = handle.errorMessage
    if lacksDescriptors(handle, message) {
      return TransferFailure(cause: .noDescriptor, evidence: "too many open files")
    }
    switch handle.result {
    case CURLE_COULDNT_RESOLVE_HOST:
      return TransferFailure(cause: .resolve, evidence: "the host's name does not resolve")
    case CURLE_COULDNT_RESOLVE_PROXY:
      return TransferFailure(cause: .resolve, evidence: "the proxy's name does not resolve")
    case CURLE_COULDNT_CONNECT, CURLE_PROXY:
      return TransferFailure(cause: .connect, evidence: connecting(handle))
    case CURLE_OPERATION_TIMEDOUT:
      return timeout(handle, message)
    case CURLE_GOT_NOTHING:
      return TransferFailure(cause: .reset, evidence: "connection closed without an answer")
    case CURLE_SEND_ERROR:
      return TransferFailure(cause: .reset, evidence: "connection reset before the answer")
    case CURLE_RECV_ERROR:
      return reception(handle, message)
    case CURLE_PARTIAL_FILE:
      return TransferFailure(cause: .protocolError, evidence: truncation(handle))
    case CURLE_HTTP2, CURLE_HTTP2_STREAM:
      return http2(message)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_SHUTDOWN_FAILED,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT:
      return tls(message)
    case CURLE_OUT_OF_MEMORY where handle.headerBytes > 0 && !handle.hasWholeHeader,
      CURLE_OUT_OF_MEMORY where message.contains("header"):
      // libcurl itself holds no header line beyond 100 KiB.
      return TransferFailure(cause: .tooLarge, evidence: "a header line beyond all limits")
    default:
      return other(handle.result, message)
    }
  }

  /// Whether a socket, or what a look-up needs, could not be opened.
  private static func lacksDescriptors(_ handle: EasyHandle, _ message: String) -> Bool {
    switch handle.result {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_OUT_OF_MEMORY,
      CURLE_FAILED_INIT:
      message.contains("thread failed") || !DescriptorLimit.hasRoom
    case CURLE_COULDNT_CONNECT: [EMFILE, ENFILE].contains(handle.socketError)
    default: false
    }
  }

  private static func connecting(_ handle: EasyHandle) -> String {
    if handle.socketError != 0 { return "no socket: \(text(of: handle.socketError))" }
    let error = Int32(truncatingIfNeeded: handle.get(CURLINFO_OS_ERRNO))
    return error == 0 ? "could not connect" : text(of: error)
  }

  /// What was waited for when time was up.
  private static func timeout(_ handle: EasyHandle, _ message: String) -> TransferFailure {
    let whole = "within \(seconds(handle.request.timeout))"
    if handle.get(CURLINFO_REQUEST_SIZE) > 0 {
      let wait =
        if handle.headerBytes == 0 {
          "no first byte of the answer \(whole)"
        } else if !handle.hasWholeHeader {
          "headers not complete \(whole), after \(handle.headerBytes) bytes"
        } else {
          "body not complete \(whole), after \(handle.getOffset(CURLINFO_SIZE_DOWNLOAD_T)) bytes"
        }
      return TransferFailure(cause: .timeout, evidence: wait)
    }
    let limit = min(handle.request.connectTimeout, handle.request.timeout)
    let early = "within \(seconds(limit))"
    if message.hasPrefix("Resolving") {
      return TransferFailure(cause: .resolve, evidence: "no answer from the name server \(early)")
    }
    // Known as soon as the socket is connected; libcurl's time of connecting includes TLS here.
    if handle.get(CURLINFO_LOCAL_PORT) == 0 {
      return TransferFailure(cause: .connect, evidence: "no answer to connecting \(early)")
    }
    return TransferFailure(cause: .timeout, evidence: "TLS handshake not complete \(early)")
  }

  /// CURLE_RECV_ERROR is a reset, but also a body with malformed chunks, and a proxy's refusal.
  private static func reception(_ handle: EasyHandle, _ message: String) -> TransferFailure {
    if message.contains("chunk") {
      return TransferFailure(cause: .protocolError, evidence: "malformed chunked encoding")
    }
    if message.contains("from proxy") {
      return TransferFailure(cause: .connect, evidence: sentence(message))
    }
    if message.contains("SSL") || message.contains("error:") { return tls(message) }
    let place =
      handle.headerBytes == 0
      ? "before the answer" : handle.hasWholeHeader ? "in the body" : "in the headers"
    return TransferFailure(cause: .reset, evidence: "connection reset \(place)")
  }

  private static func truncation(_ handle: EasyHandle) -> String {
    let arrived = handle.getOffset(CURLINFO_SIZE_DOWNLOAD_T)
    guard let length = handle.contentLength else {
      return "connection closed before the last chunk, after \(arrived) bytes"
    }
    return "\(arrived) of \(length) bytes arrived"
  }

  private static func http2(_ message: String) -> TransferFailure {
    // "HTTP/2 stream 1 was not closed cleanly: INTERNAL_ERROR (err 2)"
    let name = message.split(separator: ": ").last?.split(separator: " ").first ?? ""
    let isName = !name.isEmpty && name.utf8.allSatisfy { $0 == 0x5F || $0.isASCIILetter }
    let breaks = ["PROTOCOL_ERROR", "FRAME_SIZE_ERROR", "COMPRESSION_ERROR", "FLOW_CONTROL_ERROR"]
    return TransferFailure(
      cause: breaks.contains(String(name)) ? .protocolError : .reset,
      evidence: isName ? "HTTP/2 stream ended with \(name)" : "HTTP/2 stream not closed cleanly")
  }

  private static func tls(_ message: String) -> TransferFailure {
    if message.contains("reset by peer") || message.contains("SSL_ERROR_SYSCALL")
      || message.contains("unexpected eof")
    {
      return TransferFailure(cause: .reset, evidence: "connection lost in TLS")
    }
    var text = message
    // OpenSSL's own errors: "...error:0A00042E:SSL routines::tlsv1 alert protocol version".
    if let range = text.firstRange(of: "routines:") { text = String(text[range.upperBound...]) }
    for prefix in ["SSL certificate problem: ", "SSL: ", ":"] where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
    }
    return TransferFailure(
      cause: .tls, evidence: text.isEmpty ? "TLS could not be set up" : sentence(text))
  }

  private static func other(_ code: CURLcode, _ message: String) -> TransferFailure {
    let evidence =
      switch code {
      case CURLE_UNSUPPORTED_PROTOCOL where message.contains("HTTP"): "the answer is not HTTP"
      case CURLE_URL_MALFORMAT: "libcurl cannot read the URL"
      case CURLE_LOGIN_DENIED: "the URL holds credentials"
      case CURLE_BAD_CONTENT_ENCODING: "the body does not decode by its Content-Encoding"
      default:
        sentence(message.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : message)
      }
    return TransferFailure(cause: .protocolError, evidence: evidence)
  }

  /// libcurl's sentence without what differs from run to run or may tell secrets: the peer's
  /// address, and a final stop.
  private static func sentence(_ message: String) -> String {
    var text = message
    for tail in [" in connection to ", ", errno "] {
      if let range = text.firstRange(of: tail) { text = String(text[..<range.lowerBound]) }
    }
    while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
    return text
  }

  private static func text(of error: Int32) -> String {
    switch error {
    case ECONNREFUSED: "connection refused"
    case EHOSTUNREACH: "no route to the host"
    case ENETUNREACH: "network unreachable"
    case ETIMEDOUT: "no answer to connecting"
    case EMFILE, ENFILE: "too many open files"
    default: unsafe String(cString: strerror(error))
    }
  }

  private static func seconds(_ duration: Duration) -> String {
    let (whole, attoseconds) = duration.components
    let milliseconds = Int(attoseconds / 1_000_000_000_000_000)
    guard milliseconds != 0 else { return "\(whole) s" }
    var fraction = String(1000 + milliseconds).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(whole).\(fraction) s"
  }
}
