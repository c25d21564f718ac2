import Testing

@testable import LinkGraph

@Suite("Pictures")
struct TreemapTests {
  @Test(
    "Areas are in proportion, fill the rectangle and do not overlap",
    arguments: [
      [6, 6, 4, 3, 2, 2, 1], [1], [1, 1], [1_000, 1], [5, 5, 5, 5, 5, 5, 5, 5, 5], [3, 0, 0],
    ] as [[Double]])
  func squarify(sizes: [Double]) {
    let bounds = PictureRect(x: 10, y: 20, width: 600, height: 400)
    let rects = Squarify.layout(sizes, in: bounds)
    #expect(rects.count == sizes.count)
    let total = sizes.reduce(0, +)
    for (rect, size) in zip(rects, sizes) {
      #expect(abs(rect.area - bounds.area * size / total) < 1e-6)
      #expect(rect.x >= bounds.x - 1e-6 && rect.y >= bounds.y - 1e-6)
      #expect(rect.x + rect.width <= bounds.x + bounds.width + 1e-6)
      #expect(rect.y + rect.height <= bounds.y + bounds.height + 1e-6)
    }
    for (i, a) in rects.enumerated() {
      for b in rects[(i + 1)...] {
        let width = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        let height = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
        #expect(width < 1e-6 || height < 1e-6)
      }
    }
  }

  @Test("The example of the paper: 6 6 4 3 2 2 1 in 6 by 4")
  func paper() {
    let rects = Squarify.layout(
      [6, 6, 4, 3, 2, 2, 1], in: PictureRect(x: 0, y: 0, width: 6, height: 4))
    // Bruls, Huizing and van Wijk, figure 4: two squares of 3 by 2 at the left, 4 and 3 above.
    #expect(rects[0] == PictureRect(x: 0, y: 0, width: 3, height: 2))
    #expect(rects[1] == PictureRect(x: 0, y: 2, width: 3, height: 2))
    #expect(abs(rects[2].width - 12 / 7) < 1e-9 && abs(rects[2].height - 7 / 3) < 1e-9)
    #expect(abs(rects[3].width - 9 / 7) < 1e-9 && abs(rects[3].height - 7 / 3) < 1e-9)
  }

  @Test("Folders become a tree whose children add up")
  func tree() {
    let tree = FolderTree([
      .init(path: "a", pages: 10, withErrors: 4, withWarnings: 1),
      .init(path: "a/b", pages: 6, withErrors: 3, withWarnings: 0),
      .init(path: "a/b/c/d", pages: 2, withErrors: 0, withWarnings: 0),
      .init(path: "ab", pages: 5, withErrors: 0, withWarnings: 0),
    ])
    #expect(tree.roots.map { tree.nodes[$0].path } == ["a", "ab"])
    #expect(tree.total == (15, 4, 1))
    let a = tree.nodes[tree.roots[0]]
    #expect(a.children.map { tree.nodes[$0].name } == ["b", "(pages in it)"])
    #expect(a.children.map { tree.nodes[$0].pages } == [6, 4])
    #expect(a.children.map { tree.nodes[$0].withErrors } == [3, 1])
    let b = tree.nodes[a.children[0]]
    #expect(b.children.map { tree.nodes[$0].name } == ["(pages in it)", "c/d"])
  }

  @Test("A root folder without a name holds all others")
  func unnamedRoot() {
    let tree = FolderTree([
      .init(path: "", pages: 10, withErrors: 0, withWarnings: 0),
      .init(path: "x", pages: 4, withErrors: 0, withWarnings: 0),
    ])
    #expect(tree.roots.count == 1)
    #expect(tree.total.pages == 10)
    let root = tree.nodes[tree.roots[0]]
    #expect(root.children.map { tree.nodes[$0].name } == ["(pages in it)", "x"])
  }

  @Test("Deep, many and odd folders draw a bounded picture")
  func bounded() {
    var folders: [Structure.Folder] = []
    var path = "r"
    for depth in 0..<2_000 {
      folders.append(
        .init(path: path, pages: 4_000 - depth, withErrors: depth, withWarnings: 0))
      path += "/d"
    }
    for number in 0..<20_000 {
      folders.append(.init(path: "m/\(number)", pages: 1, withErrors: 0, withWarnings: 0))
    }
    folders.append(.init(path: "m", pages: 20_000, withErrors: 0, withWarnings: 0))
    folders.append(.init(path: "none", pages: 0, withErrors: 0, withWarnings: 0))
    folders.append(.init(path: "odd", pages: -1, withErrors: 9, withWarnings: 9))
    let picture = TreemapPicture.draw(
      FolderTree(folders), width: 1_080, height: 460, style: "wide")
    #expect(picture.bytes.count < 400_000)
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains("smaller folders"))
  }

  @Test(
    "Labels fit, or are cut, or are not there",
    arguments: [
      ("news", 100.0, "news"), ("", 10.0, ""), ("technology-and-science", 60.0, "technol…"),
      ("news", 5.0, nil), ("大陆新闻大陆新闻", 60.0, "大陆新…"),
    ] as [(String, Double, String?)])
  func labels(text: String, room: Double, expected: String?) {
    #expect(PictureLabel.fitted(text, into: room, size: 12) == expected)
  }

  @Test("A histogram shows every page, the tail in one bar")
  func depths() {
    var structure = Structure()
    structure.depths = Array(repeating: 10, count: 100)
    structure.unreached = 7
    for picture in [
      DepthPicture.columns(structure, width: 720), DepthPicture.rows(structure, width: 340),
    ] {
      let text = String(decoding: picture.bytes, as: UTF8.self)
      let pages = text.matches(of: #/<title>(\d+) pages: /#).compactMap { Int($0.1) }
      #expect(pages.reduce(0, +) == 1_007)
      #expect(text.contains("or more clicks"))
    }
  }
}
