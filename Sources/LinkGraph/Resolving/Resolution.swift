/// What one reference leads to.
enum Resolution {
  /// A file or folder of the mirror.
  case place(Place)
  /// The page that holds the reference.
  case samePage
  /// Maps into a mount where nothing stands; the id is in ``Resolver/id``.
  case missing
  /// Would leave its mount, with the reason; what it names is in ``Resolver/id`` for a symbolic link,
  /// else in ``Resolver/href``.
  case outside(OutsideReason)
  /// Not a file of the mirror; the URL by the WHATWG rules is in ``Resolver/href``.
  case unchecked(AddressMap.Unchecked)
  /// Cannot be resolved, or is a plain typo; the address that was meant, where it can be told.
  case malformed(MalformedReference)
}

extension Resolution {
  /// Whether something of the mirror stands there.
  var isFound: Bool {
    switch self {
    case .place, .samePage: true
    case .missing, .outside, .unchecked, .malformed: false
    }
  }
}

/// How a link would leave its mount.
enum OutsideReason: UInt8, Sendable {
  case aboveRoot, encodedTraversal, symbolicLink, danglingLink

  /// Whether it is a symbolic link of the mirror that leads out.
  var isLink: Bool { self == .symbolicLink || self == .danglingLink }
}

/// Why a reference is malformed.
struct MalformedReference: Hashable, Sendable {
  /// What is wrong, as the end of a sentence.
  var reason: String
  /// The address that was meant.
  var meant: String?
  /// Where it leads by the rules of the URL standard, as reports name it; nil where it has none.
  var target: String?
}

/// How a reference was written, beside where it leads.
struct ReferenceTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// Goes through a former name of the mount.
  static let staleAlias = ReferenceTraits(rawValue: 1)
  /// Names the file view of a repository host, not the file's own bytes.
  static let fileView = ReferenceTraits(rawValue: 2)
  /// Has a fragment that can be checked.
  static let fragment = ReferenceTraits(rawValue: 4)
  /// Names a folder, whose index page or README it shows.
  static let folder = ReferenceTraits(rawValue: 8)
  /// Is written as wikis write links, with the text of a heading for its anchor.
  static let wikiLink = ReferenceTraits(rawValue: 16)
}
