/// The files of mounts that wiki links find by name.
///
/// Names match in any letter case, a space is a hyphen, and pages need no extension. Of several files of
/// one name the one in the page's folder counts, then the one with the shortest path.
struct WikiIndex: Sendable {
  private struct Name: Hashable {
    var mount: UInt16
    var text: String
  }

  private var places: [Name: [Place]] = [:]

  /// The names of what stands in `mounts` with wiki links. O(files of these).
  init(
    _ mounts: [Mount], documents: (ids: PackedStrings, types: [FileType], mounts: [UInt16]),
    assets: (ids: PackedStrings, mounts: [UInt16])
  ) {
    guard mounts.contains(where: \.hasWikiLinks) else { return }
    for index in 0..<documents.ids.count where mounts[Int(documents.mounts[index])].hasWikiLinks {
      let name = Self.lastName(documents.ids[index])
      let place = Place(.document, index)
      add(name, place, mount: documents.mounts[index])
      if documents.types[index].isPage, let dot = name.lastIndex(of: ".") {
        add(String(name[..<dot]), place, mount: documents.mounts[index])
      }
    }
    for index in 0..<assets.ids.count where mounts[Int(assets.mounts[index])].hasWikiLinks {
      add(Self.lastName(assets.ids[index]), Place(.asset, index), mount: assets.mounts[index])
    }
  }

  private mutating func add(_ name: String, _ place: Place, mount: UInt16) {
    places[Name(mount: mount, text: Self.key(name)), default: []].append(place)
  }

  /// What is called `name`, a name or the end of a path, on a page of `folder`.
  func place(_ name: String, from folder: String, mount: Int, id: (Place) -> String) -> Place? {
    let wanted = Self.key(name.hasPrefix("/") ? String(name.dropFirst()) : name)
    let last = Self.lastName(wanted)
    let found = places[Name(mount: UInt16(mount), text: last)] ?? []
    var best: (place: Place, rank: (Int, Int))?
    for place in found {
      let own = id(place)
      if wanted != last, !Self.ends(Self.key(own), with: wanted) { continue }
      let rank = (
        own.hasPrefix(folder) && !own.dropFirst(folder.count).contains("/") ? 0 : 1, own.utf8.count
      )
      if best.map({ rank < $0.rank }) ?? true { best = (place, rank) }
    }
    return best?.place
  }

  /// Whether the file `id` is at the path `wanted`, which may lack folders before and an extension.
  private static func ends(_ id: String, with wanted: String) -> Bool {
    let names = [id[...], id[..<(id.lastIndex(of: ".") ?? id.endIndex)]]
    return names.contains { $0 == wanted || $0.hasSuffix("/" + wanted) }
  }

  private static func lastName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " ? "-" : $0 })
  }
}
