/// The whole thing under check: mounts with their files, roots, sections and rules.
///
/// Opening it lists folders and opens no file of theirs.
public struct Mirror: Sendable {
  /// What the user calls it.
  public let name: String
  /// What the user asked for.
  public let configuration: Configuration
  /// Its files; of a live mirror, those that a crawl found.
  public private(set) var catalog: Catalog
  /// The kinds of links and the rules that give them.
  public let kinds: KindRules
  /// Documents where readers enter, ascending; indices of ``Catalog/documents``.
  public private(set) var roots: [Int]
  /// Folders that could not be listed: the run will be incomplete.
  public let unlisted: [String]

  let addresses: AddressMap
  /// By mount; empty for a live mirror.
  let folders: [MountFolder]
  /// The folder that relative paths of the configuration and of reports start from, absolute.
  let base: String
  /// The configuration's file for messages.
  let file: String

  /// Opens the mirror that the configuration in `file` describes.
  ///
  /// Throws ``ConfigurationError`` where it describes none, ``MirrorError`` where what it describes
  /// cannot be read.
  public static func open(_ configuration: Configuration, file: String) throws -> Mirror {
    let base = FilePath.folder(of: file)
    let kinds = try KindRules(configuration, file: file)
    let mounts = try MountBuilder(file: file, base: base).mounts(configuration)
    return try Mirror(
      configuration: configuration, kinds: kinds, mounts: mounts, base: base, file: file)
  }

  /// Opens a bare directory: one mount at `/` without a URL.
  public static func open(
    directory: String, configuration: Configuration = Configuration()
  ) throws -> Mirror {
    guard let real = DirectoryListing.realPath(Array(directory.utf8)) else {
      throw MirrorError(subject: directory, reason: DirectoryListing.lastError().lowercased())
    }
    let folder = String(decoding: real, as: UTF8.self)
    let mount = Mount(name: "", platform: .bare, folder: folder)
    let kinds = try KindRules(configuration, file: directory)
    return try Mirror(
      configuration: configuration, kinds: kinds, mounts: [mount], base: folder, file: directory)
  }

  /// Opens a live mirror: the whole origin of `url`, of which nothing is known before it is crawled.
  ///
  /// - Parameter file: the configuration's file; nil without one.
  public static func open(
    origin url: URLRecord, configuration: Configuration = Configuration(), file: String? = nil
  ) throws(ConfigurationError) -> Mirror {
    let name = file ?? url.href
    let authority = url.authority
    let mount = Mount(
      name: authority, platform: .web(base: "\(url.scheme)://\(authority)/"), folder: "",
      isOrigin: true)
    return Mirror(
      name: configuration.name ?? authority, configuration: configuration,
      catalog: Catalog(mounts: [mount], scan: ScannedFiles()),
      kinds: try KindRules(configuration, file: name), base: FilePath.folder(of: file ?? "."),
      file: name)
  }

  private init(
    name: String, configuration: Configuration, catalog: Catalog, kinds: KindRules, base: String,
    file: String
  ) {
    self.name = name
    self.configuration = configuration
    self.catalog = catalog
    self.kinds = kinds
    self.file = file
    roots = []
    unlisted = []
    addresses = AddressMap(catalog.mounts)
    folders = []
    self.base = base
  }

  /// The same mirror with the files and roots that a crawl brought to light.
  func crawled(_ catalog: Catalog, roots: [Int]) -> Mirror {
    var copy = self
    copy.catalog = catalog
    copy.roots = roots
    return copy
  }

  private init(
    configuration: Configuration, kinds: KindRules, mounts: [Mount], base: String, file: String
  ) throws {
    self.configuration = configuration
    self.kinds = kinds
    self.base = base
    self.file = file
    name = configuration.name ?? FilePath.lastComponent(base)
    var folders: [MountFolder] = []
    for mount in mounts {
      do {
        folders.append(try MountFolder(mount.folder))
      } catch {
        throw MirrorError(subject: mount.folder, reason: error.reason)
      }
    }
    self.folders = folders
    let scan = MirrorScanner.scan(mounts)
    catalog = Catalog(mounts: mounts, scan: scan)
    addresses = AddressMap(mounts)
    unlisted = scan.unreadable.map { "\($0.path): \($0.reason.lowercased())" }
    let finder = PageFinder(catalog: catalog, addresses: addresses, base: base)
    roots = try Self.findRoots(configuration, finder: finder, file: file)
  }

  /// The configured roots, or every README or index page at a mount's root.
  private static func findRoots(
    _ configuration: Configuration, finder: PageFinder, file: String
  ) throws(ConfigurationError) -> [Int] {
    var roots: Set<Int> = []
    if let configured = configuration.roots {
      for root in configured {
        guard let page = finder.page(named: root.value) else {
          throw ConfigurationError(
            file: file, line: root.line, column: root.column,
            message: "root `\(root.value)` names no page of the mirror"
              + (finder.nearest(root.value).map { "; did you mean `\($0)`?" } ?? ""))
        }
        roots.insert(page)
      }
    } else {
      for mount in finder.catalog.mounts {
        let place = finder.catalog.place([UInt8](mount.idPrefix.utf8).span)
        if let place, place.tag == .folder, let page = finder.catalog.page(ofFolder: place.index) {
          roots.insert(page)
        }
        // A README beside an index page is an entrance as well.
        for name in Catalog.readmeNames {
          let id = [UInt8]((mount.idPrefix + name).utf8)
          if let place = finder.catalog.place(id.span), place.tag == .document {
            roots.insert(place.index)
          }
        }
      }
    }
    return roots.sorted()
  }

  /// Whether it is an origin that has to be crawled.
  public var isLive: Bool { catalog.mounts.contains { $0.isOrigin } }

  /// Finds pages by what users call them.
  public var finder: PageFinder { PageFinder(catalog: catalog, addresses: addresses, base: base) }

  /// Indices of the documents that readers read.
  var pageCount: Int { catalog.documentTypes.reduce(0) { $0 + ($1.isPage ? 1 : 0) } }
}

/// A mirror that cannot be read.
public struct MirrorError: Error, CustomStringConvertible, Sendable {
  /// The folder or file.
  public var subject: String
  /// What is wrong with it, in lower case.
  public var reason: String

  /// `SUBJECT: reason`.
  public var description: String { "\(subject): \(reason)" }
}
