internal import CLibCurl
internal import Glibc

/// The owner of one libcurl easy handle: a transfer at a time, many one after the other.
///
/// Options that are the same for all transfers are set once; of the others, only those that differ
/// from the transfer before. Used on the loop's thread only.
@safe final class EasyHandle {
  /// What all handles of an engine have in common.
  @safe struct Environment {
    var userAgent: String
    /// Bytes of header lines, status lines and trailers that a response may have.
    var headerLimit: Int
    var proxies: ProxyAddresses
    let sockets: SocketTable
    let privacy: ConnectionPrivacy
    let budget: BodyBudget
  }

  /// `CURL *`, non-null and valid until `deinit`.
  let raw: UnsafeMutableRawPointer
  let environment: Environment
  /// Which slot of the ``MultiHandle`` this is, and how many transfers it has ended.
  let slot: Int
  var generation: UInt32 = 0
  /// Whom to resume at the end; nil while there is no transfer.
  var continuation: UnsafeContinuation<Bool, Never>?
  /// How the transfer ended.
  var result = CURLE_OK
  var isCancelled = false

  /// The transfer at hand; before the first, what a new handle is set to.
  private(set) var request = TransferRequest(url: "")
  /// Bytes of header lines that came, those of interim responses and trailers included.
  private(set) var headerBytes = 0
  /// Whether the empty line after the final response's header has come.
  private(set) var hasWholeHeader = false
  private(set) var body: [UInt8] = []
  private(set) var bodyBytes = 0
  private(set) var isCut = false
  /// What undoes the codings of the body, the last one first.
  private var decoders: [BodyDecoder] = []
  private var hasBegun = false
  /// Why the body could not be decoded, as evidence says it.
  private(set) var decodingFault: String?
  /// Whether the body has a coding that was not asked for, and that libcurl may know.
  private(set) var needsLibrary = false
  /// Bytes that the body may have by its reservation, and whether it found no more.
  private var room = BodyBudget.free
  private var reservation: BodyReservation?
  private(set) var isCrowded = false
  /// Which limit was passed, as evidence says it.
  private(set) var excess: String?
  /// The address that the guard refused, as evidence says it.
  private(set) var refusal: String?
  /// Why no socket could be opened; 0 where one could.
  private(set) var socketError: Int32 = 0

  private let errorText: UnsafeMutablePointer<CChar>
  private var hasCookies = false
  private var lines: UnsafeMutablePointer<curl_slist>?
  private var pin: UnsafeMutablePointer<curl_slist>?

  /// Nil where memory is short.
  init?(slot: Int, environment: Environment) {
    guard let raw = unsafe curl_easy_init() else { return nil }
    unsafe self.raw = unsafe raw
    self.slot = slot
    self.environment = environment
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setFixedOptions()
    setVaryingOptions(isFirst: true, from: request)
  }

  deinit {
    unsafe curl_easy_cleanup(raw)
    unsafe curl_slist_free_all(lines)
    unsafe curl_slist_free_all(pin)
    unsafe errorText.deallocate()
  }

  /// Makes the handle ready for `request`.
  func prepare(_ request: TransferRequest) {
    let last = self.request
    self.request = request
    headerBytes = 0
    hasWholeHeader = false
    dropBody()
    bodyBytes = 0
    isCut = false
    hasBegun = false
    decodingFault = nil
    needsLibrary = false
    isCrowded = false
    excess = nil
    refusal = nil
    socketError = 0
    isCancelled = false
    unsafe errorText[0] = 0
    set(CURLOPT_URL, request.url)
    setCookies()
    setVaryingOptions(isFirst: false, from: last)
  }

  /// Holds the request's cookies and no others: each request is one of its own.
  private func setCookies() {
    if hasCookies { set(CURLOPT_COOKIELIST, "ALL") }
    for cookie in request.cookies { set(CURLOPT_COOKIELIST, cookie) }
    hasCookies = !request.cookies.isEmpty
  }

  /// Notes at the end of a transfer whether its answer sets cookies.
  func noteCookies() {
    if cookieCount > 0 { hasCookies = true }
  }

  /// Lets go of the memory of the body.
  func dropBody() {
    body = []
    decoders = []
    room = BodyBudget.free
    reservation = nil
  }

  /// Whether the body ended before its coding does.
  var isTruncated: Bool {
    !isCut && request.prefix == nil && decoders.contains { !$0.isAtEnd }
  }

  /// What libcurl says went wrong; may be empty.
  var errorMessage: String { unsafe String(cString: errorText) }

