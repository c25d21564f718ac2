extension JSONWriter {
  /// Writes `network` and `hosts` into the summary that is open.
  mutating func network(_ network: NetworkSummary, _ hosts: [HostStatistics]) {
    newLine(depth: 2)
    key("network")
    beginObject()
    key("requests")
    number(network.requests)
    key("asked")
    number(network.asked)
    key("remembered")
    number(network.remembered)
    key("seconds")
    seconds(network.seconds)
    key("bytes")
    number(network.bytes)
    endObject()
    newLine(depth: 2)
    key("hosts")
    beginArray()
    for host in HostStatistics.ordered(hosts) {
      newLine(depth: 3)
      self.host(host)
    }
    if !hosts.isEmpty { newLineBeforeEnd(depth: 2) }
    endArray()
  }

  private mutating func host(_ host: HostStatistics) {
    beginObject()
    key("host")
    string(host.host)
    for (name, value) in [
      ("requests", host.requests), ("answered", host.answered), ("failed", host.failed),
      ("retries", host.retries), ("slowDowns", host.slowDowns), ("bytes", host.bytes),
    ] {
      key(named: name)
      number(value)
    }
    key("meanSeconds")
    seconds(host.meanSeconds)
    key("slowestSeconds")
    seconds(host.slowestSeconds)
    key("verdict")
    string(host.verdict.isEmpty ? nil : host.verdict)
    endObject()
  }

  /// A time in seconds, rounded to milliseconds.
  private mutating func seconds(_ value: Double) { number((value * 1000).rounded() / 1000) }
}
