@testable import LinkGraph

/// A mirror of every platform, in memory, for asking where references lead.
enum SampleMirror {
  static let mounts = [
    Mount(
      name: "news", platform: .github(owner: "Example", repository: "News"), folder: "/m/news",
      branches: ["master", "feature/x"], aliases: ["old/news"], hasPagesSite: true),
    Mount(
      name: "www", platform: .gitlab(project: "group/sub/www"), folder: "/m/www",
      branches: ["main"]),
    Mount(
      name: "docs", platform: .web(base: "https://mirror.example/docs/"), folder: "/m/docs",
      aliases: ["http://old.example/d/"]),
    Mount(
      name: "manual", platform: .web(base: "https://mirror.example/docs/manual/"),
      folder: "/m/docs/manual"),
  ]

  static let stores = [
    MemoryStore([
      "README.md": "", "gb/1.md": "", "gb/pictures/a b.png": "", "gb/中.md": "", "Case.md": "",
      "empty/a.txt": "",
    ]),
    MemoryStore(["README.md": "", "a.md": ""]),
    MemoryStore([
      "index.html": "", "guide/index.html": "", "page.html": "", "note.md": "", "bare/a.css": "",
      "manual/lost.html": "",
    ]),
    MemoryStore(["index.html": ""]),
  ]

  static func open(_ links: [String: FileEntry.Kind] = [:]) throws -> Mirror {
    var stores = stores
    stores[0].others = links
    return try Mirror(
      mounts, stores: stores, configuration: Configuration(), base: "/m", file: "linkcheck.yml")
  }
}

extension Mirror {
  /// Where `reference` on the page `id` leads, in words.
  func lead(_ reference: String, from id: String) throws -> String {
    let mount = catalog.mounts.firstIndex { id.hasPrefix($0.idPrefix) } ?? 0
    let path = Array(id.utf8.dropFirst(catalog.mounts[mount].idPrefix.utf8.count))
    let context = try PageContext(mount: mount, of: catalog.mounts, path: path.span)
    var resolver = Resolver(catalog: catalog, addresses: addresses)
    let resolution = resolver.resolve(Array(reference.utf8).span, from: context)
    let marks =
      (resolver.traits.contains(.staleAlias) ? " alias" : "")
      + (resolver.traits.contains(.fileView) ? " view" : "")
      + (resolver.traits.contains(.fragment) ? " fragment" : "")
    return switch resolution {
    case .place(let place): "\(place.tag) \(catalog.name(of: place))\(marks)"
    case .samePage: "same page\(marks)"
    case .missing: "missing \(String(decoding: resolver.id, as: UTF8.self))\(marks)"
    case .outside(let reason): "outside \(reason)"
    case .unchecked(let unchecked): "unchecked \(unchecked.prefix): \(unchecked.reason)"
    case .malformed: "malformed"
    }
  }
}
