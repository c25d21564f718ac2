internal import Glibc

/// The folder of an HTML report: only one that is new, empty or ours is written to.
///
/// A marker file makes it ours. Each file appears under its name only when it is whole. Files of an
/// earlier report that the new one does not have are removed at the end, and only if their names
/// are ones that this writer gives.
struct ReportFolder {
  /// The file that marks a folder as ours.
  static let marker = ".linkcheck-report"
  private static let markerText: StaticString =
    "This folder is written by linkcheck; a later report may replace its files.\n"

  /// Path of the folder.
  let path: String
  private var written: Set<String> = []

  /// Opens or makes the folder at `path` and those above it.
  ///
  /// - Throws: ``HTMLReportError`` where it is not ours, or cannot be written.
  init(path: String) throws(HTMLReportError) {
    self.path = path
    try Self.make(path)
    let names = try Self.names(in: path)
    guard names.isEmpty || names.contains(Self.marker) else { throw .foreignFolder(path) }
    for folder in ["assets", "data"] { try Self.make("\(path)/\(folder)") }
    var marker = try temporary(Self.marker)
    try Self.put { () throws(ByteSinkError) in try marker.write(utf8: Self.markerText) }
    try finish(Self.marker, marker)
  }

  /// Writes the file `name`, such as `data/f0001.js`.
  mutating func write(_ name: String, _ bytes: [UInt8]) throws(HTMLReportError) {
    var sink = try temporary(name)
    try Self.put { () throws(ByteSinkError) in try sink.write(bytes.span) }
    try finish(name, sink)
    written.insert(name)
  }

  /// Removes data files of an earlier report that this one did not write again.
  func removeStale() throws(HTMLReportError) {
    for name in try Self.names(in: "\(path)/data") {
      guard Self.isDataFile(name), !written.contains("data/\(name)") else { continue }
      _ = unsafe unlink("\(path)/data/\(name)")
    }
  }

  /// Whether this writer could have made a file of that name in `data`, or left it half written.
  private static func isDataFile(_ name: String) -> Bool {
    name.wholeMatch(of: /[fp][0-9]{4,}\.js(\.part)?/) != nil
  }

  private func temporary(_ name: String) throws(HTMLReportError) -> FileSink {
    do {
      return try FileSink(path: "\(path)/\(name).part")
    } catch {
      throw .file(error)
    }
  }

  private func finish(_ name: String, _ sink: consuming FileSink) throws(HTMLReportError) {
    do {
      try sink.close()
    } catch {
      throw .file(error)
    }
    guard unsafe rename("\(path)/\(name).part", "\(path)/\(name)") == 0 else {
      throw .folder(path: "\(path)/\(name)", errno: errno)
    }
  }

  private static func put(
    _ body: () throws(ByteSinkError) -> Void
  ) throws(HTMLReportError) {
    do { try body() } catch { throw .file(error) }
  }

  /// Makes the folder `path`, and those above it, unless they are there.
  private static func make(_ path: String) throws(HTMLReportError) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      guard unsafe mkdir(folder, 0o777) != 0 else { continue }
      let code = errno
      var status = stat()
      guard unsafe stat(folder, &status) == 0 else { throw .folder(path: folder, errno: code) }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(folder) }
    }
  }

  private static func names(in path: String) throws(HTMLReportError) -> Set<String> {
    guard let stream = unsafe opendir(path) else { throw .folder(path: path, errno: errno) }
    defer { unsafe closedir(stream) }
    var names: Set<String> = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.insert(name) }
    }
    return names
  }
}
