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
  /// The kinds of its links.
  public let kinds: KindTable
  /// Documents where readers enter, ascending; indices of ``Catalog/documents``.
  public private(set) var roots: [Int]
  /// Folders that could not be listed: the run will be incomplete.
  public let unlisted: [String]
  /// Mounts that a configuration which was just found may not have, as it writes their paths: the run
  /// will be incomplete.
  public private(set) var refusedMounts: [String] = []
  /// Whether the task was cancelled while the files were listed: the mirror then has none.
  public let isInterrupted: Bool
  /// The folder that the process had nothing left to list with.
  private let starved: (path: String, reason: String)?
  /// Ids of folders that hold a report of this program, whose files are no pages.
  public let reports: [String]

  let addresses: AddressMap
  /// Where the mounts' files come from, by mount.
  private(set) var stores: [any FileStore]
  /// The folder that relative paths of the configuration and of reports start from, absolute.
  let base: String
  /// The configuration's file for messages.
  let file: String

  /// Opens the mirror that the configuration in `file` describes.
  ///
  /// - Parameter trust: one that was just found has no mounts outside its folder; those are left out,
  ///   and the run will be incomplete.
  ///
  /// Throws ``ConfigurationError`` where it describes none, ``MirrorError`` where what it describes
  /// cannot be read.
  public static func open(
    _ configuration: Configuration, file: String, trust: ConfigurationTrust = .named
  ) throws -> Mirror {
    let base = FilePath.folder(of: file)
    var (mounts, refused) = try MountBuilder(file: file, base: base, trust: trust)
      .mounts(configuration)
    for index in mounts.indices { mounts[index].exclude += configuration.exclude }
    var mirror = try Mirror(
      mounts, stores: folders(of: mounts), configuration: configuration, base: base, file: file)
    mirror.refusedMounts = refused
    return try mirror.unlessStarved()
  }

  /// Opens a bare directory: one mount at `/` without a URL.
  public static func open(
    directory: String, configuration: Configuration = Configuration()
  ) throws -> Mirror {
    guard let real = FileSystem.realPath(Array(directory.utf8)) else {
      throw MirrorError(subject: directory, reason: FileSystem.lastError)
    }
    let folder = String(decoding: real, as: UTF8.self)
    let mounts = [
      Mount(name: "", platform: .bare, folder: folder, exclude: configuration.exclude)
    ]
    return try Mirror(
      mounts, stores: folders(of: mounts), configuration: configuration, base: folder,
      file: directory
    ).unlessStarved()
  }

  /// This mirror, unless the process had nothing left to list a folder with: what is not listed would
  /// seem to be missing.
  private func unlessStarved() throws(MirrorError) -> Mirror {
    guard let starved else { return self }
    throw MirrorError(subject: starved.path, reason: starved.reason + StoreFailures.remedy)
  }

  /// Opens a live mirror: the whole origin of `url`, of which nothing is known before it is crawled.
  ///
  /// - Parameter file: the configuration's file; nil without one.
  public static func open(
    origin url: URLRecord, configuration: Configuration = Configuration(), file: String? = nil
  ) throws(ConfigurationError) -> Mirror {
    let authority = url.authority
    let mount = Mount(
      name: authority, platform: .web(base: "\(url.scheme)://\(authority)/"), folder: "",
      isOrigin: true)
    return try Mirror(
      [mount], stores: [OriginStore(mount.rootURL)], configuration: configuration,
      name: authority, base: FilePath.folder(of: file ?? "."), file: file ?? url.href)
  }

  /// The same mirror with the files and roots that a crawl brought to light.
  func crawled(_ catalog: Catalog, store: OriginStore, roots: [Int]) -> Mirror {
    var copy = self
    copy.catalog = catalog
    copy.stores = [store]
    copy.roots = roots
    return copy
  }

  /// A mirror of `mounts`, whose files `stores` hold, one each.
  ///
  /// - Parameters:
  ///   - name: what it is called where the configuration does not say.
  ///   - base: the folder that relative paths start from, absolute.
  ///   - file: the configuration's file for messages.
  init(
    _ mounts: [Mount], stores: [any FileStore], configuration: Configuration,
    name: String? = nil, base: String, file: String
  ) throws(ConfigurationError) {
    precondition(mounts.count == stores.count)
    self.configuration = configuration
    self.stores = stores
    self.base = base
    self.file = file
    self.name = configuration.name ?? name ?? FilePath.lastComponent(base)
    kinds = configuration.kindTable
    let listing = MirrorListing(mounts, stores)
    catalog = Catalog(mounts: mounts, listing: listing)
    addresses = AddressMap(mounts)
    unlisted = listing.unlisted.map { "\($0.path): \($0.reason)" }
    isInterrupted = listing.isInterrupted
    reports = listing.reports.map { String(decoding: $0, as: UTF8.self) }
    let finder = PageFinder(catalog: catalog, addresses: addresses, base: base)
    // Of a live mirror no page is known before it is crawled.
    roots =
      mounts.contains(where: \.isOrigin) || listing.isInterrupted
      ? []
      : try Self.findRoots(
        configuration, finder: finder, file: file, isListed: listing.unlisted.isEmpty)
    starved = listing.starved
  }

  private static func folders(of mounts: [Mount]) throws(MirrorError) -> [any FileStore] {
    var stores: [any FileStore] = []
    for mount in mounts {
      do {
        stores.append(try FolderStore(mount.folder))
      } catch {
        throw MirrorError(subject: mount.folder, reason: error.reason)
      }
    }
    return stores
  }

  /// The configured roots, or every README or index page at a mount's root.
  private static func findRoots(
    _ configuration: Configuration, finder: PageFinder, file: String, isListed: Bool
  ) throws(ConfigurationError) -> [Int] {
    var roots: Set<Int> = []
    if let configured = configuration.roots {
      for root in configured {
        guard let page = finder.page(named: root.value) else {
          // It may stand in a folder that could not be listed: the run is incomplete.
          if !isListed { continue }
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

  /// Whether nobody said where readers enter, so that ``roots`` are a guess.
  public var guessesRoots: Bool { configuration.roots == nil && !isLive }

  /// Documents where a click path may begin, ascending: ``roots``, and where those are a guess, what a
  /// repository host shows for a folder, since readers go through its folders.
  var entrances: [Int] {
    guard guessesRoots else { return roots }
    var entrances = Set(roots)
    for folder in 0..<catalog.folders.count
    where isBrowsed(mount: Int(catalog.folderMounts[folder])) {
      if let page = catalog.page(ofFolder: folder) { entrances.insert(page) }
    }
    return entrances.sorted()
  }

  /// Whether readers reach the files of `mount` through its host's lists of folders, too.
  func isBrowsed(mount: Int) -> Bool { guessesRoots && catalog.mounts[mount].isRepository }

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

  /// An error from its parts.
  public init(subject: String, reason: String) {
    self.subject = subject
    self.reason = reason
  }

  /// `SUBJECT: reason`.
  public var description: String { "\(subject): \(reason)" }
}
