extension HostStatistics {
  /// Counts an answered request.
  mutating func note(_ response: TransferResponse) {
    answered += 1
    bytes += response.byteCount
    meanSeconds += (response.seconds - meanSeconds) / Double(answered)
    slowestSeconds = max(slowestSeconds, response.seconds)
  }
}
