/// How URLs of a live mirror and ids of its pages belong together.
enum LiveAddress {
  /// The id of `url`; nil where it is not of `mirror`.
  static func id(of url: URLRecord, in mirror: Mirror) -> [UInt8]? {
    var resolver = Resolver(
      catalog: Catalog(mounts: mirror.catalog.mounts),
      addresses: mirror.addresses)
    guard let context = try? PageContext(mount: 0, of: mirror.catalog.mounts, path: [UInt8]().span)
    else { return nil }
    let bytes = url.bytes
    guard case .missing = resolver.resolve(bytes.span, from: context) else { return nil }
    return resolver.id
  }

  /// The URL of the page or file `id`.
  static func url(ofID id: [UInt8], in mirror: Mirror?) -> String {
    guard let mount = mirror?.catalog.mounts.first else { return "" }
    let path = id.dropFirst(mount.idPrefix.utf8.count)
    let mark = path.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
    var url = Array(mount.rootURL.utf8)
    let bytes = Array(path[..<mark])
    PercentEncoding.encode(bytes.span, .filePath, into: &url)
    url += path[mark...]
    // An encoded slash is the one thing that an id does not decode.
    return String(decoding: url, as: UTF8.self).replacing("%252F", with: "%2F")
  }
}
