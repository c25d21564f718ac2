import Foundation

@testable import LinkGraph

/// Reads documents into facts by the rules of a mirror on GitHub.
struct FactsFixture {
  var reader: DocumentReader<KindTracker>
  let kinds: KindRules

  init(preset: Preset = .newsMirror, keepsTexts: Bool = true) throws {
    kinds = try KindRules(Configuration(preset: preset), file: "test")
    reader = DocumentReader(observer: KindTracker(kinds), keepsTexts: keepsTexts)
  }

  static let github = Mount.Platform.github(owner: "o", repository: "r")

  mutating func read(
    _ text: String, _ type: FileType, _ platform: Mount.Platform = Self.github
  ) throws -> PageFacts {
    try read(Array(text.utf8), type, platform)
  }

  mutating func read(
    _ content: [UInt8], _ type: FileType, _ platform: Mount.Platform = Self.github
  ) throws -> PageFacts {
    var bytes = content
    try reader.read(&bytes, type: type, rules: PublishingRules(platform, type: type))
    return reader.facts
  }

  /// The files of the committed mirror that are documents, in name order.
  static func documents() throws -> [(path: String, type: FileType, bytes: [UInt8])] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/news-mirror")
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.sorted().compactMap { name in
      let type = FileType(path: name.utf8.span)
      guard type.isDocument else { return nil }
      return (name, type, [UInt8](try Data(contentsOf: root.appending(path: name))))
    }
  }
}

extension PageFacts {
  /// The URL of reference `index`.
  func url(_ index: Int) -> String { withBytes(references[index].url) { $0.string } }

  /// The text of reference `index`.
  func text(_ index: Int) -> String { withBytes(references[index].text) { $0.string } }
}
