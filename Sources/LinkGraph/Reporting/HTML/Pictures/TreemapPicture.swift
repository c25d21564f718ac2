/// The folders of a mirror as a treemap in SVG: area is pages, colour the share of pages with
/// errors.
struct TreemapPicture {
  /// Upper bounds, in percent, of the shares that have a colour each; the first is exactly 0.
  static let shares: [Double] = [0, 1, 5, 20, 50, 100]

  private static let header = 20.0
  private static let smallest = 420.0
  private static let font = 12.0

  private let tree: FolderTree
  private var html = HTMLText()

  /// The picture of `tree`, `width` by `height` CSS pixels, with the class `style`.
  static func draw(
    _ tree: FolderTree, width: Double, height: Double, style: StaticString
  ) -> HTMLText {
    var picture = TreemapPicture(tree: tree)
    picture.html.raw("<svg class=\"treemap ")
    picture.html.raw(style)
    picture.html.raw("\" role=\"img\" viewBox=\"0 0 ")
    picture.html.length(width)
    picture.html.raw(" ")
    picture.html.length(height)
    picture.html.raw(
      "\"><title>Folders by number of pages; the stronger the colour, the more of them have errors")
    picture.html.raw("</title>\n")
    picture.draw(in: PictureRect(x: 0, y: 0, width: width, height: height))
    picture.html.raw("</svg>\n")
    return picture.html
  }

  private init(tree: FolderTree) { self.tree = tree }

  /// The class of the colour for `part` of `whole` pages.
  static func style(_ part: Int, of whole: Int) -> StaticString {
    guard part > 0, whole > 0 else { return "s0" }
    switch 100 * Double(part) / Double(whole) {
    case ...1: return "s1"
    case ...5: return "s2"
    case ...20: return "s3"
    case ...50: return "s4"
    default: return "s5"
    }
  }

  /// Draws folder by folder, larger before what is in them. The tree can be deep as a path is long,
  /// so there is a list of what is to be drawn instead of recursion.
  private mutating func draw(in bounds: PictureRect) {
    var pending: [(node: Int, rect: PictureRect)] = []
    fill(bounds, with: tree.roots, &pending)
    while let (number, rect) = pending.popLast() {
      var node = tree.nodes[number]
      // A folder with nothing but one folder in it is no level of its own.
      while node.children.count == 1, let only = node.children.first {
        let name = (node.name.isEmpty ? "" : node.name + "/") + tree.nodes[only].name
        node = tree.nodes[only]
        node.name = name
      }
      let inner = rect.inset(by: 2, top: Self.header)
      let isGroup =
        !node.children.isEmpty && rect.width >= 84 && inner.height >= 30
        && inner.area >= 3 * Self.smallest
      cell(node, rect, isGroup: isGroup)
      if isGroup { fill(inner, with: node.children, &pending) }
    }
  }

  /// Gives each of `children` its part of `bounds`; those too small to see share one.
  private mutating func fill(
    _ bounds: PictureRect, with children: [Int], _ pending: inout [(node: Int, rect: PictureRect)]
  ) {
    let nodes = tree.nodes
    let total = children.reduce(0) { $0 + nodes[$1].pages }
    guard total > 0, bounds.area > 0 else { return }
    var shown = children.count
    var rest = 0
    while shown > 1 {
      let pages = nodes[children[shown - 1]].pages
      guard Double(pages) * bounds.area / Double(total) < Self.smallest else { break }
      rest += pages
      shown -= 1
    }
    var sizes = children.prefix(shown).map { Double(nodes[$0].pages) }
    if shown < children.count { sizes.append(Double(rest)) }
    let rects = Squarify.layout(sizes, in: bounds)
    for (child, rect) in zip(children.prefix(shown), rects) { pending.append((child, rect)) }
    if shown < children.count, let last = rects.last {
      let small = children.dropFirst(shown)
      let name = ReportNumber.counted(small.count, "smaller folder")
      cell(
        FolderTree.Node(
          path: name, name: name, pages: rest,
          withErrors: small.reduce(0) { $0 + nodes[$1].withErrors },
          withWarnings: small.reduce(0) { $0 + nodes[$1].withWarnings }),
        last, isGroup: false)
    }
  }

  private mutating func cell(_ node: FolderTree.Node, _ rect: PictureRect, isGroup: Bool) {
    guard rect.width >= 1, rect.height >= 1 else { return }
    html.raw("<g class=\"")
    html.raw(isGroup ? "group " : "leaf ")
    html.raw(Self.style(node.withErrors, of: node.pages))
    html.raw("\"><title>")
    html.text(node.path.isEmpty ? "all pages" : node.path)
    if node.name == "(pages in it)" { html.raw(" itself") }
    html.raw(": ")
    html.text(ReportNumber.counted(node.pages, "page"))
    html.raw(", ")
    html.number(node.withErrors)
    html.raw(" with errors (")
    html.text(ReportNumber.percent(node.withErrors, of: node.pages))
    html.raw("), ")
    html.number(node.withWarnings)
    html.raw(" with warnings only</title><rect x=\"")
    html.length(rect.x + 0.5)
    html.raw("\" y=\"")
    html.length(rect.y + 0.5)
    html.raw("\" width=\"")
    html.length(max(0.5, rect.width - 1))
    html.raw("\" height=\"")
    html.length(max(0.5, rect.height - 1))
    html.raw("\"/>")
    label(node, rect, isGroup: isGroup)
    html.raw("</g>\n")
  }

  private mutating func label(_ node: FolderTree.Node, _ rect: PictureRect, isGroup: Bool) {
    let name = node.path.isEmpty ? "all pages" : node.name
    let room = rect.width - 10
    guard rect.height >= 17, let text = PictureLabel.fitted(name, into: room, size: Self.font)
    else {
      return
    }
    let count = ReportNumber.grouped(node.pages)
    let countWidth = PictureLabel.width(count, size: 11)
    line(text, rect.x + 5, rect.y + 14.5, "name")
    if isGroup {
      if PictureLabel.width(text, size: Self.font) + countWidth + 12 <= room {
        line(count, rect.x + rect.width - 5 - countWidth, rect.y + 14.5, "count")
      }
    } else if rect.height >= 34, countWidth <= room {
      line(count, rect.x + 5, rect.y + 29, "count")
    }
  }

  private mutating func line(_ text: String, _ x: Double, _ y: Double, _ style: StaticString) {
    html.raw("<text class=\"")
    html.raw(style)
    html.raw("\" x=\"")
    html.length(x)
    html.raw("\" y=\"")
    html.length(y)
    html.raw("\">")
    html.text(text)
    html.raw("</text>")
  }
}
