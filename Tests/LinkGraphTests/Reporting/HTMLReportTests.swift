import Foundation
import Testing

@testable import LinkGraph

@Suite("HTML report")
struct HTMLReportTests {
  /// A folder of its own for each test, removed with it.
  private final class Folder {
    let path: String

    init() throws {
      path = NSTemporaryDirectory() + "linkcheck-html-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var files: [String] {
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      return names.sorted()
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    func bytes() throws -> [String: Data] {
      var all: [String: Data] = [:]
      for name in files where !["assets", "data"].contains(name) {
        all[name] = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
      }
      return all
    }
  }

  private static let pages = ["index.html", "findings.html", "unreached.html", "structure.html"]

  private func written(_ report: Report) throws -> Folder {
    let folder = try Folder()
    try HTMLReport.write(report, to: folder.path)
    return folder
  }

  /// The value a data file hands over, read as the JSON it is.
  private func value(_ script: String) throws -> Any {
    let inside = try #require(script.firstMatch(of: /(?s)^linkcheck\.data\("\w+",(.*)\);\n$/)?.1)
    return try JSONSerialization.jsonObject(with: Data(inside.utf8))
  }

  @Test("The files of a report")
  func files() throws {
    let folder = try written(.small)
    #expect(
      folder.files == [
        ".linkcheck-report", "assets", "assets/report.css", "assets/report.js", "data",
        "data/f0001.js", "data/f0002.js", "data/f0003.js", "data/f0004.js", "data/f0005.js",
        "data/manifest.js", "data/p0001.js", "findings.html", "index.html", "structure.html",
        "unreached.html",
      ])
  }

  @Test("Folders above are made, and a path may end in a slash")
  func nested() throws {
    let folder = try Folder()
    try HTMLReport.write(.small, to: folder.path + "/a/b/")
    #expect(folder.files.contains("a/b/index.html"))
  }

