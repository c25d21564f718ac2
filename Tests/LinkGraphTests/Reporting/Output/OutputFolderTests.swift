import Foundation
import Testing

@testable import LinkGraph

/// An HTML report replaces an earlier one as a whole, and nothing else.
@Suite struct OutputFolderTests {
  private let fixture: StoreFixture
  private var folder: String { fixture.folder }
  private var report: String { folder + "/report" }

  init() throws { fixture = try StoreFixture() }

  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }
  private func names(_ path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)").sorted()
  }
  private func put(_ text: String, _ name: String) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test func aMarkerThatCameWithAMirrorIsNone() throws {
    try put("precious", "elsewhere/f0001.js")
    try put(
      "This folder is written by linkcheck; a later report may replace its files.\n",
      "report/.linkcheck-report")
    try FileManager.default.createSymbolicLink(
      atPath: report + "/data", withDestinationPath: folder + "/elsewhere")
    #expect(throws: OutputError.foreignFolder(report)) { try HTMLReport.write(.small, to: report) }
    #expect(try names("elsewhere") == ["f0001.js"])
    #expect(text("elsewhere/f0001.js") == "precious")
    // Not even one of a real report, with its time.
    try HTMLReport.write(.small, to: folder + "/real")
    let copied = try #require(text("real/.linkcheck-report"))
    try put(copied, "report/.linkcheck-report")
    let time = try FileManager.default.attributesOfItem(
      atPath: folder + "/real/.linkcheck-report")[.modificationDate]
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time)], ofItemAtPath: report + "/.linkcheck-report")
    #expect(throws: OutputError.foreignFolder(report)) { try HTMLReport.write(.small, to: report) }
  }

  @Test func aLinkInsideAnEarlierReportLeadsNowhere() throws {
    try HTMLReport.write(.small, to: report)
    try put("precious", "elsewhere/f0001.js")
    try FileManager.default.removeItem(atPath: report + "/data")
    try FileManager.default.createSymbolicLink(
      atPath: report + "/data", withDestinationPath: folder + "/elsewhere")
    try HTMLReport.write(.healthy, to: report)
    #expect(text("elsewhere/f0001.js") == "precious")
    #expect(try names("elsewhere") == ["f0001.js"])
    #expect(try names("report/data") == ["manifest.js"])
  }

  @Test func aLinkIsNoReportFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/elsewhere", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: report, withDestinationPath: folder + "/elsewhere")
    #expect(throws: OutputError.self) { _ = try OutputFolder(report) }
    #expect(throws: OutputError.self) { _ = try OutputFolder(report + "/inner") }
    #expect(try names("elsewhere").isEmpty)
  }

  @Test func aFailureLeavesTheEarlierReport() throws {
    try HTMLReport.write(.small, to: report)
    let earlier = text("report/index.html")
    #expect(throws: OutputError.self) {
      try OutputFolder(report).write { writer throws(OutputError) in
        try writer.write("index.html", Array("half".utf8))
        throw .place(path: report, errno: ENOSPC)
      }
    }
    #expect(text("report/index.html") == earlier)
    #expect(try names() == ["report"])
  }

  @Test func readersHaveTheEarlierReportUntilTheNewOneIsComplete() throws {
    try HTMLReport.write(.small, to: report)
    let earlier = text("report/index.html")
    try OutputFolder(report).write { writer throws(OutputError) in
      try writer.write("index.html", Array("new".utf8))
      #expect(text("report/index.html") == earlier)
    }
    #expect(text("report/index.html") == "new")
    #expect(try names() == ["report"])
    #expect(try names("report/data").isEmpty)
  }

  @Test func aPathMayEndInSlashesAndDots() throws {
    try HTMLReport.write(.small, to: report + "/./")
    try HTMLReport.write(.healthy, to: report + "//")
    #expect(try names("report/data") == ["manifest.js"])
  }

  @Test func aReportInAMirrorIsNotReadAsPages() async throws {
    try put("# Home\n\n[report](report/index.html)\n", "README.md")
    try HTMLReport.write(.small, to: report)
    let mirror = try Mirror.open(directory: folder)
    let checked = try await CheckedMirror.check(mirror)
    #expect(checked.report.summary.pages == 1)
    #expect(checked.report.findings.isEmpty)
    #expect(
      checked.report.summary.notes == ["the report in report/ was not read as pages"])
  }

  @Test func aFolderThatSaysItWereAReportIsRead() async throws {
    try put("# Home\n\n[a](a/x.md)\n", "README.md")
    try put("# A\n\n[gone](gone.md)\n", "a/x.md")
    try put("This folder is written by linkcheck", "a/.linkcheck-report")
    let checked = try await CheckedMirror.check(try Mirror.open(directory: folder))
    #expect(checked.report.summary.pages == 2)
    #expect(checked.report.findings.map(\.code) == [.missingPage])
  }
}
