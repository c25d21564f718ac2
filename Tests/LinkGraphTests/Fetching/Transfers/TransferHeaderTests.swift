import Foundation
import Testing

@testable import LinkGraph

/// What is read of a response's header.
@Suite struct TransferHeaderTests {
  /// The answer to one request whose response has these header lines, and a body of four bytes.
  private func response(
    _ lines: String..., status: String = "200 OK", interim: String = ""
  ) async throws -> TransferResponse {
    let header = lines.map { $0 + "\r\n" }.joined()
    let server = try SocketServer.answering(
      "\(interim)HTTP/1.1 \(status)\r\n\(header)Content-Length: 4\r\n\r\nbody")
    defer { server.stop() }
    return try await TransferClient().send(.local(server.url)).get()
  }

  @Test func readsHeaders() async throws {
    let server = try SocketServer.answering(
      """
      HTTP/1.1 103 Early Hints\r\nLink: </early>\r\n\r\n\
      HTTP/1.1 429 Too Many\r\ncontent-TYPE:  Text/HTML; charset=x \r\nRETRY-AFTER: 7\r\n\
      ETag: "e"\r\nLast-Modified: Tue\r\nLink: <a>\r\nLink: <b>\r\nServer: CloudFlare\r\n\
      CF-Mitigated: Challenge\r\nLocation: /x\r\nContent-Range: bytes 0-3/1234\r\n\
      Content-Length: 4\r\n\r\nbody
      """)
    defer { server.stop() }
    let response = try await TransferClient().send(.local(server.url)).get()
    #expect(response.status == 429)
    #expect(response.contentType == "Text/HTML; charset=x")
    #expect(response.retryAfter == .seconds(7) && response.location == "/x")
    #expect(response.entityTag == "\"e\"" && response.lastModified == "Tue")
    #expect(response.links == ["<a>", "<b>"])
    #expect(response.challenge == .cloudflare)
    #expect(response.declaredLength == 1234)
  }

  @Test func doesNotTakeTrailersForHeaders() async throws {
    let server = try SocketServer.answering(
      """
      HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\
      Location: /evil\r\n\r\n
      """)
    defer { server.stop() }
    let response = try await TransferClient().send(.local(server.url)).get()
    #expect(response.body == Array("abc".utf8) && response.location == nil)
  }

  @Test func valuesAreTrimmedAndTheFirstCounts() async throws {
    let answer = try await response(
      "location: \t /a b\t ", "LOCATION: /c", "ETag:", "X: Location: /d")
    #expect(answer.location == "/a b")
    #expect(answer.entityTag == "")
    #expect(answer.lastModified == nil && answer.contentType == "" && answer.links == [])
    #expect(answer.retryAfter == nil && answer.challenge == nil && answer.declaredLength == 4)
  }

  @Test func nothingIsLeftOfTheResponseBefore() async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        let extra = request.hasPrefix("GET /1 ") ? "Location: /x\r\nRetry-After: 9\r\n" : ""
        guard connection.send("HTTP/1.1 200 OK\r\n\(extra)Content-Length: 0\r\n\r\n") else {
          return
        }
      }
    }
    defer { server.stop() }
    let client = TransferClient(concurrency: 1)
    let first = try await client.send(.local(server.url + "/1")).get()
    #expect(first.location == "/x" && first.retryAfter == .seconds(9))
    let second = try await client.send(.local(server.url + "/2")).get()
    #expect(second.location == nil && second.retryAfter == nil)
  }

  /// Asking for each of many fields of one name must not cost the square of their number.
  @Test func fieldsOfOneNameAreBounded() async throws {
    let server = try SocketServer.answering(
      "HTTP/1.1 200 OK\r\n" + String(repeating: "Link: a\r\n", count: 7_000)
        + "Content-Length: 0\r\n\r\n")
    defer { server.stop() }
    let answer = try await TransferClient().send(.local(server.url)).get()
    #expect(answer.links == Array(repeating: "a", count: 64))
  }

  @Test(arguments: [
    ("bytes 0-3/1234", 1234), ("bytes 0-3/*", nil), ("bytes 0-3", nil), ("bytes 0-3/", nil),
    ("bytes 0-3/-5", nil), ("bytes 0-3/+5", nil), ("bytes 0-3/99999999999999999999", nil),
    ("/7", 7),
  ])
  func completeLengths(_ range: String, _ length: Int?) async throws {
    let answer = try await response("Content-Range: \(range)", status: "206 Partial Content")
    #expect(answer.declaredLength == length)
  }

  @Test(arguments: [
    ("120", 120), ("0", 0), ("0000000005", 5), ("2147483649", 1 << 31), ("soon", 0), ("", 0),
    ("-1", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 1 << 31),
    // What libcurl cannot hold is nothing to it.
    ("99999999999999999999999999999999", 0),
  ])
  func retryAfter(_ value: String, _ seconds: Int) async throws {
    let answer = try await response("Retry-After: \(value)", status: "429 Too Many")
    #expect(answer.retryAfter == .seconds(seconds))
  }

  /// In the three formats that a recipient must accept (RFC 9110, section 5.6.7).
  @Test(arguments: [
    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy",
  ])
  func retryAfterADate(_ format: String) async throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = format
    let date = formatter.string(from: Date(timeIntervalSinceNow: 86_400))
    let wait = try #require(try await response("Retry-After: \(date)").retryAfter)
    #expect(wait > .seconds(80_000) && wait <= .seconds(86_400))
  }

  @Test func retryAfterOfAnInterimResponseIsNone() async throws {
    let interim = "HTTP/1.1 103 Early Hints\r\nRetry-After: 5\r\n\r\n"
    #expect(try await response(interim: interim).retryAfter == nil)
  }

  @Test(arguments: [
    ("CF-Mitigated: challenge", Challenge.cloudflare), ("x-amzn-waf-action: captcha", .awsWAF),
    ("X-Vercel-Mitigated: challenge", .vercel), ("Server: cloudflare", nil),
    ("X-DataDome: protected", nil), ("X-Iinfo: 1-2-3", nil), ("A: cf-mitigated: challenge", nil),
  ])
  func challenges(_ line: String, _ challenge: Challenge?) async throws {
    #expect(try await response(line).challenge == challenge)
  }
}
