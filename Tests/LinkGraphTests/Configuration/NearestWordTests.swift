import Testing

@testable import LinkGraph

@Suite struct NearestWordTests {
  private let names = ["name", "preset", "roots", "mounts", "listed-by", "missing-page", "url"]

  @Test(arguments: [
    ("preest", "preset"), ("Name", "name"), ("nmae", "name"), ("root", "roots"),
    ("listedBy", "listed-by"), ("listed_by", "listed-by"), ("missing-pages", "missing-page"),
    ("ulr", "url"), ("urls", "url"), ("mount", "mounts"),
  ])
  func near(typed: String, meant: String) {
    #expect(NearestName.nearest(to: typed, in: names) == meant)
  }

  @Test(arguments: ["", "x", "external", "foo", "git", "presentation"])
  func far(typed: String) {
    #expect(NearestName.nearest(to: typed, in: names) == nil)
  }

  @Test func longNamesCostNothing() {
    #expect(NearestName.nearest(to: String(repeating: "name", count: 100_000), in: names) == nil)
  }
}
