/// Names of HTTP status codes.
enum HTTPStatus {
  /// The code with its name, such as `404 Not Found`; the code alone where it has none.
  ///
  /// Names are those of IANA's registry (RFC 9110, section 15, and others), not what the server
  /// writes, so that reports stay the same; and Cloudflare's and LinkedIn's for codes of their own.
  static func description(_ status: Int) -> String {
    guard let name = name(status) else { return String(status) }
    return "\(status) \(name)"
  }

  private static func name(_ status: Int) -> StaticString? {
    switch status {
    case 100: "Continue"
    case 101: "Switching Protocols"
    case 102: "Processing"
    case 103: "Early Hints"
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 203: "Non-Authoritative Information"
    case 204: "No Content"
    case 205: "Reset Content"
    case 206: "Partial Content"
    case 207: "Multi-Status"
    case 208: "Already Reported"
    case 226: "IM Used"
    case 300: "Multiple Choices"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 303: "See Other"
    case 304: "Not Modified"
    case 305: "Use Proxy"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400..<500: clientErrorName(status)
    default: serverErrorName(status)
    }
  }

  private static func clientErrorName(_ status: Int) -> StaticString? {
    switch status {
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 402: "Payment Required"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 407: "Proxy Authentication Required"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 410: "Gone"
    case 411: "Length Required"
    case 412: "Precondition Failed"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 416: "Range Not Satisfiable"
    case 417: "Expectation Failed"
    case 421: "Misdirected Request"
    case 422: "Unprocessable Content"
    case 423: "Locked"
    case 424: "Failed Dependency"
    case 425: "Too Early"
    case 426: "Upgrade Required"
    case 428: "Precondition Required"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 451: "Unavailable For Legal Reasons"
    default: nil
    }
  }

  private static func serverErrorName(_ status: Int) -> StaticString? {
    switch status {
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    case 506: "Variant Also Negotiates"
    case 507: "Insufficient Storage"
    case 508: "Loop Detected"
    case 510: "Not Extended"
    case 511: "Network Authentication Required"
    case 520: "Web Server Returns an Unknown Error"
    case 521: "Web Server Is Down"
    case 522: "Connection Timed Out"
    case 523: "Origin Is Unreachable"
    case 524: "A Timeout Occurred"
    case 525: "SSL Handshake Failed"
    case 526: "Invalid SSL Certificate"
    case 999: "Request Denied"
    default: nil
    }
  }
}
