import Testing

@testable import LinkGraph

@Suite struct StatusJudgementTests {
  private func judge(
    _ status: Int, _ method: TransferRequest.Method = .get, challenge: Challenge? = nil,
    body: String = "",
    type: String = "text/html; charset=utf-8", location: String? = nil, retryAfter: Duration? = nil,
    isCut: Bool = false
  ) -> StatusJudgement {
    var response = TransferResponse()
    response.status = status
    response.challenge = challenge
    response.body = Array(body.utf8)
    response.contentType = type
    response.location = location
    response.retryAfter = retryAfter
    response.isCut = isCut
    return StatusJudgement(method: method, response: response, body: response.body)
  }

  @Test(arguments: [
    (200, StatusJudgement.good), (204, .good), (206, .good), (300, .good), (304, .notModified),
    (404, .missing("404 Not Found")), (410, .missing("410 Gone")),
    (403, .blocked("403 Forbidden, perhaps to robots only")),
    (405, .blocked("405 Method Not Allowed, perhaps to robots only")),
    (406, .blocked("406 Not Acceptable, perhaps to robots only")),
    (451, .blocked("451 Unavailable For Legal Reasons")), (999, .blocked("999 Request Denied")),
    (401, .needsCredentials("401 Unauthorized, asks for credentials")),
    (407, .needsCredentials("407 Proxy Authentication Required, asks for credentials")),
    (429, .rateLimited("429 Too Many Requests")),
    (500, .serverError("500 Internal Server Error")), (502, .serverError("502 Bad Gateway")),
    (503, .serverError("503 Service Unavailable")), (522, .serverError("522 Connection Timed Out")),
    (598, .serverError("598")), (408, .serverError("408 Request Timeout")),
    (501, .otherError("501 Not Implemented")), (400, .otherError("400 Bad Request")),
    (418, .otherError("418")), (416, .tryGet), (499, .otherError("499")),
    (0, .otherError("no status")), (199, .otherError("199")), (600, .otherError("600")),
    (-1, .otherError("-1")), (301, .otherError("301 Moved Permanently, without saying where to")),
  ])
  func onGet(_ status: Int, _ expected: StatusJudgement) {
    #expect(judge(status) == expected)
  }

  /// An error on HEAD is believed only where GET would be told the same, or would add to the load.
  @Test func onHead() {
    let believed: Set<Int> = [401, 402, 407, 429, 451, 503, 504, 511]
    for status in 400..<600 {
      #expect((judge(status, .head) != .tryGet) == believed.contains(status), "\(status)")
    }
    #expect(judge(200, .head) == .good)
    #expect(judge(999, .head) == .blocked("999 Request Denied"))
    #expect(judge(503, .head) == judge(503, .get))
  }

  @Test func redirects() {
    for status in [300, 301, 302, 303, 307, 308] {
      #expect(judge(status, .head, location: "/x") == .redirect)
    }
    for status in [305, 306, 399] { #expect(judge(status, location: "/x") != .redirect) }
    #expect(judge(200, location: "/x") == .good)
    #expect(judge(302, location: "") == .otherError("302 Found, without saying where to"))
  }

  @Test func overloadIsToldFromRefusal() {
    let limited = StatusJudgement.rateLimited("503 Service Unavailable")
    #expect(judge(503, retryAfter: .seconds(120)) == limited)
    #expect(judge(503, .head, retryAfter: .zero) == limited)
    #expect(judge(503) == .serverError("503 Service Unavailable"))
  }

  @Test(arguments: [
    (Challenge.cloudflare, 403, "403 Forbidden", "Cloudflare"),
    (.cloudflare, 503, "503 Service Unavailable", "Cloudflare"),
    (.awsWAF, 202, "202 Accepted", "AWS WAF"), (.awsWAF, 405, "405 Method Not Allowed", "AWS WAF"),
    (.vercel, 429, "429 Too Many Requests", "Vercel"),
  ])
  func challengesInHeaders(
    _ challenge: Challenge, _ status: Int, _ name: String, _ owner: String
  ) {
    let expected = StatusJudgement.blocked(
      "\(name), with a page of \(owner) that keeps robots away")
    #expect(judge(status, .get, challenge: challenge) == expected)
    #expect(judge(status, .head, challenge: challenge) == expected)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><html><head><title>Just a moment...</title>", "Cloudflare"),
    ("<title>Attention Required! | Cloudflare</title>", "Cloudflare"),
    ("<script src=\"https://ct.captcha-delivery.com/c.js\"></script>", "DataDome"),
    ("<TITLE>Access Denied</TITLE> Reference&#32;&#35;18&#46;1 ", "Akamai"),
    ("<script>window._pxAppId = 'PX1';</script><div id=\"px-captcha\">", "HUMAN (PerimeterX)"),
    ("<iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe>", "Imperva"),
    ("<title>Sucuri Website Firewall - Access Denied</title>", "Sucuri"),
    ("<title>DDoS-Guard</title>", "DDoS-Guard"),
    ("<script id=\"anubis_challenge\" type=\"application/json\">", "Anubis"),
  ])
  func challengesInPages(_ body: String, _ owner: String) {
    for (status, name) in [(403, "403 Forbidden"), (429, "429 Too Many Requests")] {
      #expect(
        judge(status, body: body)
          == .blocked("\(name), with a page of \(owner) that keeps robots away"))
    }
    #expect(judge(404, body: body) == .missing("404 Not Found"))
  }

  /// Some come with status 200; a page that only speaks of them, or is cut, is not taken for one.
  @Test func challengesThatClaimSuccess() {
    let imperva = "<html><iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe></html>"
    let expected = StatusJudgement.blocked(
      "200 OK, with a page of Imperva that keeps robots away")
    #expect(judge(200, body: imperva) == expected)
    #expect(judge(200, body: imperva, isCut: true) == .good)
    #expect(judge(200, body: imperva, type: "text/plain") == .good)
    #expect(judge(200, body: imperva, type: "") == .good)
    #expect(judge(200, body: imperva + String(repeating: "text ", count: 5_000)) == .good)
    #expect(judge(200, body: "<title>Just a moment...</title>") == .good)
  }
}
