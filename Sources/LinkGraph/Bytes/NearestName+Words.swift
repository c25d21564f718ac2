extension NearestName {
  /// The first of the `names` nearest to `name`, or nil where none is near.
  ///
  /// Near means: the same but for letter case, `-` and `_`, or within an edit for every three
  /// letters, at least one. O(names × length²), length at most 64.
  public static func nearest(to name: String, in names: some Sequence<String>) -> String? {
    guard name.utf8.count <= 64 else { return nil }
    let wanted = folded(name)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let letters = folded(candidate)
      let limit = max(1, min(wanted.count, letters.count) / 3)
      if let distance = distance(wanted.span, letters.span, limit: limit),
        distance < best?.distance ?? .max
      {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
  }
}
