#pragma once
#include <zlib.h>

/// inflateInit2 is a macro that passes the header's version and the size of
/// the struct, which Swift does not import. Only reads gzip members (RFC 1952).
static inline int linkcheck_gzip_init(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
