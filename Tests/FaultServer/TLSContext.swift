import COpenSSL

/// What all TLS connections of a listener share.
///
/// `@unchecked Sendable`: the context is not changed after `init`, and OpenSSL lets any number of
/// threads make connections from one (openssl-threads(7)).
@safe final class TLSContext: @unchecked Sendable {
  let context: OpaquePointer

  /// A server's context that shows `certificate`.
  init(_ certificate: Certificate) throws(ServerError) {
    guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw .tls("start") }
    unsafe (self.context = context)
    guard unsafe SSL_CTX_use_certificate(context, certificate.certificate) == 1,
      unsafe SSL_CTX_use_PrivateKey(context, certificate.key) == 1
    else { throw .tls("use a certificate") }
  }

  deinit { unsafe SSL_CTX_free(context) }
}
