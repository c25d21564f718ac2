internal import CLibCurl
internal import CSystem
internal import Glibc

/// libcurl's callbacks of one transfer. They run on the loop's thread, inside a call of libcurl.
///
/// The pointer that each gets is the handle's own, set in its initialiser: libcurl uses it between
/// the start and the end of a transfer, when the ``MultiHandle`` holds the handle.
extension EasyHandle {
  func setCallbacks() {
    _ = unsafe linkcheck_curl_on_data(raw, CURLOPT_HEADERFUNCTION) { bytes, size, count, pointer in
      let length = size &* count
      return unsafe EasyHandle.with(pointer) { handle in
        unsafe EasyHandle.span(bytes, length) { handle.receive(line: $0) } ? length : 0
      } ?? 0
    }
    _ = unsafe linkcheck_curl_on_data(raw, CURLOPT_WRITEFUNCTION) { bytes, size, count, pointer in
      let length = size &* count
      let goesOn = unsafe EasyHandle.with(pointer) { handle in
        unsafe EasyHandle.span(bytes, length) { handle.receive(body: $0) }
      }
      // Any other number than the length ends the transfer, 0 does not where nothing came.
      return goesOn == true ? length : length &+ 1
    }
    _ = unsafe linkcheck_curl_on_open(raw) { pointer, purpose, address in
      guard purpose == CURLSOCKTYPE_IPCXN, let address = unsafe address else { return -1 }
      return unsafe EasyHandle.with(pointer) { unsafe $0.open(address) } ?? -1
    }
    _ = unsafe linkcheck_curl_on_close(raw) { pointer, descriptor in
      guard let pointer = unsafe pointer else { return close(descriptor) }
      return unsafe Unmanaged<SocketTable>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
        $0.close(descriptor)
      }
    }
    _ = unsafe linkcheck_curl_on_request(raw) { pointer, address, _, port, _ in
      unsafe EasyHandle.with(pointer) { unsafe $0.mayUse(address, port: port) } ?? false ? 0 : 1
    }
  }

  @inline(__always)
  private static func with<Result>(
    _ pointer: UnsafeMutableRawPointer?, _ body: (EasyHandle) -> Result
  ) -> Result? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe Unmanaged<EasyHandle>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
  }

  /// Lends libcurl's bytes as a span, which cannot outlive the callback.
  @inline(__always)
  private static func span(
    _ bytes: UnsafeMutablePointer<CChar>?, _ length: Int, _ body: (Span<UInt8>) -> Bool
  ) -> Bool {
    unsafe body(
      Span(
        _unsafeBytes: UnsafeRawBufferPointer(start: bytes, count: unsafe bytes == nil ? 0 : length))
    )
  }

  /// A socket for the very address that libcurl is about to connect to, so that no answer of a name
  /// server can lead elsewhere; -1 where links must not reach it.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let name = unsafe linkcheck_curl_address(address)
    let kind = unsafe AddressClass(name)
    if kind != .public {
      if request.allowsPrivateAddresses {
        environment.privacy.hasPrivateConnections = true
      } else if unsafe !environment.proxies.contains(name) {
        unsafe refuse(SocketName(name).text, kind)
        return -1
      }
    }
    let type = unsafe address.pointee.socktype
    let number = unsafe address.pointee.protocol
    let descriptor = unsafe environment.sockets.open(
      family: address.pointee.family, type: type, protocol: number)
    guard descriptor >= 0 else {
      failToOpen(-descriptor)
      return -1
    }
    return descriptor
  }

  /// Whether the request may be sent on a connection, new or old, to the address that is `text`.
  private func mayUse(_ text: UnsafeMutablePointer<CChar>?, port: Int32) -> Bool {
    guard !request.allowsPrivateAddresses, environment.privacy.hasPrivateConnections,
      let text = unsafe text
    else { return true }
    let address = unsafe String(cString: text)
    guard let kind = AddressClass(text: address), kind != .public,
      !environment.proxies.contains(address, port: Int(port))
    else { return true }
    refuse(address, kind)
    return false
  }
}
