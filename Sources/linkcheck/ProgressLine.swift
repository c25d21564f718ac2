import Glibc
import LinkGraph

/// One line on stderr that says how far the run is; nothing where nobody watches.
struct ProgressLine: Sendable {
  private let progress: ProgressCounter
  private let isShown: Bool

  init(_ progress: ProgressCounter, isShown: Bool) {
    self.progress = progress
    self.isShown = isShown && StandardError.isTerminal
  }

  /// Draws the line until the task is cancelled, then clears it.
  func run() async {
    guard isShown else { return }
    let start = ContinuousClock.now
    while !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(200))
      if Task.isCancelled { break }
      let total = progress.total
      let done = progress.done
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      StandardError.write("\r\u{1b}[K" + Self.text(done, of: total, seconds: seconds))
    }
    StandardError.write("\r\u{1b}[K")
  }

  static func text(_ done: Int, of total: Int, seconds: Double) -> String {
    guard total > 0 else { return "listing files" }
    if done >= total { return "read \(total) documents, checking" }
    let rate = Double(done) / max(seconds, 0.001)
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    return "reading \(done) of \(total) documents, \(Int(rate))/s, \(left) s left"
  }
}
