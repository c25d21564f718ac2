/// The special schemes of the URL Standard, and `none` for every other scheme.
enum SpecialScheme: UInt8, Sendable {
  case none, http, https, ws, wss, ftp, file

  /// The special scheme that `name`, in lower case, names.
  init(_ name: Span<UInt8>) {
    switch name.count {
    case 2: self = name.equals("ws") ? .ws : .none
    case 3: self = name.equals("wss") ? .wss : name.equals("ftp") ? .ftp : .none
    case 4: self = name.equals("http") ? .http : name.equals("file") ? .file : .none
    case 5: self = name.equals("https") ? .https : .none
    default: self = .none
    }
  }

  /// Whether a URL with this scheme is special.
  @inline(__always)
  var isSpecial: Bool { self != .none }

  /// The port that is left out of a URL with this scheme.
  var defaultPort: UInt16? {
    switch self {
    case .http, .ws: 80
    case .https, .wss: 443
    case .ftp: 21
    case .none, .file: nil
    }
  }
}
