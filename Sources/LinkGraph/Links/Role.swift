/// What a reference does on its page, whatever its place in the design.
///
/// `links --format jsonl` and every report use the raw values.
public enum Role: UInt8, CaseIterable, Sendable {
  case anchor, area, image, stylesheet, script, media, frame, object, form, cite
  case meta, refresh, canonical, alternate, icon, preload, base, css, other

  /// The name in reports and configuration.
  public var name: String { String(describing: self) }

  /// Whether a reader gets from page to page by it: an edge of the graph.
  public var isEdge: Bool {
    switch self {
    case .anchor, .area, .frame, .refresh: true
    default: false
    }
  }

  /// Whether a reader sees something of it on the page, or is taken on by it.
  var isVisible: Bool {
    switch self {
    case .anchor, .area, .image, .media, .frame, .object, .form, .css, .refresh: true
    default: false
    }
  }
}
