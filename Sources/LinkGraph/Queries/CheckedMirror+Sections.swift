extension CheckedMirror {
  /// The documents of the section called `name`, or that match it as a glob; nil where none does.
  public func pages(matching name: String) -> Set<Int>? {
    if let members = sections.pages(ofSection: name) { return members }
    guard let glob = try? Glob(name) else { return nil }
    let pages = mirror.catalog.documentTypes.indices.filter { document in
      mirror.catalog.documentTypes[document].isPage
        && mirror.catalog.documents.withBytes(document) { glob.matches($0) }
    }
    return pages.isEmpty ? nil : Set(pages)
  }
}

extension SectionMembership {
  /// The documents of the section called `name`; nil where there is none.
  public func pages(ofSection name: String) -> Set<Int>? {
    names.firstIndex(of: name).map { Set(members[$0]) }
  }
}
