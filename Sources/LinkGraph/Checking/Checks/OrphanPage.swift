extension FindingCode {
  /// A page that no other page links to.
  public static let orphanPage = FindingCode(
    "orphan-page", .warning, "No page links here", "no other page links to it",
    why: "Readers find it only with a search engine, or not at all.",
    remedy: "Link to it from an index or a related page, name it under `roots`, or delete "
      + "it.")
}

/// Pages that no other page links to. Says nothing where the run is incomplete: a page that was not
/// read may hold the very link.
///
/// In repositories that readers go through by folder, nobody having named roots, they are one finding a
/// folder, and the page that its host shows for a folder is none of them.
struct OrphanPage: MirrorCheck {
  var code: FindingCode { .orphanPage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    guard context.survey.isComplete, collector.wants(code) else { return }
    // A page that only puts others together is an address of the server's own.
    let orphans = Self.orphans(context, graph).filter { !context.survey.pages[Int($0)].isWrapper }
    var counts: [String: Int] = [:]
    for page in orphans {
      if let folder = Self.folder(of: Int(page), context) { counts[folder, default: 0] += 1 }
    }
    for page in orphans {
      let place = Place(.document, Int(page))
      guard let folder = Self.folder(of: Int(page), context), let count = counts[folder], count > 1
      else {
        collector.add(
          code, place, id: context.page(Int(page)),
          FindingText(target: nil, "no other page links to it"))
        continue
      }
      collector.add(
        code, place, id: folder,
        FindingText(
          target: nil,
          "no other page links to \(count) pages of the folder \(folder); readers find them only in "
            + "its list of files"))
    }
  }

  /// The folder that the page is listed in; nil where readers see no lists.
  private static func folder(of page: Int, _ context: CheckContext) -> String? {
    guard context.mirror.isBrowsed(mount: Int(context.catalog.documentMounts[page])) else {
      return nil
    }
    let id = context.page(page)
    return id.lastIndex(of: "/").map { String(id[...$0]) }
  }

  /// The pages that nothing links to and where no reader enters.
  static func orphans(_ context: CheckContext, _ graph: Graph) -> [UInt32] {
    let entrances = Set(context.mirror.entrances.map(UInt32.init))
    return graph.orphans { page in
      !context.catalog.documentTypes[Int(page)].isPage || entrances.contains(page)
    }
  }
}
