#pragma once
// EVP_PKEY_Q_keygen(3) is variadic and EVP_EC_gen, MBSTRING_ASC, NID_* and
// SSL_CTX_set_mode are macros that Swift does not import as values of the
// types needed.
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// A new key on the curve P-256, or null.
static inline EVP_PKEY *fault_server_new_key(void) {
  return EVP_EC_gen("P-256");
}

/// Appends the common name `name` (ASCII); 1 for success.
static inline int fault_server_add_common_name(X509_NAME *subject,
                                               const char *name) {
  return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                    (const unsigned char *)name, -1, -1, 0);
}

/// Adds the subject alternative names `names`, such as
/// `DNS:localhost,IP:127.0.0.1`; 1 for success.
static inline int fault_server_add_alternative_names(X509 *certificate,
                                                     const char *names) {
  X509_EXTENSION *extension =
      X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, names);
  if (!extension) return 0;
  int added = X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
  return added;
}
