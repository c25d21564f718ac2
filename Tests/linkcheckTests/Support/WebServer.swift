import Foundation

/// A real nginx on 127.0.0.1 that serves a folder, with a configuration and a log of its own. Ends
/// with its last reference, or with the test process, whichever goes first.
final class WebServer {
  /// A request as the log has it.
  struct Request: Hashable {
    var method: String
    /// Path and query as they were sent.
    var target: String
  }

  /// nginx did not start.
  struct Failure: Error { var reason: String }

  let port: Int
  private let folder: TemporaryFolder
  private let shell: Process
  private let input: Pipe

  /// Serves the files below `root`, symbolic links followed. A path that names no file is tried with
  /// `.html`, then as a folder: `/a` is redirected to `/a/`, which is its `index.html`.
  init(root: String) throws {
    folder = try TemporaryFolder()
    // Another process may take the port between looking for one and listening on it.
    for _ in 0..<8 {
      let port = try Self.freePort()
      try folder.file("nginx.conf", Self.configuration(root: root, port: port, in: folder.path))
      if let (shell, input) = try Self.start(in: folder.path) {
        (self.port, self.shell, self.input) = (port, shell, input)
        return
      }
    }
    throw Failure(
      reason: (try? String(contentsOfFile: folder.path + "/error.log", encoding: .utf8))
        ?? "nginx is not installed")
  }

  deinit {
    try? input.fileHandleForWriting.close()
    // A child that another test starts at this moment may hold the pipe's other end.
    shell.terminate()
    shell.waitUntilExit()
  }

  /// Address of the served folder, with a final slash.
  var base: String { "http://127.0.0.1:\(port)/" }

  /// What was asked so far, each answered request once, in order.
  func requests() throws -> [Request] {
    // The one worker writes a line before it takes up the next request.
    try ask("/favicon.ico")
    let log = try String(contentsOfFile: folder.path + "/access.log", encoding: .utf8)
    return log.split(separator: "\n").compactMap { (line: Substring) -> Request? in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[1] != "/favicon.ico" else { return nil }
      return Request(method: String(parts[0]), target: String(parts[1]))
    }
  }

  // MARK: nginx

  /// Starts nginx, and a shell that ends it when its own input does; nil where nginx does not start.
  private static func start(in folder: String) throws -> (Process, Pipe)? {
    let script = """
      PATH=$PATH:/usr/sbin
      nginx -c "$0/nginx.conf" -e "$0/error.log" >/dev/null 2>&1 || exit 1
      server=$(cat "$0/nginx.pid")
      trap 'kill $server; while kill -0 $server 2>/dev/null; do sleep 0.02; done' EXIT
      trap 'exit 0' TERM
      echo ready
      read -r line
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, folder]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    if output.fileHandleForReading.availableData.isEmpty {
      process.waitUntilExit()
      return nil
    }
    return (process, input)
  }

  private static func configuration(root: String, port: Int, in folder: String) -> String {
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder)/\($0);" }.joined(separator: " ")
    return """
      \(geteuid() == 0 ? "user root;" : "")
      worker_processes 1;
      pid \(folder)/nginx.pid;
      events { worker_connections 512; }
      http {
        \(temporary)
        types {
          text/html html; text/css css; text/javascript js; text/xml xml; application/gzip gz;
          image/png png; image/gif gif; image/jpeg jpg jpeg jpe jfif; image/webp webp;
          image/svg+xml svg;
        }
        default_type application/octet-stream;
        log_format asked '$request_method $request_uri';
        access_log \(folder)/access.log asked;
        server {
          listen 127.0.0.1:\(port);
          root \(root);
          location / { try_files $uri $uri.html $uri/ =404; }
        }
      }
      """
  }

  // MARK: Sockets

  private static func freePort() throws -> Int {
    try unsafe withSocket(port: 0) { descriptor, name, length in
      var length = length
      guard unsafe bind(descriptor, name, length) == 0,
        unsafe getsockname(descriptor, name, &length) == 0
      else { throw Failure(reason: "no port is free") }
    }
  }

  /// Sends a request on a connection of its own and waits for the end of the answer.
  private func ask(_ target: String) throws {
    _ = try unsafe Self.withSocket(port: port) { descriptor, name, length in
      guard unsafe connect(descriptor, name, length) == 0 else {
        throw Failure(reason: "it does not listen")
      }
      let connection = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      let request = "GET \(target) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      try connection.write(contentsOf: Data(request.utf8))
      _ = try connection.readToEnd()
    }
  }

  /// Lends a new socket and the address 127.0.0.1:`port`; returns the address's port afterwards.
  private static func withSocket(
    port: Int, _ body: (Int32, UnsafeMutablePointer<sockaddr>, socklen_t) throws -> Void
  ) throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = UInt16(port).bigEndian
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try unsafe withUnsafeMutablePointer(to: &name) { pointer in
      try unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        try unsafe body(descriptor, name, length)
      }
    }
    return Int(UInt16(bigEndian: name.sin_port))
  }
}
