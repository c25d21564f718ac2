import Foundation

/// A running `fault-server`: its ports, and what it was asked. Ends with its last reference, or
/// with the test process, whichever goes first.
final class FaultServer {
  /// Ports of the listeners, by the names that the server prints.
  struct Ports: Decodable, Sendable {
    var http: Int, soft: Int, other: Int, limited: Int, `private`: Int
    var selfSigned: Int, expired: Int, refused: Int, stalled: Int
  }

  /// What `/counts` tells.
  struct Counts: Decodable, Equatable, Sendable {
    /// By `METHOD TARGET`, with the listener's name before it unless that is `http`.
    var requests: [String: Int]
    /// By listener.
    var connections: [String: Int]

    /// Requests for `target` by any method, at the listener `http`.
    func of(_ target: String) -> Int {
      requests["HEAD \(target)", default: 0] + requests["GET \(target)", default: 0]
    }

    /// All requests.
    var total: Int { requests.values.reduce(0, +) }
  }

  /// The server did not start, or answered what it never should.
  struct Failure: Error { var reason: String }

  let ports: Ports
  private let process = Process()
  private let input = Pipe()

  /// Starts a server; `robots` is the text of its robots.txt.
  init(robots: String? = nil, token: String = "T") throws {
    let folder = try TemporaryFolder()
    process.executableURL = Program.folder.appendingPathComponent("fault-server")
    process.arguments = ["--token", token]
    if let robots {
      process.arguments? += ["--robots", try folder.file("robots.txt", robots)]
    }
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != 10 {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Failure(reason: "it printed no ports") }
      line += more
    }
    ports = try JSONDecoder().decode(Ports.self, from: line)
  }

  deinit {
    try? input.fileHandleForWriting.close()
    // A child that another test starts at this moment may hold the pipe's other end.
    process.terminate()
    process.waitUntilExit()
  }

  /// Address of the listener `http`, without a final slash.
  var base: String { "http://127.0.0.1:\(ports.http)" }

  /// What was asked so far.
  func counts() throws -> Counts {
    try JSONDecoder().decode(Counts.self, from: try get("/counts").body)
  }

  /// The header lines that were sent so far, by the same names as ``Counts/requests``.
  func seen() throws -> [String: [String]] {
    try JSONDecoder().decode([String: [String]].self, from: try get("/seen").body)
  }

  /// Lets `/switch/NAME` answer with `status` from now on.
  func set(_ name: String, to status: Int) throws { try get("/set/\(name)/\(status)") }

  /// A plain request on a connection of its own, to 127.0.0.`host`: not by the library under test.
  @discardableResult
  func get(
    _ target: String, method: String = "GET", host: UInt32 = 1, port: Int? = nil
  ) throws -> (head: String, body: Data) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = UInt16(port ?? ports.http).bigEndian
    name.sin_addr.s_addr = (0x7F00_0000 + host).bigEndian
    let connected = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        unsafe connect(descriptor, name, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(reason: "it does not listen") }
    let connection = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    let request = "\(method) \(target) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    try connection.write(contentsOf: Data(request.utf8))
    let answer = try connection.readToEnd() ?? Data()
    guard let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) else {
      throw Failure(reason: "no head of \(target)")
    }
    return (String(decoding: answer[..<end.lowerBound], as: UTF8.self), answer[end.upperBound...])
  }
}
