/// How many pages are how many clicks away, as a histogram in SVG.
struct DepthPicture {
  private struct Bar {
    var label: String
    var title: String
    var pages: Int
    var style: StaticString
  }

  private let bars: [Bar]
  private let largest: Int
  private var html = HTMLText()

  /// Upright columns, for wide windows.
  static func columns(_ structure: Structure, width: Double) -> HTMLText {
    var picture = DepthPicture(structure, most: 18)
    let slot = min(72, width / Double(max(1, picture.bars.count)))
    let (top, height) = (18.0, 170.0)
    picture.open("wide", width, top + height + 40)
    for (index, bar) in picture.bars.enumerated() {
      let x = Double(index) * slot
      let length = picture.length(bar.pages, of: height)
      picture.begin(bar)
      picture.rect(x + 3, top + height - length, max(2, slot - 6), length)
      picture.text(
        ReportNumber.grouped(bar.pages), x + slot / 2, top + height - length - 5, "count middle")
      picture.text(bar.label, x + slot / 2, top + height + 17, "middle")
      picture.html.raw("</g>\n")
    }
    picture.html.raw("<path class=\"axis\" d=\"M0 ")
    picture.html.length(top + height + 0.5)
    picture.html.raw("H")
    picture.html.length(slot * Double(picture.bars.count))
    picture.html.raw("\"/>")
    picture.text("clicks from a root", 3, top + height + 35, "axis-name")
    picture.html.raw("</svg>\n")
    return picture.html
  }

  /// Lying bars, for narrow windows.
  static func rows(_ structure: Structure, width: Double) -> HTMLText {
    var picture = DepthPicture(structure, most: 24)
    let row = 24.0
    let labels = 48.0
    let counts =
      picture.bars.map { PictureLabel.width(ReportNumber.grouped($0.pages), size: 12) }.max() ?? 0
    picture.open("narrow", width, row * Double(picture.bars.count) + 22)
    picture.text("clicks from a root", 0, 12, "axis-name")
    for (index, bar) in picture.bars.enumerated() {
      let y = 20 + Double(index) * row
      let length = picture.length(bar.pages, of: width - labels - counts - 8)
      picture.begin(bar)
      picture.text(bar.label, labels - 8, y + 15, "end")
      picture.rect(labels, y + 3, length, row - 6)
      picture.text(ReportNumber.grouped(bar.pages), labels + length + 6, y + 15, "count")
      picture.html.raw("</g>\n")
    }
    picture.html.raw("</svg>\n")
    return picture.html
  }

  private init(_ structure: Structure, most: Int) {
    let room = structure.unreached > 0 ? most - 1 : most
    let depths = structure.depths
    var bars: [Bar] = []
    for (depth, pages) in depths.prefix(depths.count > room ? room - 1 : room).enumerated() {
      let clicks = depth == 0 ? "roots" : ReportNumber.counted(depth, "click") + " from a root"
      bars.append(Bar(label: "\(depth)", title: clicks, pages: pages, style: "reached"))
    }
    if depths.count > room {
      let rest = depths.dropFirst(room - 1)
      bars.append(
        Bar(
          label: "\(room - 1)+", title: "\(room - 1) or more clicks from a root",
          pages: rest.reduce(0, +), style: "reached"))
    }
    if structure.unreached > 0 {
      bars.append(
        Bar(
          label: "never", title: "not reached by clicks", pages: structure.unreached,
          style: "unreached"))
    }
    self.bars = bars
    largest = bars.map(\.pages).max() ?? 0
  }

  /// The length of a bar; something is always to be seen of what is not nothing.
  private func length(_ pages: Int, of whole: Double) -> Double {
    guard pages > 0, largest > 0 else { return 0 }
    return max(1, whole * Double(pages) / Double(largest))
  }

  private mutating func open(_ style: StaticString, _ width: Double, _ height: Double) {
    html.raw("<svg class=\"depths ")
    html.raw(style)
    html.raw("\" role=\"img\" viewBox=\"0 0 ")
    html.length(width)
    html.raw(" ")
    html.length(height)
    html.raw("\"><title>Pages by number of clicks from a root</title>\n")
  }

  private mutating func begin(_ bar: Bar) {
    html.raw("<g class=\"")
    html.raw(bar.style)
    html.raw("\"><title>")
    html.text(ReportNumber.counted(bar.pages, "page"))
    html.raw(": ")
    html.text(bar.title)
    html.raw("</title>")
  }

  private mutating func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    html.raw("<rect x=\"")
    html.length(x)
    html.raw("\" y=\"")
    html.length(y)
    html.raw("\" width=\"")
    html.length(width)
    html.raw("\" height=\"")
    html.length(height)
    html.raw("\"/>")
  }

  private mutating func text(_ text: String, _ x: Double, _ y: Double, _ style: StaticString) {
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
