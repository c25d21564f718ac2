#pragma once
#include <zlib.h>

/// As linkcheck_gzip_init, for the formats that inflateInit2's manual gives for these bits.
static inline int linkcheck_inflate_init(z_stream *stream, int bits) {
  return inflateInit2(stream, bits);
}

/// inflateInit2 is a macro that passes the header's version and the size of
/// the struct, which Swift does not import. Only reads gzip members (RFC 1952).
static inline int linkcheck_gzip_init(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
