/// Whether the network is down: then no host could be reached, whatever the URLs are worth.
enum NetworkOutage {
  /// Hosts that must fail alike before it is the network's fault.
  private static let fewestHosts = 2

  /// Why nothing was found out, in a sentence; nil where some host answered, or failed otherwise.
  static func reason(
    _ answers: some Sequence<(url: String, answer: Answer)>, anyHostAnswered: Bool
  ) -> String? {
    guard !anyHostAnswered else { return nil }
    var hosts: Set<String> = []
    var evidence: Set<String> = []
    for (url, answer) in answers {
      guard answer.isOfNoNetwork, case .problem(_, let text) = answer.outcome else {
        // What is not asked at all says nothing of the network.
        if case .problem(.unchecked, _) = answer.outcome { continue }
        return nil
      }
      guard let host = (try? URLRecord(parsing: url))?.host else { continue }
      evidence.insert(text)
      if AddressClass(text: host) != .loopback, host != "localhost" { hosts.insert(host) }
    }
    guard hosts.count >= fewestHosts else { return nil }
    let texts = evidence.sorted().prefix(3).joined(separator: "; ")
    return "the network seems to be down: none of \(hosts.count) hosts could be reached (\(texts))"
  }
}