  /// The response's parts that are kept until the next ``prepare(_:)``; the body is handed over.
  func takeResponse() -> TransferResponse {
    var response = TransferResponse()
    response.status = get(CURLINFO_RESPONSE_CODE)
    response.isCut = isCut
    if isCut, let kept = request.keptOfCut, body.count > kept {
      body = Array(body.prefix(kept))
    } else {
      response.reservation = reservation
    }
    swap(&response.body, &body)
    response.contentType = header("Content-Type") ?? ""
    response.declaredLength = declaredLength
    response.location = header("Location")
    response.refresh = header("Refresh")
    if (300..<400).contains(response.status), cookieCount > 0 { response.cookies = cookies }
    response.retryAfter = retryAfter
    response.entityTag = header("ETag")
    response.lastModified = header("Last-Modified")
    response.links = headers("Link")
    response.connections = get(CURLINFO_NUM_CONNECTS)
    response.challenge = Challenge.headers.first { header($0.name) != nil }?.challenge
    response.byteCount = headerBytes + getOffset(CURLINFO_SIZE_DOWNLOAD_T)
    response.seconds = Double(getOffset(CURLINFO_TOTAL_TIME_T)) / 1_000_000
    return response
  }

  /// Information of type `long`.
  func get(_ info: CURLINFO) -> Int { unsafe linkcheck_curl_get_long(raw, info) }

  /// Information of type `curl_off_t`.
  func getOffset(_ info: CURLINFO) -> Int { unsafe Int(linkcheck_curl_get_offset(raw, info)) }

  // MARK: Options

