internal import CSystem
internal import Glibc

/// What a walk over the mounts' folders found, unsorted.
struct ScannedFiles {
  /// Names of one sort.
  struct List {
    var ids = PackedStrings()
    var mounts: [UInt16] = []
    var types: [FileType] = []

    mutating func append(_ id: [UInt8], mount: Int, type: FileType) {
      ids.append(id.span)
      mounts.append(UInt16(mount))
      types.append(type)
    }
  }

  /// A symbolic link that stays inside its mount: ids of the link and of what it leads to.
  struct Link {
    var id: [UInt8]
    var target: [UInt8]
  }

  var documents = List()
  var assets = List()
  var folders = List()
  var links: [Link] = []
  var closed: [(id: [UInt8], reason: Catalog.ClosedReason)] = []
  /// Folders that could not be listed, and the system's reason.
  var unreadable: [(path: String, reason: String)] = []
}

/// Lists the files of mounts. Opens folders only, never a file, and never leaves a mount.
enum MirrorScanner {
  /// Walks all mounts. A folder that is the root of another mount belongs to that mount alone.
  static func scan(_ mounts: [Mount]) -> ScannedFiles {
    var found = ScannedFiles()
    for index in mounts.indices {
      let inner = Set(mounts.indices.filter { $0 != index }.map { [UInt8](mounts[$0].folder.utf8) })
      var walk = MountWalk(mount: mounts[index], index: index, otherRoots: inner)
      walk.run(into: &found)
    }
    return found
  }
}

/// The walk over one mount, folder by folder from an explicit stack.
private struct MountWalk {
  let mount: Mount
  let index: Int
  let otherRoots: Set<[UInt8]>
  let root: [UInt8]
  let prefix: [UInt8]

  init(mount: Mount, index: Int, otherRoots: Set<[UInt8]>) {
    self.mount = mount
    self.index = index
    self.otherRoots = otherRoots
    root = [UInt8](mount.folder.utf8)
    prefix = [UInt8](mount.idPrefix.utf8)
  }

  mutating func run(into found: inout ScannedFiles) {
    found.folders.append(prefix, mount: index, type: .other)
    var pending: [[UInt8]] = [[]]  // paths in the mount, each with a final slash
    while let folder = pending.popLast() {
      switch DirectoryListing.entries(of: root + [UInt8(ascii: "/")] + folder) {
      case .failure(let failure):
        found.unreadable.append(
          (String(decoding: root + [UInt8(ascii: "/")] + folder, as: UTF8.self), failure.reason))
      case .success(let entries):
        for entry in entries { add(entry, in: folder, to: &found, pending: &pending) }
      }
    }
  }

  private func add(
    _ entry: DirectoryListing.Entry, in folder: [UInt8], to found: inout ScannedFiles,
    pending: inout [[UInt8]]
  ) {
    let path = folder + entry.name
    if mount.exclude.contains(where: { $0.matches(path.span) }) { return }
    let id = prefix + path
    switch entry.type {
    case .folder:
      if entry.name.span.equals(".git") || entry.name.span.equals(".linkcheck") { return }
      if otherRoots.contains(root + [UInt8(ascii: "/")] + path) { return }
      found.folders.append(id + [UInt8(ascii: "/")], mount: index, type: .other)
      pending.append(path + [UInt8(ascii: "/")])
    case .file:
      append(id, path, to: &found)
    case .symbolicLink:
      addLink(id, path, to: &found)
    case .special:
      // A page that is no regular file is listed, so that reading it gives a finding.
      if FileType(path: path.span).isPage {
        append(id, path, to: &found)
      } else {
        found.closed.append((id, .notRegular))
      }
    }
  }

  private func append(_ id: [UInt8], _ path: [UInt8], to found: inout ScannedFiles) {
    let type = FileType(path: path.span)
    if type.isDocument {
      found.documents.append(id, mount: index, type: type)
    } else {
      found.assets.append(id, mount: index, type: type)
    }
  }

  private func addLink(_ id: [UInt8], _ path: [UInt8], to found: inout ScannedFiles) {
    guard let real = DirectoryListing.realPath(root + [UInt8(ascii: "/")] + path) else {
      if FileType(path: path.span).isPage {
        append(id, path, to: &found)
      } else {
        found.closed.append((id, .dangling))
      }
      return
    }
    if real == root {
      found.links.append(.init(id: id, target: Array(prefix.dropLast())))
    } else if real.starts(with: root + [UInt8(ascii: "/")]) {
      found.links.append(.init(id: id, target: prefix + real[(root.count + 1)...]))
    } else {
      found.closed.append((id, .leavesMount))
    }
  }
}
