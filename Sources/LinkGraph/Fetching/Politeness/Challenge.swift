/// A service that keeps robots away from a site, known by what it answers in the site's place.
///
/// Only what such a service writes into its own answers counts; headers and scripts that it adds to
/// the site's pages as well (`x-datadome`, `x-iinfo`, `/cdn-cgi/challenge-platform/`) do not.
enum Challenge: Sendable, Equatable, CaseIterable {
  case cloudflare, awsWAF, vercel, dataDome, akamai, humanSecurity, imperva, sucuri, f5, ddosGuard
  case anubis

  /// Who it is, for the evidence.
  var owner: StaticString {
    switch self {
    case .cloudflare: "Cloudflare"
    case .awsWAF: "AWS WAF"
    case .vercel: "Vercel"
    case .dataDome: "DataDome"
    case .akamai: "Akamai"
    case .humanSecurity: "HUMAN (PerimeterX)"
    case .imperva: "Imperva"
    case .sucuri: "Sucuri"
    case .f5: "F5"
    case .ddosGuard: "DDoS-Guard"
    case .anubis: "Anubis"
    }
  }

  /// Octets of a page that stands in for the one asked for.
  private struct Sign {
    var challenge: Challenge
    var octets: [UInt8]
    /// Whether the page also comes with a status of success.
    var comesAsSuccess: Bool

    init(_ challenge: Challenge, _ octets: StaticString, comesAsSuccess: Bool = false) {
      self.challenge = challenge
      self.octets = [UInt8](octets)
      self.comesAsSuccess = comesAsSuccess
    }
  }

  /// Headers that are sent with a challenge only, whatever its status. Cloudflare's, Amazon's and
  /// Vercel's documentation names them for this very purpose.
  static let headers: [(name: String, challenge: Challenge)] = [
    ("cf-mitigated", .cloudflare), ("x-amzn-waf-action", .awsWAF), ("x-vercel-mitigated", .vercel),
  ]

  private static let signs = [
    Sign(.cloudflare, "<title>Just a moment...</title>"),
    Sign(.cloudflare, "Attention Required! | Cloudflare"),
    Sign(.cloudflare, "_cf_chl_opt"),
    Sign(.dataDome, "captcha-delivery.com"),
    Sign(.akamai, "errors.edgesuite.net"),
    Sign(.akamai, "errors&#46;edgesuite&#46;net"),
    Sign(.akamai, "Reference&#32;&#35;"),
    Sign(.humanSecurity, "px-captcha"),
    Sign(.humanSecurity, "window._pxAppId"),
    Sign(.imperva, "Incapsula incident ID", comesAsSuccess: true),
    Sign(.sucuri, "Sucuri Website Firewall"),
    Sign(.ddosGuard, "<title>DDoS-Guard</title>"),
    Sign(.f5, "The requested URL was rejected. Please consult with your", comesAsSuccess: true),
    Sign(.anubis, "id=\"anubis_challenge\"", comesAsSuccess: true),
    Sign(.vercel, "<title>Vercel Security Checkpoint</title>"),
  ]

  /// Bytes of an error's body that are looked at.
  private static let bodyLimit = 32 << 10
  /// A page with a status of success is taken for a challenge only if it is no longer; a longer one
  /// may speak of challenges.
  private static let successLimit = 12 << 10

  /// The challenge that `body`, of a response with an error, is the page of.
  static func page(ofError body: Span<UInt8>) -> Challenge? {
    let end = min(body.count, bodyLimit)
    return signs.first { ByteSearch.first($0.octets.span, in: body, 0..<end) != nil }?.challenge
  }

  /// The challenge that `body`, a whole HTML page that came with a status of success, is the page of.
  static func page(ofSuccess body: Span<UInt8>) -> Challenge? {
    guard body.count <= successLimit else { return nil }
    return signs.first {
      $0.comesAsSuccess && ByteSearch.first($0.octets.span, in: body, 0..<body.count) != nil
    }?.challenge
  }
}
