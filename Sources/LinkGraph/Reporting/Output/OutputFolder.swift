internal import CSystem
internal import Glibc

/// The folder that an HTML report goes to: looked at before the work, and written whole or not at all.
///
/// The report is written into a new folder beside, and when it is complete the two are swapped: who
/// reads meanwhile, or after a crash, has the earlier report. Only a folder that is new, empty, or was
/// written by this type is replaced, as ``ReportMarker`` says. What else stands in an earlier report is
/// kept.
///
/// A folder that cannot be swapped, such as the mount point of a volume, gets the files one by one,
/// the pages last.
public final class OutputFolder: Sendable {
  /// Folders of a report, and those of its files that are not in one, the entrance last.
  private static let folders = ["assets", "data"]
  private static let files = [
    ReportMarker.name, "structure.html", "unreached.html", "findings.html", "index.html",
  ]

  /// As the user wrote it, without slashes at its end.
  public let path: String
  private let parent: String
  private let name: String

  /// Looks at `path`; writes nothing. Folders above may be missing.
  public init(_ path: String) throws(OutputError) {
    var path = path
    while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
    self.path = path
    (parent, name) = OutputFile.split(self.path)
    if let folder = try existing() {
      guard unsafe faccessat(folder.descriptor, ".", W_OK | X_OK, 0) == 0 else {
        throw .place(path: self.path, errno: errno)
      }
      try Self.refuseForeign(folder)
      return
    }
    var above = parent
    while true {
      do throws(OutputError) {
        let folder = try FolderHandle.open(above)
        if unsafe faccessat(folder.descriptor, ".", W_OK | X_OK, 0) == 0 { return }
        throw .place(path: above, errno: errno)
      } catch {
        guard case .place(_, ENOENT) = error, above != ".", above != "/" else { throw error }
        above = OutputFile.split(above).folder
      }
    }
  }

  /// Writes the report with `body`, whole or not at all.
  func write(_ body: (inout OutputFolderWriter) throws(OutputError) -> Void) throws(OutputError) {
    let parent = try FolderHandle.open(parent, makes: true)
    let earlier = try existing()
    if let earlier { try Self.refuseForeign(earlier) }
    let isSwapped = isSwappable(earlier, in: parent)
    let outer = isSwapped ? parent : earlier ?? parent
    if isSwapped { removeLeftovers(in: outer) }
    let part = outer.partName(for: name)
    let folder = try outer.make(part)
    folder.lock()
    do throws(OutputError) {
      var writer = try OutputFolderWriter(folder, Self.folders)
      try Self.mark(folder, asIf: isSwapped ? folder : earlier ?? folder)
      try body(&writer)
      folder.synchronize()
      if isSwapped {
        try swap(part, earlier, in: parent)
      } else if let earlier {
        try Self.move(folder, into: earlier)
      }
      outer.synchronize()
    } catch {
      Self.remove(folder)
      _ = unsafe unlinkat(outer.descriptor, part, AT_REMOVEDIR)
      throw error
    }
    // After a swap the earlier report has the name.
    if let old = try? outer.folder(part) {
      if isSwapped, let new = try? parent.folder(name) { Self.carryOver(old, to: new) }
      Self.remove(old)
      _ = unsafe unlinkat(outer.descriptor, part, AT_REMOVEDIR)
    }
  }

  /// Removes what runs that were ended while they wrote have left.
  private func removeLeftovers(in outer: FolderHandle) {
    for part in (try? outer.names()) ?? [] where outer.isPartName(part, for: name) {
      // Whoever still writes into it holds its lock.
      guard let folder = try? outer.folder(part), folder.lock() else { continue }
      if ReportMarker.stands(inFolder: folder.descriptor) { Self.remove(folder) }
      _ = unsafe unlinkat(outer.descriptor, part, AT_REMOVEDIR)
    }
  }

  /// Whether `folder` is this one.
  func holds(_ folder: FolderHandle) -> Bool {
    guard let existing = try? existing() else { return false }
    return OutputFile.isSame(existing, folder)
  }

  /// Whether both are the same folder, however their paths are spelled.
  public func isSame(as other: OutputFolder) -> Bool {
    if let one = try? existing(), let two = try? other.existing() {
      return OutputFile.isSame(one, two)
    }
    guard name == other.name, let one = try? FolderHandle.open(parent),
      let two = try? FolderHandle.open(other.parent)
    else { return path == other.path }
    return OutputFile.isSame(one, two)
  }

  // MARK: Looking

  /// The folder at the path; nil where nothing stands there.
  private func existing() throws(OutputError) -> FolderHandle? {
    if ["", ".", ".."].contains(name) { return try FolderHandle.open(path) }
    do {
      return try FolderHandle.open(path)
    } catch .place(_, ENOENT) {
      return nil
    } catch .notAFolder(path) {
      throw .notAFolder(path)
    } catch {
      throw error
    }
  }

  private static func refuseForeign(_ folder: FolderHandle) throws(OutputError) {
    let names = try folder.names().filter { !$0.hasSuffix(".part") }
    guard names.isEmpty || ReportMarker.stands(inFolder: folder.descriptor) else {
      throw .foreignFolder(folder.path)
    }
  }

