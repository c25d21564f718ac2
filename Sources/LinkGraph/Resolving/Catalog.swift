/// Every file and folder of a mirror, by id.
///
/// An id is `MOUNT/path` in the file system's own bytes (a bare directory's ids have no mount); a
/// folder's ends with `/`. Documents, assets and folders are each sorted by id, so an index *is* the
/// order of reports. A look-up is one hash and one comparison.
public struct Catalog: Sendable {
  /// The mirror's mounts.
  public let mounts: [Mount]
  /// Ids of documents: files whose links are read.
  public var documents: PackedStrings { index.documents }
  /// Ids of all other regular files.
  public var assets: PackedStrings { index.assets }
  /// Ids of folders, each with a final `/`; a bare directory's own is empty.
  public var folders: PackedStrings { index.folders }

  let documentTypes: [FileType]
  let documentMounts: [UInt16]
  let assetTypes: [FileType]
  let assetMounts: [UInt16]
  let folderMounts: [UInt16]
  /// The document that a folder shows, or `UInt32.max`.
  let folderPages: [UInt32]
  /// Ids that are symbolic links or special files which are never opened, and why.
  var closed: [(id: [UInt8], reason: ClosedReason)] { index.closed }

  /// Whether a file's name has a query in it, as wget saves them.
  let hasQueryNames: Bool
  /// What wiki links find.
  let wikiNames: WikiIndex
  /// What generators build of the files, of mounts with one.
  let builtNames: [Int: BuiltNames]
  private let index: CatalogIndex
  private let linkedFiles: [[UInt8]: Place]
  /// Symbolic links to folders, and the folders that they lead to.
  private let linkedFolders: FolderPrefixes
  private let linkTargets: [[UInt8]]
  /// Symbolic links out of their mounts, as folders, and their indices in ``closed``.
  private let leavingLinks: FolderPrefixes
  private let leavingIndices: [Int]

  /// Why a name of the mirror is never opened.
  enum ClosedReason: Sendable {
    /// A symbolic link to something outside its mount.
    case leavesMount
    /// One that leads outside its mount, where nothing stands.
    case leavesMountToNothing
    /// A symbolic link to nothing, or to itself.
    case dangling
    /// A FIFO, device or socket.
    case notRegular

    /// Whether it leads outside its mount.
    var leaves: Bool { self == .leavesMount || self == .leavesMountToNothing }
  }

  /// Sorts and indexes what the mounts' stores list. O(n log n).
  init(mounts: [Mount], listing: MirrorListing = MirrorListing()) {
    self.mounts = mounts
    func sorted(_ list: MirrorListing.Names) -> (PackedStrings, [Int]) {
      let names = list.ids
      let order = names.sortedIndices()
      var result = PackedStrings()
      result.reserveCapacity(order.count, bytes: names.storage.count)
      for index in order { names.withBytes(index) { _ = result.append($0) } }
      return (result, order)
    }
    let (documents, documentOrder) = sorted(listing.documents)
    let (assets, assetOrder) = sorted(listing.assets)
    let (folders, folderOrder) = sorted(listing.folders)
    documentTypes = documentOrder.map { listing.documents.types[$0] }
    documentMounts = documentOrder.map { listing.documents.mounts[$0] }
    assetTypes = assetOrder.map { listing.assets.types[$0] }
    assetMounts = assetOrder.map { listing.assets.mounts[$0] }
    folderMounts = folderOrder.map { listing.folders.mounts[$0] }

    let index = CatalogIndex(
      documents: documents, assets: assets, folders: folders, closed: listing.closed)
    self.index = index
    let mark = UInt8(ascii: "?")
    hasQueryNames = [documents, assets].contains { names in
      ByteSearch.first(mark, in: names.storage.span, 0..<names.storage.count) != nil
    }
    wikiNames = WikiIndex(
      mounts, documents: (documents, documentTypes, documentMounts), assets: (assets, assetMounts))
    var built: [Int: BuiltNames] = [:]
    for (number, mount) in mounts.enumerated() {
      guard let generator = mount.generator else { continue }
      built[number] = BuiltNames(
        generator, of: mount, number: number,
        setup: BuiltNames.setup(
          of: generator, number: number, prefix: mount.idPrefix.utf8.count,
          assets: (assets, assetMounts)),
        documents: (documents, documentMounts),
        assets: (assets, assetMounts))
    }
    builtNames = built

    var files: [[UInt8]: Place] = [:]
    var linkedFolders: [(from: [UInt8], to: [UInt8])] = []
    for link in listing.links {
      let folder = link.target.isEmpty ? [] : link.target + [UInt8(ascii: "/")]
      if !link.target.isEmpty, let place = index.exact(link.target.span) {
        files[link.id] = place
      } else if let place = index.exact(folder.span) {
        let name = link.id + [UInt8(ascii: "/")]
        files[name] = place
        linkedFolders.append((from: name, to: folder))
      }
    }
    linkedFiles = files
    self.linkedFolders = FolderPrefixes(linkedFolders.map(\.from))
    linkTargets = linkedFolders.map(\.to)
    leavingIndices = listing.closed.indices.filter { listing.closed[$0].reason.leaves }
    leavingLinks = FolderPrefixes(
      leavingIndices.map { listing.closed[$0].id + [UInt8(ascii: "/")] })

    var pages = [UInt32](repeating: .max, count: folders.count)
    for folder in 0..<folders.count {
      let mount = mounts[Int(folderMounts[folder])]
      for name in mount.servesIndexes ? Self.indexNames : Self.readmeNames {
        var id: [UInt8] = []
        folders.withBytes(folder) { id.append(bytes: $0) }
        id.append(contentsOf: name.utf8)
        if let place = index.exact(id.span) ?? files[id], place.tag == .document {
          pages[folder] = UInt32(place.index)
          break
        }
      }
    }
    folderPages = pages
  }

