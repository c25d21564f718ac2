import Testing

@testable import LinkGraph

@Suite("The structure of a mirror, for pictures")
struct StructureBuilderTests {
  private func structure(_ sections: [SectionSpecification] = []) async throws -> Structure {
    let checked = try await QueryFixture.checked(sections: sections)
    return checked.drawn(checked.report).structure
  }

  private func words(_ sections: [Structure.Section]) -> [String] {
    sections.map {
      "\($0.name) \($0.pages) orphans \($0.orphans) \($0.errors)/\($0.warnings)/\($0.infos)"
    }
  }

  @Test("how far pages are from the roots, and how they hang together")
  func depths() async throws {
    let structure = try await structure()
    #expect(structure.depths == [1, 2, 1])
    #expect(structure.unreached == 1)
    #expect(structure.components == 3)
    #expect(structure.largestComponent == 3)
    #expect(structure.deadEnds == 1)
  }

  @Test("hubs, the highest rank first")
  func hubs() async throws {
    let hubs = try await structure().hubs
    #expect(hubs.count == 5)
    #expect(hubs.map(\.rank) == hubs.map(\.rank).sorted(by: >))
    #expect(abs(hubs.map(\.rank).reduce(0, +) - 1) < 1e-6)
    let links = hubs.map { "\($0.page) \($0.linkedFrom)→\($0.linksTo)" }.sorted()
    #expect(
      links == [
        "news/README.md 1→2", "news/a.md 3→1", "news/alone.md 0→2", "news/b.md 3→3",
        "news/folder/README.md 1→0",
      ])
    #expect(hubs.last?.page == "news/alone.md")
  }

  @Test("folders count the pages below, each by the worst of its findings")
  func folders() async throws {
    let folders = try await structure().folders
    #expect(
      folders.map { "\($0.path) \($0.pages) \($0.withErrors)/\($0.withWarnings)" } == [
        "news 5 2/1", "news/folder 1 1/0",
      ])
  }

  @Test("without sections the first folders stand for them")
  func byFolder() async throws {
    let structure = try await structure()
    #expect(
      words(structure.sections) == ["news/ 4 orphans 1 2/1/0", "news/folder 1 orphans 0 1/0/0"])
    #expect(structure.matrix == [[8, 1, 0], [0, 0, 0], [0, 0, 0]])
  }

  @Test("the sections of the configuration, and the traffic between them and the rest")
  func sections() async throws {
    let structure = try await structure([QueryFixture.pair()])
    #expect(words(structure.sections) == ["pair 2 orphans 0 2/0/0"])
    #expect(structure.matrix == [[2, 2], [5, 0]])
  }
}
