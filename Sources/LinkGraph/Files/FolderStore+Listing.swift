internal import CSystem
internal import Glibc

/// The walk over a folder, level by level from an explicit stack.
///
/// Sound because a `dirent` is read before the next call that could overwrite it, and each stream is
/// closed in the function that opened it.
extension FolderStore {
  func list(
    wanting isWanted: (_ path: Span<UInt8>, _ isFolder: Bool) -> Bool,
    _ body: (_ path: Span<UInt8>, _ entry: FileEntry) -> Void
  ) -> [UnlistedFolder] {
    let root = FolderRoot(name)
    var unlisted: [UnlistedFolder] = []
    var pending: [[UInt8]] = [[]]
    var path: [UInt8] = []
    while let folder = pending.popLast() {
      if Task.isCancelled {
        unlisted.append(UnlistedFolder(path: folder, failure: .cancelled))
        break
      }
      do throws(ReadFailure) {
        try forEachName(in: folder, path: &path) { path, type, descriptor in
          if type == .file, Self.isMarker(path.span, in: folder),
            ReportMarker.stands(inFolder: descriptor)
          {
            body(folder.span, FileEntry(.report))
          }
          if !isWanted(path.span, type == .folder) { return }
          switch type {
          case .file: body(path.span, FileEntry(.file))
          case .special: body(path.span, FileEntry(.special))
          case .link: body(path.span, FileEntry(root.target(ofLink: path)))
          case .folder:
            body(path.span, FileEntry(.folder))
            pending.append(path)
          }
        }
      } catch {
        unlisted.append(UnlistedFolder(path: folder, failure: error))
      }
    }
    return unlisted
  }

  private enum NameType { case file, folder, link, special }

  /// Whether `path` is that of the folder's ``ReportMarker``.
  private static func isMarker(_ path: Span<UInt8>, in folder: [UInt8]) -> Bool {
    let start = folder.isEmpty ? 0 : folder.count + 1
    return path.extracting(start...).equals(ReportMarker.name.utf8.span)
  }

  /// Calls `body` with the path of each name in `folder`, which is built in `path`, and the open
  /// folder.
  private func forEachName(
    in folder: [UInt8], path: inout [UInt8], _ body: ([UInt8], NameType, Int32) -> Void
  ) throws(ReadFailure) {
    let here: [UInt8] = folder.isEmpty ? [UInt8(ascii: ".")] : folder
    let descriptor = try openBeneath(here.span, flags: O_DIRECTORY)
    guard let stream = unsafe fdopendir(descriptor) else {
      let failure = ReadFailure(errno: errno)
      close(descriptor)
      throw failure
    }
    defer { unsafe closedir(stream) }
    path.removeAll(keepingCapacity: true)
    path.append(contentsOf: folder)
    if !folder.isEmpty { path.append(UInt8(ascii: "/")) }
    let start = path.count
    var count = 0
    while true {
      count &+= 1
      if count % 1_024 == 0, Task.isCancelled { throw .cancelled }
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw ReadFailure(errno: errno) }
        return
      }
      // d_name ends with NUL inside the record, whatever size the imported tuple has.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      let length = unsafe strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = unsafe UnsafeRawBufferPointer(start: name, count: length)
      if unsafe length <= 2 && bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) { continue }
      path.removeLast(path.count - start)
      unsafe path.append(contentsOf: bytes)
      let type = unsafe entry.pointee.d_type
      body(
        path, Int(type) == Int(DT_UNKNOWN) ? typeByStatus(path) : Self.type(Int(type)), descriptor)
    }
  }

  private static func type(_ type: Int) -> NameType {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    default: .special
    }
  }

  /// For file systems whose listings tell no types.
  private func typeByStatus(_ path: [UInt8]) -> NameType {
    var status = stat()
    let failed = unsafe FileSystem.withCString(path) {
      unsafe fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard failed == 0 else { return .special }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .special
    }
  }
}

/// The real path of a store's folder, for telling where symbolic links lead.
private struct FolderRoot {
  /// Without a final slash: empty for the file system's own root.
  let path: [UInt8]

  init(_ name: String) {
    let bytes = Array(name.utf8)
    let real = FileSystem.realPath(bytes) ?? bytes
    path = real == [UInt8(ascii: "/")] ? [] : real
  }

  /// Where the symbolic link at `link` leads.
  func target(ofLink link: [UInt8]) -> FileEntry.Kind {
    guard let real = FileSystem.realPath(path + [UInt8(ascii: "/")] + link) else {
      return leaves(link) ? .leavingDanglingLink : .danglingLink
    }
    if real == path { return .link(to: []) }
    guard real.starts(with: path), real[path.count] == UInt8(ascii: "/") else {
      return .leavingLink
    }
    return .link(to: Array(real[(path.count + 1)...]))
  }

  /// Whether the symbolic link at `link`, which leads to nothing, leads there outside the folder.
  private func leaves(_ link: [UInt8]) -> Bool {
    var walked: [ArraySlice<UInt8>] = []
    var ahead = Self.segments(link)
    var links = 0
    while let segment = ahead.popLast() {
      if segment.elementsEqual("..".utf8) {
        if walked.isEmpty { return true }
        walked.removeLast()
        continue
      }
      walked.append(segment)
      let here = path + walked.flatMap { [UInt8(ascii: "/")] + $0 }
      guard let text = FileSystem.text(ofLink: here) else { continue }
      links += 1
      // As many as Linux follows.
      if links > 40 { return false }
      walked.removeLast()
      if text.first == UInt8(ascii: "/") {
        guard text.starts(with: path + [UInt8(ascii: "/")]) || text == path else { return true }
        walked = []
        ahead += Self.segments(Array(text[path.count...]))
      } else {
        ahead += Self.segments(text)
      }
    }
    return false
  }

  /// The names in `path`, the last first.
  private static func segments(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
    path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }.reversed()
  }
}
