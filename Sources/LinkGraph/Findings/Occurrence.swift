/// One place where a finding shows. 20 bytes; a report can hold millions.
public struct Occurrence: Sendable {
  /// Index into ``Report/places``.
  public var place: UInt32
  /// 1-based line of the reference in the page's source; 0 for the page as a whole.
  public var line: UInt32
  /// 1-based column in UTF-8 bytes of the URL's first character; 0 for the page as a whole.
  public var column: UInt32
  /// Index into ``Report/urls`` of the reference as written; ``noURL`` for the page as a whole.
  public var url: UInt32
  /// The kind of the link.
  public var kind: Kind
  /// The role of the link; `.other` for the page as a whole.
  public var role: Role

  /// The ``url`` of an occurrence that is not a reference.
  public static let noURL = UInt32.max

  /// An occurrence from its parts.
  public init(place: UInt32, line: UInt32, column: UInt32, url: UInt32, kind: Kind, role: Role) {
    self.place = place
    self.line = line
    self.column = column
    self.url = url
    self.kind = kind
    self.role = role
  }

  /// An occurrence of the page or file as a whole.
  public static func whole(_ place: UInt32) -> Occurrence {
    Occurrence(place: place, line: 0, column: 0, url: noURL, kind: .content, role: .other)
  }
}
