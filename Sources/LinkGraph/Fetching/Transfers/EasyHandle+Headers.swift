internal import CLibCurl
internal import Glibc

/// The header fields of the final response, which libcurl keeps until the handle's next transfer;
/// those of interim responses (RFC 9110, section 15.2) and trailers (6.5.1) are other origins to it.
extension EasyHandle {
  /// Fields of one name that are read: finding each costs libcurl a walk over all fields, and a
  /// response may consist of one name.
  private static let repeatLimit = 64

  /// The first value of the field `name`; nil without one.
  func header(_ name: String) -> String? {
    var field: UnsafeMutablePointer<curl_header>?
    return unsafe find(name, 0, &field) ? Self.value(of: field) : nil
  }

  /// The values of all fields `name`, the first 64 at most.
  func headers(_ name: String) -> [String] {
    var values: [String] = []
    var field: UnsafeMutablePointer<curl_header>?
    while values.count < Self.repeatLimit, unsafe find(name, values.count, &field) {
      unsafe values.append(Self.value(of: field))
    }
    return values
  }

  /// How many `Set-Cookie` fields came, those of interim responses included.
  var cookieCount: Int {
    var field: UnsafeMutablePointer<curl_header>?
    let origins = UInt32(CURLH_HEADER | CURLH_1XX | CURLH_TRAILER)
    return unsafe curl_easy_header(raw, "Set-Cookie", 0, origins, -1, &field) == CURLHE_OK
      ? field?.pointee.amount ?? 0 : 0
  }

  /// The cookies that the handle holds.
  var cookies: [String] {
    let list = unsafe linkcheck_curl_get_list(raw, CURLINFO_COOKIELIST)
    defer { unsafe curl_slist_free_all(list) }
    var texts: [String] = []
    var item = unsafe list
    while let next = unsafe item {
      if let text = unsafe next.pointee.data { unsafe texts.append(String(cString: text)) }
      unsafe item = unsafe next.pointee.next
    }
    return texts
  }

  /// The body's length on its way as the response tells it; nil where it does not.
  var contentLength: Int? {
    let length = getOffset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    return length >= 0 ? length : nil
  }

  /// Whether the body is encoded, so that its length on the way is not that of its content.
  var isEncoded: Bool {
    headers("Content-Encoding").contains { !$0.isEmpty && $0.lowercased() != "identity" }
  }

  /// The content's length: the complete one where a part came, which only `Content-Range` tells
  /// (RFC 9110, section 14.4); nil where it is not known.
  var declaredLength: Int? {
    guard let range = header("Content-Range") else { return isEncoded ? nil : contentLength }
    let length = range.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // A sign is no digit, though `Int` would take it.
    guard length.count > 1, let digits = length.last, digits.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return Int(Substring(digits))
  }

  /// What `Retry-After` (RFC 9110, section 10.2.3) asks for, as libcurl reads it by the system's
  /// clock: zero where that is no time to come, or nothing that it can read; nil without the field.
  var retryAfter: Duration? {
    // libcurl also keeps what an interim response said: only the field itself tells that it came.
    guard header("Retry-After") != nil else { return nil }
    // What RFC 9111, section 1.2.2, makes of seconds that overflow.
    return .seconds(min(max(getOffset(CURLINFO_RETRY_AFTER), 0), 1 << 31))
  }

  /// Whether there is field number `index` of `name`; then `field` is it, until libcurl's next call.
  private func find(
    _ name: String, _ index: Int, _ field: inout UnsafeMutablePointer<curl_header>?
  ) -> Bool {
    unsafe curl_easy_header(raw, name, index, UInt32(CURLH_HEADER), -1, &field) == CURLHE_OK
  }

  /// The value without white space around it. libcurl 7.88 leaves a line feed in an empty one.
  private static func value(of field: UnsafeMutablePointer<curl_header>?) -> String {
    guard let text = unsafe field?.pointee.value else { return "" }
    // Sound: the bytes end with NUL and are the handle's until its next transfer; they are copied.
    let bytes: Span<UInt8> = unsafe Span(
      _unsafeBytes: UnsafeRawBufferPointer(start: text, count: strlen(text)))
    var range = 0..<bytes.count
    while !range.isEmpty, bytes[range.lowerBound] <= 0x20 { range.removeFirst() }
    while !range.isEmpty, bytes[range.upperBound - 1] <= 0x20 { range.removeLast() }
    return bytes.extracting(range).string
  }
}
