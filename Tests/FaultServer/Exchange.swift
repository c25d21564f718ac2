/// One request and the connection that waits for its answer.
struct Exchange {
  let request: Request
  let stream: any ByteStream

  /// Whether only the head of the answer is wanted.
  var isHead: Bool { request.method == "HEAD" }

  /// Sends a whole answer with the right `Content-Length`; the body only where it is wanted.
  func send(
    _ status: Int, type: String = "text/html; charset=utf-8", headers: [String] = [],
    _ body: [UInt8]
  ) throws(ServerError) {
    let lines = ["Content-Type: \(type)", "Content-Length: \(body.count)"] + headers
    try sendHead(status, lines, then: isHead ? [] : body)
  }

  /// Sends an HTML page.
  func send(_ status: Int, headers: [String] = [], html: String) throws(ServerError) {
    try send(status, headers: headers, Array("<!DOCTYPE html>\n\(html)\n".utf8))
  }

  /// Sends JSON.
  func send(_ status: Int, headers: [String] = [], json: String) throws(ServerError) {
    try send(status, type: "application/json", headers: headers, Array(json.utf8))
  }

  /// Sends a redirect to `location`, as it is.
  func redirect(_ status: Int, to location: String) throws(ServerError) {
    try send(status, headers: ["Location: \(location)"], html: "<p>It is elsewhere.</p>")
  }

  /// Sends the status line and `lines`, then `body` as it is, in one write.
  func sendHead(_ status: Int, _ lines: [String], then body: [UInt8] = []) throws(ServerError) {
    // The reason phrase means nothing (RFC 9112, section 4).
    let head = "HTTP/1.1 \(status) Answer\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n"
    try stream.write(Array(head.utf8) + body)
  }

  /// Sends one chunk (RFC 9112, section 7.1).
  func sendChunk(_ bytes: [UInt8]) throws(ServerError) {
    try stream.write(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10])
  }

  /// Waits until the client goes away, answering nothing.
  func waitForClient() throws(ServerError) -> Never {
    var ignored: [UInt8] = []
    while try stream.read(into: &ignored) { ignored.removeAll() }
    throw .closed
  }
}
