internal import CLibCurl
internal import Glibc

/// The addresses of the proxies that the environment names: connecting to those is what the user
/// wants, private or not.
///
/// libcurl decides by `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` which requests go
/// through a proxy (curl(1), "Environment"). For those, the address guard sees the proxy's address
/// only, so hosts that are private by their very URL are refused before.
struct ProxyAddresses: Sendable {
  private var names: Set<SocketName> = []
  /// Whether the environment names any proxy.
  private(set) var areUsed = false

  /// No proxies.
  init() {}

  /// The proxies of the process's environment. Asks DNS for their names, and waits for it.
  static func environment() -> ProxyAddresses {
    var proxies = ProxyAddresses()
    // As libcurl: HTTP_PROXY in capitals can come from a request to a CGI program.
    for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
      guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { continue }
      proxies.add(unsafe String(cString: value))
    }
    return proxies
  }

  /// Adds the proxy `text`: a host or a URL, with or without port.
  mutating func add(_ text: String) {
    areUsed = true
    guard let url = unsafe curl_url() else { return }
    defer { unsafe curl_url_cleanup(url) }
    let flags = UInt32(CURLU_DEFAULT_SCHEME | CURLU_NON_SUPPORT_SCHEME)
    // Ports by default as CURLOPT_PROXY documents them.
    let withScheme = text.contains("://") ? text : "http://\(text)"
    guard unsafe curl_url_set(url, CURLUPART_URL, withScheme, flags) == CURLUE_OK,
      let host = unsafe Self.part(url, CURLUPART_HOST)
    else { return }
    let fallback = withScheme.hasPrefix("https://") ? 443 : 1080
    let port = unsafe Self.part(url, CURLUPART_PORT).flatMap { Int($0) } ?? fallback
    let literal = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(literal, "\(port)", &hints, &found) == 0 else { return }
    defer { unsafe freeaddrinfo(found) }
    unsafe add(found)
  }

  private mutating func add(_ list: UnsafeMutablePointer<addrinfo>?) {
    var entry = unsafe list
    while let current = unsafe entry {
      if let address = unsafe current.pointee.ai_addr {
        names.insert(unsafe SocketName(address))
      }
      unsafe entry = unsafe current.pointee.ai_next
    }
  }

  /// Whether `address` is a proxy's.
  func contains(_ address: UnsafePointer<sockaddr>) -> Bool {
    guard !names.isEmpty else { return false }
    return names.contains(unsafe SocketName(address))
  }

  /// Whether `address` in numeric form, with `port`, is a proxy's.
  func contains(_ address: String, port: Int) -> Bool {
    names.contains(SocketName(text: address, port: port))
  }

  /// What is wrong with asking a proxy for `url`: its host is private by name or number. Nil for
  /// none, and where the URL cannot be read.
  static func refusal(of url: String) -> String? {
    guard let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    guard unsafe curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      // Numeric forms such as 0x7f.1 come out as dotted quads.
      let host = unsafe part(handle, CURLUPART_HOST)?.lowercased()
    else { return nil }
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    if name == "localhost" || name.hasSuffix(".localhost") { return "\(name) is a loopback name" }
    let literal = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name
    guard let kind = AddressClass(text: literal), kind != .public else { return nil }
    return "\(literal) is \(kind.phrase)"
  }

  private static func part(_ url: OpaquePointer, _ part: CURLUPart) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(url, part, &text, 0) == CURLUE_OK, let text = unsafe text else {
      return nil
    }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }
}