  private func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe linkcheck_curl_set_long(raw, option, value)
  }

  private func set(_ option: CURLoption, _ value: String?) {
    if let value {
      _ = unsafe linkcheck_curl_set_string(raw, option, value)
    } else {
      _ = unsafe linkcheck_curl_set_string(raw, option, nil)
    }
  }

  private func setFixedOptions() {
    // The handle outlives its use by libcurl: `deinit` cleans it up first.
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    for option in [
      CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA,
      CURLOPT_PREREQDATA,
    ] {
      _ = unsafe linkcheck_curl_set_pointer(raw, option, me)
    }
    // Connections outlive the handle that opened them; the table outlives the connections.
    let sockets = unsafe Unmanaged.passUnretained(environment.sockets).toOpaque()
    _ = unsafe linkcheck_curl_set_pointer(raw, CURLOPT_CLOSESOCKETDATA, sockets)
    _ = unsafe linkcheck_curl_set_pointer(raw, CURLOPT_ERRORBUFFER, errorText)
    setCallbacks()

    set(CURLOPT_USERAGENT, environment.userAgent)
    // Turns the cookie engine on.
    set(CURLOPT_COOKIEFILE, "")
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_NOSIGNAL, 1)
    // Most pages then come in one or two reads; larger blocks are dear to malloc(3).
    set(CURLOPT_BUFFERSIZE, 32_768)
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    // The caller's URL is normal already.
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // Otherwise the end of a transfer waits for its look-up's thread, and the loop with it.
    set(CURLOPT_QUICK_EXIT, 1)
    // Without proxies libcurl need not look for their variables at each request.
    if !environment.proxies.areUsed { set(CURLOPT_PROXY, "") }
  }

  private func setVaryingOptions(isFirst: Bool, from last: TransferRequest) {
    if isFirst || request.method != last.method {
      // Each of the two also undoes the other.
      set(request.method == .head ? CURLOPT_NOBODY : CURLOPT_HTTPGET, 1)
    }
    // Nothing is decoded of an answer without a body; and then Content-Length is the content's.
    let decodes = request.method == .get && request.prefix == nil
    if isFirst || decodes != (last.method == .get && last.prefix == nil)
      || request.isDecodedByLibrary != last.isDecodedByLibrary
    {
      // An empty string stands for all codings that libcurl was built with.
      set(
        CURLOPT_ACCEPT_ENCODING,
        decodes ? request.isDecodedByLibrary ? "" : "gzip, deflate" : nil)
      set(CURLOPT_HTTP_CONTENT_DECODING, request.isDecodedByLibrary ? 1 : 0)
    }
    if isFirst || request.prefix != last.prefix {
      set(CURLOPT_RANGE, request.prefix.map { "0-\(max($0, 1) - 1)" })
    }
    if isFirst || request.timeout != last.timeout {
      set(CURLOPT_TIMEOUT_MS, Self.milliseconds(request.timeout))
    }
    if isFirst || request.connectTimeout != last.connectTimeout {
      set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(request.connectTimeout))
    }
    if isFirst || request.verifiesCertificate != last.verifiesCertificate {
      set(CURLOPT_SSL_VERIFYPEER, request.verifiesCertificate ? 1 : 0)
      set(CURLOPT_SSL_VERIFYHOST, request.verifiesCertificate ? 2 : 0)
    }
    if request.headers != last.headers {
      let old = unsafe lines
      unsafe lines = unsafe Self.list(request.headers)
      _ = unsafe linkcheck_curl_set_list(raw, CURLOPT_HTTPHEADER, lines)
      unsafe curl_slist_free_all(old)
    }
    if request.address != last.address {
      let old = unsafe pin
      let target = request.address.map { $0.contains(":") ? "::[\($0)]:" : "::\($0):" }
      unsafe pin = unsafe Self.list(target.map { [$0] } ?? [])
      _ = unsafe linkcheck_curl_set_list(raw, CURLOPT_CONNECT_TO, pin)
      unsafe curl_slist_free_all(old)
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    let whole = Int(min(max(seconds, 0), 1_000_000)) * 1000
    // 0 would mean "for ever".
    return max(whole + Int(max(attoseconds, 0) / 1_000_000_000_000_000), 1)
  }

  private static func list(_ texts: [String]) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for text in texts {
      if let longer = unsafe curl_slist_append(list, text) { unsafe list = unsafe longer }
    }
    return unsafe list
  }

  // MARK: What libcurl's callbacks tell

  /// One header line. False ends the transfer.
  func receive(line: Span<UInt8>) -> Bool {
    headerBytes += line.count
    guard headerBytes <= environment.headerLimit else {
      excess = "more than \(environment.headerLimit) bytes of headers"
      return false
    }
    // libcurl knows the status by now; the empty line after an interim response ends nothing.
    let isEmpty = line.count <= 2 && (line.isEmpty || line[0] == 0x0D || line[0] == 0x0A)
    if isEmpty, get(CURLINFO_RESPONSE_CODE) >= 200 { hasWholeHeader = true }
    return true
  }

  /// A piece of the body. False ends the transfer.
  func receive(body piece: Span<UInt8>) -> Bool {
    if !hasBegun {
      hasBegun = true
      guard beginBody() else { return false }
    }
    return decode(piece, by: 0)
  }

  /// Codings of one body that are undone.
  private static let codingLimit = 4

  /// Makes the decoders that the header asks for. What is no coding is none to browsers either.
  private func beginBody() -> Bool {
    guard !request.isDecodedByLibrary else { return true }
    let codings = headers("Content-Encoding").flatMap { $0.lowercased().split(separator: ",") }
      .map { String($0.filter { $0 != " " && $0 != "\t" }) }
    for coding in codings.reversed() {
      switch coding {
      case "br", "zstd":
        needsLibrary = true
        decodingFault = "unknown Content-Encoding"
        return false
      case "gzip", "x-gzip", "deflate":
        guard decoders.count < Self.codingLimit, let decoder = BodyDecoder(coding: coding) else {
          decodingFault = "more codings than any page needs"
          return false
        }
        decoders.append(decoder)
      default: continue
      }
    }
    return true
  }

  private func decode(_ piece: Span<UInt8>, by index: Int) -> Bool {
    guard index < decoders.count else { return take(piece) }
    switch decoders[index].decode(piece, { decode($0, by: index + 1) }) {
    case .goesOn: return true
    case .stopped: return false
    case .broken:
      decodingFault = "the body does not decode by its Content-Encoding"
      return false
    }
  }

  /// Whether the body may have `count` bytes.
  private func makeRoom(_ count: Int) -> Bool {
    guard count > room else { return true }
    let wanted = min(max(2 * room, count), max(request.bodyLimit, count))
    let reservation = reservation ?? BodyReservation(environment.budget)
    self.reservation = reservation
    guard reservation.grow(to: wanted) else {
      isCrowded = true
      return false
    }
    room = wanted
    body.reserveCapacity(wanted)
    return true
  }

  /// A piece of the decoded body. False ends the transfer.
  private func take(_ piece: Span<UInt8>) -> Bool {
    if bodyBytes == 0, let length = contentLength {
      body.reserveCapacity(min(length, request.bodyLimit, BodyBudget.free))
    }
    bodyBytes += piece.count
    let room = request.bodyLimit - body.count
    guard makeRoom(body.count + min(piece.count, max(room, 0))) else { return false }
    if piece.count <= room {
      body.append(bytes: piece)
      return true
    }
    if request.overflow == .fail {
      excess = "the body is longer than \(request.bodyLimit) bytes"
      return false
    }
    isCut = true
    body.append(bytes: piece.extracting(first: max(room, 0)))
    return isRestShort
  }

  /// Whether reading the rest of a cut body is cheaper than a new connection for the next request.
  private var isRestShort: Bool {
    guard let length = contentLength, !isEncoded else { return false }
    return length - bodyBytes <= 32_768
  }

  /// Notes that the guard refused to connect to `address`.
  func refuse(_ address: String, _ kind: AddressClass) {
    refusal = "\(address) is \(kind.phrase)"
  }

  /// Notes that no socket could be opened.
  func failToOpen(_ error: Int32) {
    socketError = error
  }
}
