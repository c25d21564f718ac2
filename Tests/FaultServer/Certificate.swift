import COpenSSL

/// A key and a certificate that it signs itself, for `localhost`, `127.0.0.1` and the names below
/// `tls.test`. Made in memory: a certificate in the repository would expire one day.
@safe final class Certificate {
  let key: OpaquePointer
  let certificate: OpaquePointer

  /// A certificate whose validity is `days` from now; both ends may be in the past.
  init(validForDays days: ClosedRange<Int>) throws(ServerError) {
    guard let key = unsafe fault_server_new_key(), let certificate = unsafe X509_new() else {
      throw .tls("make a key")
    }
    unsafe (self.key = key)
    unsafe (self.certificate = certificate)
    unsafe X509_set_version(certificate, 2)
    unsafe ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1)
    unsafe X509_gmtime_adj(X509_getm_notBefore(certificate), days.lowerBound * 86_400)
    unsafe X509_gmtime_adj(X509_getm_notAfter(certificate), days.upperBound * 86_400)
    let name = unsafe X509_get_subject_name(certificate)
    guard unsafe fault_server_add_common_name(name, "localhost") == 1,
      unsafe X509_set_issuer_name(certificate, name) == 1,
      unsafe X509_set_pubkey(certificate, key) == 1,
      unsafe fault_server_add_alternative_names(
        certificate, "DNS:localhost,DNS:*.tls.test,IP:127.0.0.1") == 1,
      unsafe X509_sign(certificate, key, EVP_sha256()) > 0
    else { throw .tls("sign a certificate") }
  }

  deinit {
    unsafe X509_free(certificate)
    unsafe EVP_PKEY_free(key)
  }
}