  /// Whether the path's name can be given to another folder.
  private func isSwappable(_ earlier: FolderHandle?, in parent: FolderHandle) -> Bool {
    if ["", ".", ".."].contains(name) { return false }
    guard let earlier else { return true }
    let isWritable = unsafe faccessat(parent.descriptor, ".", W_OK | X_OK, 0) == 0
    return isWritable && earlier.identity?.mount == parent.identity?.mount
  }

  // MARK: Publishing

  private func swap(
    _ part: String, _ earlier: FolderHandle?, in parent: FolderHandle
  ) throws(OutputError) {
    let flags = earlier == nil ? linkcheck_rename_keep : linkcheck_rename_exchange
    let failure = unsafe linkcheck_rename(
      parent.descriptor, part, parent.descriptor, name, UInt32(flags))
    if failure == 0 { return }
    // Some file systems cannot exchange two names.
    guard failure == -EINVAL || failure == -ENOSYS else {
      throw .place(path: path, errno: -failure)
    }
    if let earlier {
      let folder = try parent.folder(part)
      _ = unsafe unlinkat(folder.descriptor, ReportMarker.name, 0)
      try Self.mark(folder, asIf: earlier)
      try Self.move(folder, into: earlier)
    } else if unsafe renameat(parent.descriptor, part, parent.descriptor, name) != 0 {
      throw .place(path: path, errno: errno)
    }
  }

  /// Writes the marker into `folder`, sealed for the folder it will stand in.
  private static func mark(
    _ folder: FolderHandle, asIf target: FolderHandle
  ) throws(OutputError) {
    var sink = try folder.create(ReportMarker.name)
    try OutputFile.bytes { () throws(ByteSinkError) in
      try sink.write(ReportMarker.text)
      try sink.flush()
    }
    guard ReportMarker.seal(sink.descriptor, forFolder: target.descriptor) else {
      throw .place(path: "\(folder.path)/\(ReportMarker.name)", errno: errno)
    }
    try OutputFile.close(sink)
  }

  /// Moves the files of a report into `folder`, over those of an earlier one; what that one had
  /// more is removed.
  private static func move(_ report: FolderHandle, into folder: FolderHandle) throws(OutputError) {
    for name in folders {
      let source = try report.folder(name)
      if folder.kind(of: name) == nil { _ = try folder.make(name) }
      let target = try folder.folder(name)
      let names = try source.names()
      for file in names { try move(file, from: source, to: target) }
      for file in try target.names() where isOurs(file, in: name) && !names.contains(file) {
        _ = unsafe unlinkat(target.descriptor, file, 0)
      }
    }
    for file in files { try move(file, from: report, to: folder) }
  }

  private static func move(
    _ file: String, from source: FolderHandle, to target: FolderHandle
  ) throws(OutputError) {
    guard unsafe renameat(source.descriptor, file, target.descriptor, file) == 0 else {
      throw .place(path: "\(target.path)/\(file)", errno: errno)
    }
  }

  /// Whether this type gives that name to a file in the folder `folder` of a report.
  private static func isOurs(_ name: String, in folder: String) -> Bool {
    switch folder {
    case "assets": name == "report.css" || name == "report.js"
    case "data": name.wholeMatch(of: /manifest\.js|[fp][0-9]{4,}\.js/) != nil
    default: files.contains(name)
    }
  }

  /// Moves what is not ours from an earlier report to the new one.
  private static func carryOver(_ old: FolderHandle, to new: FolderHandle) {
    for name in folders {
      guard let (source, target) = try? (old.folder(name), new.folder(name)) else { continue }
      for file in (try? source.names()) ?? [] where !isOurs(file, in: name) {
        keep(file, from: source, to: target)
      }
    }
    for name in (try? old.names()) ?? [] where !isOurs(name, in: "") {
      if old.kind(of: name) == S_IFDIR, folders.contains(name) { continue }
      keep(name, from: old, to: new)
    }
  }

  private static func keep(_ name: String, from old: FolderHandle, to new: FolderHandle) {
    _ = unsafe linkcheck_rename(
      old.descriptor, name, new.descriptor, name, UInt32(linkcheck_rename_keep))
  }

  /// Empties a folder of ours of what this type writes; anything else stays.
  private static func remove(_ folder: FolderHandle) {
    for name in folders {
      guard let inner = try? folder.folder(name) else { continue }
      for file in (try? inner.names()) ?? [] where isOurs(file, in: name) {
        _ = unsafe unlinkat(inner.descriptor, file, 0)
      }
      _ = unsafe unlinkat(folder.descriptor, name, AT_REMOVEDIR)
    }
    for file in files { _ = unsafe unlinkat(folder.descriptor, file, 0) }
  }
}

/// Writes the files of a report into a new folder.
struct OutputFolderWriter: ~Copyable {
  private let folder: FolderHandle
  private var inner: [String: FolderHandle] = [:]

  /// - Parameter names: folders to make in it.
  fileprivate init(_ folder: FolderHandle, _ names: [String]) throws(OutputError) {
    self.folder = folder
    for name in names { inner[name] = try folder.make(name) }
  }

  /// Writes the file `name`, such as `data/f0001.js`.
  mutating func write(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    let (path, file) = OutputFile.split(name)
    var sink = try (inner[path] ?? folder).create(file)
    try OutputFile.bytes { () throws(ByteSinkError) in try sink.write(bytes.span) }
    try OutputFile.close(sink)
  }
}