  /// What a repository host shows for a folder, best first.
  static let readmeNames = [
    "README.md", "readme.md", "Readme.md", "README.markdown", "README.mdown", "README.mkd",
    "README.html",
  ]
  /// What a web server shows for a folder, best first.
  static let indexNames =
    [
      "index.html", "index.htm", "index.xhtml", "index.shtml", "index.md", "INDEX.HTML",
      "Index.html",
    ]
    + readmeNames

  /// What stands at `id`, symbolic links inside the mount followed; nil where nothing does. O(length).
  func place(_ id: Span<UInt8>) -> Place? {
    if let found = index.exact(id) { return found }
    if linkedFiles.isEmpty && closed.isEmpty { return nil }
    var key: [UInt8] = []
    key.append(bytes: id)
    for _ in 0...Self.longestChain {
      if let found = linkedFiles[key] { return found }
      if let link = leavingLinks.innermost(around: key.span) {
        return Place(.closed, leavingIndices[link.number])
      }
      guard let link = linkedFolders.innermost(around: key.span) else { return nil }
      key = linkTargets[link.number] + key[link.length...]
      if let found = index.exact(key.span) { return found }
    }
    return nil
  }

  /// As many symbolic links of folders as Linux follows in one path.
  private static let longestChain = 40

  /// The mount that holds `place`.
  func mount(of place: Place) -> Int {
    switch place.tag {
    case .document: Int(documentMounts[place.index])
    case .asset: Int(assetMounts[place.index])
    case .folder: Int(folderMounts[place.index])
    case .closed:
      mounts.firstIndex { closed[place.index].id.starts(with: $0.idPrefix.utf8) } ?? 0
    }
  }

  /// The id of `place`.
  func id(of place: Place) -> String {
    switch place.tag {
    case .document: documents[place.index]
    case .asset: assets[place.index]
    case .folder: folders[place.index]
    case .closed: String(decoding: closed[place.index].id, as: UTF8.self)
    }
  }

  /// The id of `place` as reports name targets: a folder's without its final slash.
  func name(of place: Place) -> String {
    let id = id(of: place)
    return id.hasSuffix("/") ? String(id.dropLast()) : id
  }

  /// Calls `body` with the path of document `index` in its mount's folder.
  func withPath<R, E: Error>(
    ofDocument index: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let prefix = mounts[Int(documentMounts[index])].idPrefix.utf8.count
    let documents = documents
    let range = documents.range(index)
    let path = (range.lowerBound + prefix)..<range.upperBound
    return try body(documents.storage.span.extracting(path))
  }

  /// The document a folder shows, if any.
  func page(ofFolder index: Int) -> Int? {
    folderPages[index] == .max ? nil : Int(folderPages[index])
  }

  /// Path of `id` relative to the configuration's folder.
  func displayPath(ofDocument index: Int) -> String {
    let mount = mounts[Int(documentMounts[index])]
    let path = withPath(ofDocument: index) { $0.string }
    return mount.displayFolder.isEmpty ? path : mount.displayFolder + "/" + path
  }
}
