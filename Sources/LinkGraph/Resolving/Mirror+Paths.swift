extension Mirror {
  /// The absolute path of the page that the user calls `name`; nil where there is none.
  public func path(ofPage name: String) -> String? {
    guard let document = finder.page(named: name) else { return nil }
    let mount = catalog.mounts[Int(catalog.documentMounts[document])]
    return mount.folder + "/" + catalog.withPath(ofDocument: document) { $0.string }
  }
}
