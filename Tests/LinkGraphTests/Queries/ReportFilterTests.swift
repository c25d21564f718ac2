import Testing

@testable import LinkGraph

@Suite("Reports that keep a part of the findings")
struct ReportFilterTests {
  private static let missing =
    "missing-page news/gone.md news/a.md news/a.md news/folder/README.md"
  private static let orphan = "orphan-page - news/alone.md"
  private static let image = "orphan-image - news/unused.png"

  @Test("nothing asked for keeps all")
  func all() async throws {
    let report = try await QueryFixture.checked().report(filter: ReportFilter())
    #expect(report.lines == [Self.missing, Self.orphan, Self.image])
    #expect(report.counts == ["missing-page 3", "orphan-page 1", "orphan-image 1"])
  }

  @Test("kinds keep occurrences on links of these kinds, and nothing of pages as a whole")
  func kinds() async throws {
    let checked = try await QueryFixture.checked()
    let content = checked.report(filter: ReportFilter(kinds: KindSet(.content)))
    #expect(content.lines == [Self.missing])
    let nav = KindSet(try #require(KindTable().kind(named: "nav")))
    #expect(checked.report(filter: ReportFilter(kinds: nav)).findings.isEmpty)
  }

  @Test("pages keep what shows on them, and nothing of files whose number is the same")
  func pages() async throws {
    let checked = try await QueryFixture.checked()
    let place = checked.mirror.catalog.place(Array("news/unused.png".utf8).span)
    let unused = try #require(place)
    let page = try checked.document("news/a.md")
    #expect(unused.index == page)
    let report = checked.report(filter: ReportFilter(pages: [page]))
    #expect(report.lines == ["missing-page news/gone.md news/a.md news/a.md"])
    #expect(report.counts == ["missing-page 2"])
    #expect(report.summary.pages == 5)
    #expect(checked.report(filter: ReportFilter(pages: [])).findings.isEmpty)
  }

  @Test("codes keep their findings; all that is asked for must hold")
  func codes() async throws {
    let checked = try await QueryFixture.checked()
    let alone = try checked.document("news/alone.md")
    #expect(
      checked.report(filter: ReportFilter(codes: [.orphanPage, .orphanImage])).lines == [
        Self.orphan, Self.image,
      ])
    #expect(
      checked.report(filter: ReportFilter(pages: [alone], codes: [.missingPage])).lines.isEmpty)
    #expect(
      checked.report(filter: ReportFilter(pages: [alone], codes: [.orphanPage])).lines == [
        Self.orphan
      ])
  }
}
