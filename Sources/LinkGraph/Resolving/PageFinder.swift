/// Finds the document that a user names by id, URL or file.
public struct PageFinder: Sendable {
  let catalog: Catalog
  let addresses: AddressMap
  let base: String

  /// The document called `name`: an id, a URL of a mount, or a file's path (absolute, or relative to
  /// the configuration or the working folder). nil where there is none.
  public func page(named name: String) -> Int? { place(named: name).flatMap(document) }

  /// The documents that `name` names: one, as ``page(named:)`` finds it, or all below a folder. Empty
  /// where it names nothing. O(documents) for a folder.
  public func pages(named name: String) -> [Int] {
    guard let place = place(named: name) else { return [] }
    guard place.tag == .folder else { return document(place).map { [$0] } ?? [] }
    let folder = Array(catalog.id(of: place).utf8)
    return (0..<catalog.documents.count).filter { index in
      catalog.documents.withBytes(index) { id in
        id.count > folder.count && id.extracting(0..<folder.count).equals(folder.span)
      }
    }
  }

  private func document(_ place: Place) -> Int? {
    switch place.tag {
    case .document: place.index
    case .folder: catalog.page(ofFolder: place.index)
    case .asset, .closed: nil
    }
  }

  /// The file or folder called `name`.
  func place(named name: String) -> Place? {
    if let place = catalog.place([UInt8](name.utf8).span) { return place }
    if name.contains("://") { return place(atURL: name) }
    for start in [base, "."] {
      let path = name.hasPrefix("/") ? name : start + "/" + name
      guard let real = FileSystem.realPath(Array(path.utf8)) else { continue }
      for mount in catalog.mounts where !mount.folder.isEmpty {
        let folder = Array((mount.folder + "/").utf8)
        if real.starts(with: folder) {
          let id = Array(mount.idPrefix.utf8) + real[folder.count...]
          if let place = catalog.place(id.span) { return place }
          if let place = catalog.place((id + [UInt8(ascii: "/")]).span) { return place }
        } else if real + [UInt8(ascii: "/")] == folder {
          return catalog.place([UInt8](mount.idPrefix.utf8).span)
        }
      }
    }
    return nil
  }

  private func place(atURL url: String) -> Place? {
    guard let mount = catalog.mounts.indices.first,
      let context = try? PageContext(mount: mount, of: catalog.mounts, path: [UInt8]().span)
    else { return nil }
    var resolver = Resolver(catalog: catalog, addresses: addresses)
    guard case .place(let place) = resolver.resolve([UInt8](url.utf8).span, from: context) else {
      return nil
    }
    return place
  }

  /// The id most like `name`, for messages; O(documents).
  public func nearest(_ name: String) -> String? {
    NearestDocument.find(
      Array(name.utf8), in: catalog.documents, limit: max(2, name.utf8.count / 4))
  }
}

/// The most similar of many strings.
enum NearestDocument {
  /// The string of `names` with the least edit distance from `name`, at most `limit`.
  static func find(_ name: [UInt8], in names: PackedStrings, limit: Int) -> String? {
    var best: Int?
    var bound = limit
    for index in 0..<names.count where abs(names.range(index).count - name.count) <= bound {
      let distance = names.withBytes(index) { NearestName.distance(name.span, $0, limit: bound) }
      if let distance, distance < bound || best == nil {
        best = index
        bound = distance
        if distance <= 1 { break }
      }
    }
    return best.map { names[$0] }
  }
}
