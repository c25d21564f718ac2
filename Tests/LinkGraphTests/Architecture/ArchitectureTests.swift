import Foundation
import Testing

@Suite("The shape of the library")
struct ArchitectureTests {
  @Test("every folder is a room of the order, and every room a folder")
  func rooms() throws {
    let sources = try Sources()
    #expect(sources.rooms.count > 10)
    #expect(Set(sources.rooms).count == sources.rooms.count)
    #expect(Set(sources.files.map(\.room)).subtracting([""]) == Set(sources.rooms))
    #expect(sources.files.filter { $0.room.isEmpty }.map(\.path) == ["LinkGraph.swift"])
  }

  @Test("no room names a type of a later room")
  func arrow() throws {
    let sources = try Sources()
    let rank = Dictionary(uniqueKeysWithValues: sources.rooms.enumerated().map { ($1, $0) })
    var owner: [String: String] = [:]
    for file in sources.files {
      for name in Sources.declared(in: file.code) { owner[name] = file.room }
    }
    #expect(owner.count > 200)
    var upward: [String] = []
    for file in sources.files {
      for name in Sources.named(in: file.code) {
        guard let room = owner[name], let other = rank[room], let own = rank[file.room],
          other > own
        else { continue }
        upward.append("\(file.path) names \(name) of \(room)")
      }
    }
    #expect(upward.isEmpty, "\(upward.sorted().joined(separator: "\n"))")
  }

  @Test("a name is one type in the whole library")
  func names() throws {
    var owners: [String: [String]] = [:]
    for file in try Sources().files {
      for name in Sources.declared(in: file.code) { owners[name, default: []].append(file.path) }
    }
    let twice = owners.filter { $0.value.count > 1 }.map { "\($0.key): \($0.value)" }
    #expect(twice.isEmpty, "\(twice.sorted().joined(separator: "\n"))")
  }

  @Test("docs/ARCHITECTURE.md quotes the order as it is")
  func quoted() throws {
    let document = Sources.repository.appending(path: "docs/ARCHITECTURE.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    #expect(text.contains("```\n\(try Sources.order())```"))
  }

  @Test("the test itself sees what it looks for")
  func reading() {
    let code = Sources.bare(
      #"""
      // Comment names Later
      @safe public struct Own: Base {
        let text = "Later \(Inner.name) too"
        enum Nested {}
      }
      extension Other { }
      """#)
    #expect(Sources.declared(in: code) == ["Own"])
    #expect(Sources.named(in: code).isSuperset(of: ["Own", "Base", "Inner", "Nested", "Other"]))
    #expect(Sources.named(in: Sources.bare(#"let a = "Later" // Later"#)).isEmpty)
  }
}
