import Foundation
import Testing

/// A generated mirror of HTML pages with all defects, behind nginx.
final class LiveMirror {
  /// A link from page to page, as the export of the graph has it.
  struct Edge: Hashable, Comparable {
    var from: String, to: String, kind: String

    static func < (a: Edge, b: Edge) -> Bool { (a.from, a.to, a.kind) < (b.from, b.to, b.kind) }
  }

  /// What the local check says.
  struct Local {
    var findings: [FindingLine]
    var edges: Set<Edge>
    /// Clicks from the root, by page.
    var depths: [String: Int]
    /// The text of all pages that a crawl comes to.
    var text: String

    var reachable: Set<String> { Set(depths.keys) }
  }

  let server: WebServer
  private let folder: TemporaryFolder
  private let path: String
  private let configuration: String

  init(pages: Int) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/mirror"
    let made = try Program.generator.run([path, "--pages", String(pages), "--html"])
    #expect(made.status == 0, "\(made.errors)")
    server = try WebServer(root: path + "/site")
    let text = try String(contentsOfFile: path + "/linkcheck.yml", encoding: .utf8)
    configuration = try folder.file("live.yml", Self.withoutMounts(text))
  }

  /// The configuration without the keys that a crawl does not have, or not in this form.
  private static func withoutMounts(_ text: String) -> String {
    var isKept = true
    return text.split(separator: "\n").filter { line in
      if line.first?.isLetter == true {
        isKept = !["mounts", "roots", "sections"].contains(line.prefix { $0 != ":" })
      }
      return isKept
    }.joined(separator: "\n") + "\n"
  }

  // MARK: Runs

  func local() throws -> Local {
    let run = try Program.linkcheck.run(["check", path, "--format", "jsonl"])
    let graph = try Program.linkcheck.run(["graph", path, "--format", "csv"])
    let edges = Self.edges(graph.output)
    let depths = Self.depths(edges, from: "mirror.example/index.html")
    let text = try depths.keys.map { String(decoding: try data($0), as: UTF8.self) }.joined()
    return Local(
      findings: try FindingLine.parse(run.output), edges: edges, depths: depths, text: text)
  }

  func crawl(_ arguments: [String] = []) throws -> Program.Outcome {
    try OnlineMirror.check(
      "https://mirror.example/", liveOptions + ["--format", "jsonl"] + arguments)
  }

  func graph() throws -> Set<Edge> {
    let run = try Program.linkcheck.run(
      ["graph", "https://mirror.example/", "--format", "csv"] + liveOptions, in: folder.path)
    return Self.edges(run.output)
  }

  private var liveOptions: [String] {
    ["--remap", "https://mirror.example/=\(server.base)", "-c", configuration]
  }

  private static func edges(_ text: String) -> Set<Edge> {
    Set(
      text.split(whereSeparator: \.isNewline).dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return Edge(from: String(cells[0]), to: String(cells[1]), kind: String(cells[2]))
      })
  }

  private static func depths(_ edges: Set<Edge>, from root: String) -> [String: Int] {
    let targets = Dictionary(grouping: edges, by: \.from)
    var depths = [root: 0]
    var level = [root]
    while !level.isEmpty {
      let next = Set(level.flatMap { targets[$0, default: []].map(\.to) })
        .filter { depths[$0] == nil }
      for page in next { depths[page] = (depths[level[0]] ?? 0) + 1 }
      level = Array(next)
    }
    return depths
  }

  // MARK: What a crawl can know

  /// The finding that a crawl gives in place of one of the local check; nil where it cannot.
  func asCrawled(_ finding: FindingLine, _ local: Local) -> FindingLine? {
    // Pages, and images, that no page it comes to names.
    guard local.depths[finding.page] != nil else { return nil }
    guard let target = finding.target else { return finding }
    var finding = finding
    switch finding.code {
    case "outside-mount": return isSymbolicLink(target) ? nil : finding
    case "duplicate-page": return local.depths[target] == nil ? nil : finding
    case "case-mismatch":
      // It knows the right name only where another link has it.
      if isNamed(target, local) { return finding }
      finding.code = target.hasSuffix(".html") ? "missing-page" : "missing-image"
      return finding
    default: return finding
    }
  }

  /// Whether a crawl comes to a file, or to its name, that differs from `id` in letter case alone.
  private func isNamed(_ id: String, _ local: Local) -> Bool {
    let files = FileManager.default.subpaths(atPath: path + "/site") ?? []
    return files.map { "mirror.example/" + $0 }.contains { other in
      guard other != id, other.lowercased() == id.lowercased() else { return false }
      let name = other[(other.lastIndex(of: "/") ?? other.startIndex)...]
      return local.depths[other] != nil || !other.hasSuffix(".html") && local.text.contains(name)
    }
  }

  /// Whether the path of the file `id` is that of a symbolic link.
  func isSymbolicLink(_ id: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: file(id))) != nil
  }

  /// The id of the page or file that a request asks for.
  func id(of target: String) -> String {
    let path = target.prefix { $0 != "?" }
    return "mirror.example" + path + (path.hasSuffix("/") ? "index.html" : "")
  }

  private func file(_ id: String) -> String {
    path + "/site/" + id.dropFirst("mirror.example/".count)
  }

  private func data(_ id: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(id)))
  }

  /// Writes an index of sitemaps with one of `urls`, which is compressed.
  func writeSitemap(_ urls: [String]) throws {
    let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let space = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
    let entries = urls.map { "<url><loc>\($0)</loc></url>" }.joined(separator: "\n")
    let site = URL(fileURLWithPath: path + "/site")
    let child = site.appendingPathComponent("maps/child.xml")
    try FileManager.default.createDirectory(
      at: child.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("\(start)<urlset \(space)>\n\(entries)\n</urlset>\n".utf8).write(to: child)
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [child.path]
    try gzip.run()
    gzip.waitUntilExit()
    let index = "https://mirror.example/maps/child.xml.gz"
    let text = "\(start)<sitemapindex \(space)>\n<sitemap><loc>\(index)</loc></sitemap>\n"
    try Data("\(text)</sitemapindex>\n".utf8).write(
      to: site.appendingPathComponent("sitemap.xml"))
  }
}
