import TestFormats
import Synchronization

/// What was asked so far. Shared by all threads.
final class Ledger: Sendable {
  private struct Entries {
    var counts: [String: Int] = [:]
    var headers: [String: [String]] = [:]
    var connections: [String: Int] = [:]
    var turns: [String: Int] = [:]
    var switches: [String: Int] = [:]
  }

  private let entries = Mutex(Entries())

  /// Notes a request. Its name is `GET /target`, with the listener's name before it unless that is
  /// `http`.
  func note(_ request: Request, listener: String) {
    let prefix = listener == "http" ? "" : listener + " "
    let name = "\(prefix)\(request.method) \(request.target)"
    entries.withLock {
      $0.counts[name, default: 0] += 1
      $0.headers[name, default: []] += request.headers
    }
  }

  /// Notes a connection, asked anything on it or not.
  func countConnection(to listener: String) {
    entries.withLock { $0.connections[listener, default: 0] += 1 }
  }

  /// How often this was called with `key` before.
  func turn(_ key: String) -> Int {
    entries.withLock { entries in
      defer { entries.turns[key, default: 0] += 1 }
      return entries.turns[key, default: 0]
    }
  }

  /// Lets `/switch/NAME` answer with `status`.
  func set(_ name: String, to status: Int) {
    entries.withLock { $0.switches[name] = status }
  }

  /// What `/switch/NAME` answers: 404 until it is set.
  func status(of name: String) -> Int { entries.withLock { $0.switches[name] ?? 404 } }

  /// `{"requests":{NAME:COUNT},"connections":{LISTENER:COUNT}}`, names in order.
  var counts: String {
    let (requests, connections) = entries.withLock { ($0.counts, $0.connections) }
    let text = { (counts: [String: Int]) in
      JSON.counts(counts.sorted { $0.key < $1.key }.map { (name: $0.key, count: $0.value) })
    }
    return "{\"requests\":\(text(requests)),\"connections\":\(text(connections))}"
  }

  /// `{NAME:[HEADER LINE]}` of all requests, names in order.
  var seen: String {
    let headers = entries.withLock { $0.headers }
    let pairs = headers.sorted { $0.key < $1.key }.map { name, lines in
      "\(JSON.string(name)):\(JSON.strings(lines))"
    }
    return "{\(pairs.joined(separator: ","))}"
  }
}
