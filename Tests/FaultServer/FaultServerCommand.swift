import ArgumentParser
import Glibc

/// A web server that does wrong what servers do wrong, each fault by its path. Test support: it
/// shares no code with the checker, and serves whatever client connects.
@main
struct FaultServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fault-server",
    abstract: "Serve HTTP faults on loopback addresses, each by its path.",
    discussion: """
      Prints one line of JSON when it is ready: the port of each listener by name. It serves until \
      its standard input ends. Listeners: http on 127.0.0.1; soft, the same but every unknown path \
      is 200 with one page; other on 127.0.0.3; limited on 127.0.0.5; private on 127.0.0.2, whose \
      connections are counted; selfSigned and expired, TLS on 127.0.0.1; refused, a port of \
      127.0.0.1 that nothing listens on; stalled, a port of 127.0.0.4 where connecting never ends. \
      GET /counts tells what was asked, GET /seen with which headers.
      """)

  @Option(help: "File served as /robots.txt; default: there is none.")
  var robots: String?

  @Option(help: "The token that the stand-ins for GitHub and GitLab take.")
  var token = "T"

  func run() throws {
    // A client that goes away is an error of write(2), not the end of the server.
    signal(SIGPIPE, SIG_IGN)
    let ledger = Ledger()
    let hidden = try Listener(address: "127.0.0.2")
    let other = try Listener(address: "127.0.0.3")
    let http = try Listener(address: "127.0.0.1")
    let options = Router.Options(
      robots: try robots.map(readFile), token: token, port: http.port, otherPort: other.port,
      privatePort: hidden.port)
    let router = Router(ledger: ledger, options: options)
    let soft = Router(ledger: ledger, options: options, answersEverything: true)
    let selfSigned = try TLSContext(Certificate(validForDays: -1...30))
    let expired = try TLSContext(Certificate(validForDays: -30 ... -1))
    let listeners: [(name: String, Listener, TLSContext?, Router)] = [
      ("http", http, nil, router),
      ("soft", try Listener(address: "127.0.0.1"), nil, soft),
      ("other", other, nil, router),
      ("limited", try Listener(address: "127.0.0.5"), nil, router),
      ("private", hidden, nil, router),
      ("selfSigned", try Listener(address: "127.0.0.1"), selfSigned, router),
      ("expired", try Listener(address: "127.0.0.1"), expired, router),
    ]
    var ports = listeners.map { "\"\($0.name)\":\($0.1.port)" }
    ports.append("\"refused\":\(try Listener.refusedPort(address: "127.0.0.1"))")
    let stalled = try StalledPort(address: "127.0.0.4")
    ports.append("\"stalled\":\(stalled.port)")
    for (name, listener, tls, router) in listeners {
      startThread { serve(listener, name: name, tls: tls, router: router) }
    }
    try StandardStreams.writeLine("{" + ports.joined(separator: ",") + "}")
    withExtendedLifetime(stalled) { StandardStreams.waitForEndOfInput() }
  }

  private func readFile(_ path: String) throws -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ServerError("open \(path)") }
    let socket = Socket(descriptor: file)
    var bytes: [UInt8] = []
    while try socket.read(into: &bytes) {}
    return bytes
  }
}

/// Takes connections for ever, a thread for each.
private func serve(_ listener: Listener, name: String, tls: TLSContext?, router: Router) {
  while let socket = listener.accept() {
    router.ledger.countConnection(to: name)
    startThread {
      do throws(ServerError) {
        let stream: any ByteStream = if let tls { try TLSSocket(socket, tls) } else { socket }
        try router.serve(stream, listener: name)
      } catch {
        // The client went away, or the fault was to close: what the server is for.
      }
    }
  }
}
