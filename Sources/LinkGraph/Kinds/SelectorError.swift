/// Why a selector cannot be used, and where in it.
struct SelectorError: Error, Equatable, CustomStringConvertible {
  /// 0-based offset in characters.
  var offset: Int
  var reason: String

  var description: String { "\(reason) at character \(offset + 1) of the selector" }
}
