import Foundation
import Testing

@testable import LinkGraph

@Suite struct MountBuilderTests {
  private let fixture: StoreFixture

  init() throws {
    fixture = try StoreFixture()
    for folder in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: fixture.folder + "/" + folder, withIntermediateDirectories: true)
    }
    try Data().write(to: URL(filePath: fixture.folder + "/file"))
  }

  private func mounts(_ yaml: String) throws -> [Mount] {
    let base = FilePath.absolute(fixture.folder)
    return try MountBuilder(file: "linkcheck.yml", base: base)
      .mounts(Configuration.parse(yaml, file: "linkcheck.yml")).mounts
  }

  @Test(arguments: [
    ("- { github: o/n, path: ./gone }", "does not exist"),
    ("- { github: o/n, path: ./file }", "is not a folder"),
    ("- { github: o/n, path: a }\n  - { gitlab: g/n, path: b }", "two mounts are named `n`"),
    (
      "- { github: o/n, path: a }\n  - { github: O/N, path: b, name: x }",
      "have the same URLs and branch"
    ),
    (
      "- { gitlab: g/n, path: a }\n  - { gitlab: G/n, path: b, name: x }",
      "have the same URLs and branch"
    ),
    (
      "- { url: \"https://x.example/d\", path: a }\n  - { url: \"https://x.example/d/\", path: b, name: y }",
      "have the same URLs"
    ),
    ("- { github: o/n, path: a }\n  - { github: o/m, path: ./a }", "are the same folder"),
  ])
  func contradictions(mounts yaml: String, message: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try mounts("mounts:\n  \(yaml)\n") }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect((error?.line ?? 0) >= 2)
  }

  @Test func names() throws {
    let mounts = try mounts(
      """
      mounts:
        - { github: o/n, path: a }
        - { url: "https://x.example:8080/d", path: b }
      """)
    #expect(mounts.map(\.name) == ["n", "x.example:8080/d"])
    #expect(mounts[0].branches == ["HEAD", "main", "master"])
    #expect(mounts[1].platform == .web(base: "https://x.example:8080/d/"))
    #expect(mounts.map(\.displayFolder) == ["a", "b"])
  }

  @Test func theBranchOfTheCheckoutComesFirst() throws {
    let git = fixture.folder + "/a/.git"
    try FileManager.default.createDirectory(atPath: git, withIntermediateDirectories: true)
    try Data("ref: refs/heads/feature/x\n".utf8).write(to: URL(filePath: git + "/HEAD"))
    let mounts = try mounts("mounts: [{ github: o/n, path: a }]")
    #expect(mounts[0].branches == ["feature/x", "HEAD", "main", "master"])
  }

  @Test func anEmptyConfigurationMountsItsFolder() throws {
    #expect(try mounts("").map(\.platform) == [.bare])
  }
}
