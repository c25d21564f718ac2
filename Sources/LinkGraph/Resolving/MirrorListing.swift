/// What the stores of a mirror's mounts list, as ids, unsorted: what a ``Catalog`` is made of.
struct MirrorListing {
  /// Ids of one sort, with the mount and the type of each.
  struct Names {
    var ids = PackedStrings()
    var mounts: [UInt16] = []
    var types: [FileType] = []

    mutating func append(_ id: Span<UInt8>, mount: Int, type: FileType) {
      ids.append(id)
      mounts.append(UInt16(mount))
      types.append(type)
    }
  }

  /// A symbolic link that stays inside its mount: ids of the link and of what it leads to.
  struct Link {
    var id: [UInt8]
    var target: [UInt8]
  }

  private(set) var documents = Names()
  private(set) var assets = Names()
  private(set) var folders = Names()
  private(set) var links: [Link] = []
  private(set) var closed: [(id: [UInt8], reason: Catalog.ClosedReason)] = []
  /// Folders that could not be listed, as users know them, and why.
  private(set) var unlisted: [(path: String, reason: String)] = []
  /// The first of ``unlisted`` for which the process had no descriptor or memory left.
  private(set) var starved: (path: String, reason: String)?
  /// Ids of folders that hold a report of this program, each with a final slash unless it is a
  /// mount's root without a name.
  private(set) var reports: [[UInt8]] = []
  /// Whether the task was cancelled meanwhile: the rest then holds nothing, for what is not listed
  /// would seem to be missing.
  private(set) var isInterrupted = false

  /// A listing of nothing.
  init() {}

  /// Lists the stores of `mounts`, one each.
  init(_ mounts: [Mount], _ stores: [any FileStore]) {
    for index in mounts.indices {
      let others = mounts.indices.filter { $0 != index }.map { mounts[$0].folder }
      list(stores[index], of: mounts[index], number: index, otherFolders: others)
    }
    if isInterrupted {
      self = MirrorListing()
      isInterrupted = true
    }
    keepReportsFromBeingPages()
  }

  /// - Parameter otherFolders: a folder that is the root of another mount belongs to that mount alone.
  private mutating func list(
    _ store: any FileStore, of mount: Mount, number: Int, otherFolders: [String]
  ) {
    let filter = MountFilter(mount, otherFolders: otherFolders)
    let prefix = Array(mount.idPrefix.utf8)
    // An origin has no folders: URLs that end with a slash are pages.
    if !mount.isOrigin { folders.append(prefix.span, mount: number, type: .other) }
    var id = prefix
    let unlisted = store.list(wanting: filter.takes) { path, entry in
      id.removeLast(id.count - prefix.count)
      id.append(bytes: path)
      add(&id, entry, prefix, mount: number)
    }
    for folder in unlisted {
      if folder.failure.cause == .cancelled { isInterrupted = true }
      var path = store.name + "/"
      if !folder.path.isEmpty { path += String(decoding: folder.path, as: UTF8.self) + "/" }
      self.unlisted.append((path, folder.failure.reason))
      if folder.failure.cause == .exhausted, starved == nil {
        starved = (path, folder.failure.reason)
      }
    }
  }

  private mutating func add(
    _ id: inout [UInt8], _ entry: FileEntry, _ prefix: [UInt8], mount: Int
  ) {
    switch entry.kind {
    case .file: addFile(id, entry.type, mount: mount)
    case .folder:
      id.append(UInt8(ascii: "/"))
      folders.append(id.span, mount: mount, type: .other)
    case .link(let target):
      // The root's id without its slash, since a folder is looked for with one.
      links.append(
        Link(id: id, target: target.isEmpty ? Array(prefix.dropLast()) : prefix + target))
    case .leavingLink: closed.append((id, .leavesMount))
    case .leavingDanglingLink: closed.append((id, .leavesMountToNothing))
    case .danglingLink: addUnreadable(id, .dangling, mount: mount)
    case .special: addUnreadable(id, .notRegular, mount: mount)
    case .report:
      if id.count > prefix.count { id.append(UInt8(ascii: "/")) }
      reports.append(id)
    }
  }

  /// Makes the files of reports that were written into the mirror assets: they are there, and their
  /// links are not read.
  private mutating func keepReportsFromBeingPages() {
    guard !reports.isEmpty else { return }
    let listed = documents
    documents = Names()
    for index in listed.mounts.indices {
      listed.ids.withBytes(index) { id in
        let isOfReport = reports.contains { folder in
          folder.count <= id.count && id.extracting(0..<folder.count).equals(folder.span)
        }
        if isOfReport {
          assets.append(id, mount: Int(listed.mounts[index]), type: .other)
        } else {
          documents.append(id, mount: Int(listed.mounts[index]), type: listed.types[index])
        }
      }
    }
  }

  private mutating func addFile(_ id: [UInt8], _ type: FileType?, mount: Int) {
    let type = type ?? FileType(path: id.span)
    if type.isDocument {
      documents.append(id.span, mount: mount, type: type)
    } else {
      assets.append(id.span, mount: mount, type: type)
    }
  }

  /// A page that cannot be read is listed, so that reading it gives a finding.
  private mutating func addUnreadable(
    _ id: [UInt8], _ reason: Catalog.ClosedReason, mount: Int
  ) {
    if FileType(path: id.span).isPage {
      addFile(id, nil, mount: mount)
    } else {
      closed.append((id, reason))
    }
  }
}

/// Which files of a mount's store belong to the mirror.
private struct MountFilter {
  private let exclude: [Glob]
  /// Paths in the store that are roots of other mounts.
  private let otherRoots: [[UInt8]]

  init(_ mount: Mount, otherFolders: [String]) {
    exclude = mount.exclude
    let start = mount.folder.hasSuffix("/") ? mount.folder : mount.folder + "/"
    otherRoots =
      mount.folder.isEmpty
      ? []
      : otherFolders.filter { $0.hasPrefix(start) }.map {
        Array($0.utf8.dropFirst(start.utf8.count))
      }
  }

  func takes(_ path: Span<UInt8>, isFolder: Bool) -> Bool {
    for glob in exclude where glob.matches(path) { return false }
    guard isFolder else { return true }
    let name = path.extracting(FilePath.lastSegment(of: path))
    if name.equals(".git") || name.equals(".linkcheck") { return false }
    for root in otherRoots where path.equals(root.span) { return false }
    return true
  }
}