  @Test("A folder with other things in it is refused and left alone")
  func foreign() throws {
    let folder = try Folder()
    let file = folder.path + "/thesis.txt"
    try Data("years of work".utf8).write(to: URL(filePath: file))
    #expect(throws: OutputError.foreignFolder(folder.path)) {
      try HTMLReport.write(.small, to: folder.path)
    }
    #expect(folder.files == ["thesis.txt"])
    #expect(throws: OutputError.notAFolder(file)) { try HTMLReport.write(.small, to: file) }
    #expect(try folder.text("thesis.txt") == "years of work")
  }

  @Test("A later report replaces an earlier one, and no stale data stays")
  func replaced() throws {
    let folder = try written(.small)
    let kept = folder.path + "/data/notes.txt"
    try Data("mine".utf8).write(to: URL(filePath: kept))
    try HTMLReport.write(.healthy, to: folder.path)
    #expect(
      folder.files.filter { $0.hasPrefix("data/") } == ["data/manifest.js", "data/notes.txt"])
    #expect(try folder.text("index.html").contains("Healthy"))
  }

  @Test("The same report gives the same bytes")
  func deterministic() throws {
    let (a, b) = (try written(.small), try written(.small))
    #expect(try a.bytes() == b.bytes())
  }

  @Test(
    "No text of a mirror becomes markup or code",
    arguments: [
      "</script><script>alert(1)</script>", "\" onload=\"alert(1)", "' onload='alert(1)",
      "<img src=x onerror=alert(1)>", "--><svg/onload=alert(1)>", "]]><x>", "&lt;script&gt;",
      "javascript:alert(1)", "https://x.example/\"><script>alert(1)</script>", "</title><h1>",
      "</textarea></style><a href=x>",
    ])
  func hostile(text: String) throws {
    let harmless = try written(.hostile("harmless"))
    let folder = try written(.hostile(text))
    for page in Self.pages {
      // The same tags and attributes, in the same order, whatever the text.
      #expect(try Self.shape(folder.text(page)) == Self.shape(harmless.text(page)), "\(page)")
    }
    for file in folder.files where file.hasPrefix("data/") {
      let script = try folder.text(file)
      #expect(!script.contains { "<>&\u{2028}\u{2029}".contains($0) }, "\(file)")
      _ = try value(script)
    }
  }

  /// All tags of a page with the names of their attributes and the values that are not free text.
  private static func shape(_ html: String) -> [String] {
    html.matches(of: /<[^>]*>/).map { tag in
      let text = String(tag.0)
      guard !text.hasPrefix("<text "), !text.hasPrefix("<option value") else { return "" }
      return text
    }.filter { !$0.isEmpty && $0 != "</text>" }
  }

  @Test("Control and bidirectional characters show as what they are")
  func controls() throws {
    let folder = try written(.hostile("a\u{0}\u{1B}[31m\u{202E}b\u{2028}c"))
    for page in Self.pages {
      let text = try folder.text(page)
      #expect(text.contains(#"a\x00\x1B[31m\u{202E}b\u{2028}c"#), "\(page)")
      let bad = text.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
          || (0x202A...0x202E).contains($0.value)
      }
      #expect(bad.isEmpty)
    }
  }

  @Test("Only web addresses are links")
  func links() throws {
    for (url, isLink) in [
      ("https://example.org/a?b=c&d#e", true), ("HTTP://example.org/图", true),
      ("javascript:alert(1)", false), ("file:///etc/passwd", false), ("//example.org/", false),
      ("https://a b", false), ("https://", false), ("https://x\u{202E}y", false),
      (" https://example.org/", false), ("ftp://example.org/", false), ("https://x\\y", false),
    ] {
      var html = HTMLText()
      html.address(url)
      #expect(String(decoding: html.bytes, as: UTF8.self).hasPrefix("<a ") == isLink, "\(url)")
    }
  }

  @Test("Pages forbid everything they do not need, and need no network")
  func policy() throws {
    let folder = try written(.small)
    for page in Self.pages {
      let text = try folder.text(page)
      #expect(text.contains("default-src 'none'; script-src 'self'; style-src 'self'"))
      #expect(!text.contains(" style=\""))
      #expect(text.firstMatch(of: /\son[a-z]+=/) == nil)
      for match in text.matches(of: /(?:src|href)="([^"#]*)/) where match.1.contains(":") {
        #expect(match.1.hasPrefix("https://github.com/"), "\(match.1)")
      }
    }
    #expect(try !folder.text("assets/report.css").contains("url("))
    #expect(
      try folder.text("assets/report.js").firstMatch(of: /innerHTML|eval|document\.write/) == nil)
  }

  @Test("Data files lead to every place of every finding")
  func data() throws {
    var builder = SampleReport.Builder()
    for number in 0..<30 {
      let url = "https://example.org/" + String(repeating: "x", count: 300) + "\(number)"
      var places: [Occurrence] = []
      for place in 0...UInt32(number * 40) {
        places.append(builder.place(place % 3, place + 1, 7, place == 1 ? "other" : url))
      }
      builder.add(.missingPage, target: "t\(number)", url: url, message: "m", places)
    }
    builder.add(.orphanPage, target: nil, url: nil, message: "alone", [.whole(1)])
    var report = Report.small
    report.findings = builder.findings
    report.occurrences = builder.occurrences
    report.urls = builder.urls
    // Long names, so that the places need several files.
    report.files = PackedStrings(
      (0..<3).map { String(repeating: "folder/", count: 100) + "\($0).md" })
    let folder = try written(report)
    #expect(folder.files.filter { $0.hasPrefix("data/p") }.count > 5)
    for data in try folder.bytes().values { #expect(data.count < 1_100_000) }

    let manifest = try #require(value(folder.text("data/manifest.js")) as? [String: Any])
    let groups = try #require(manifest["groups"] as? [[String: Any]])
    var seen = 0
    for group in groups {
      for file in try #require(group["files"] as? [[Any]]) {
        let name = try #require(file[0] as? String)
        let findings = try #require(value(folder.text("data/\(name).js")) as? [[Any]])
        #expect(findings.count == file[1] as? Int)
        for finding in findings {
          let index = try #require(finding[0] as? Int)
          let lines = try places(finding, in: folder)
          #expect(
            lines
              == report.findings[index].occurrences.map {
                Int(report.occurrences[$0].line)
              })
          seen += 1
        }
      }
    }
    #expect(seen == report.findings.count)
  }

  /// The lines of a finding's places, found as `report.js` finds them.
  private func places(_ finding: [Any], in folder: Folder) throws -> [Int] {
    let count = try #require(finding[5] as? Int)
    if count == 1 {
      let place = try #require(finding[8] as? [Any])
      return [place.count > 1 ? try #require(place[1] as? Int) : 0]
    }
    var number = try #require(Int((finding[6] as? String ?? "").dropFirst()))
    var offset = try #require(finding[7] as? Int)
    var lines: [Int] = []
    while lines.count < count {
      let name = "p" + String(String(10_000 + number).dropFirst())
      let all = try #require(value(folder.text("data/\(name).js")) as? [[Any]])
      let part = all.dropFirst(offset).prefix(count - lines.count)
      lines += part.map { $0[1] as? Int ?? -1 }
      (number, offset) = (number + 1, 0)
    }
    return lines
  }

  @Test("What is said in the page and what is left to the scripts add up")
  func budget() throws {
    var builder = SampleReport.Builder()
    for number in 0..<1_000 {
      builder.add(
        .missingPage, target: "t\(number)", url: "u", message: "m",
        [builder.place(0, 1, 1, "u")])
    }
    var report = Report.small
    report.findings = builder.findings
    report.occurrences = builder.occurrences
    report.urls = builder.urls
    let page = try written(report).text("findings.html")
    #expect(page.matches(of: /<li class="finding"/).count == 400)
    #expect(page.contains("… and 600 more"))
  }
}
