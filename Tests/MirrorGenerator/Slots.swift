/// Numbers of the references of an article page, in source order: 94 anchors and 36 images.
enum Slots {
  static let imageBar = 0..<10
  static let textBars = 10..<38
  static let related = 38..<42
  static let recommended = 42..<45
  static let popular = 45..<66
  static let source = 66..<70
  static let sidebar = 70..<94
  /// The anchor that names the page's original.
  static let origin = 69

  static let barImages = 0..<10
  static let picture = 10
  static let code = 11
  static let sidebarImages = 12..<36

  /// Anchor and image slots that hold a link which all pages of a day share as a defect, so that
  /// defects of single pages keep away from them.
  static let sharedPage = 20
  static let sharedAlias = 10
  static let sharedImage = 15
}
