import Testing

@testable import LinkGraph

@Suite("The audit of a section")
struct SectionAuditTests {
  private func words(_ audit: SectionAudit) -> [String] {
    audit.pages.map { page in
      "\(page.id) \(page.linkedFrom)→\(page.linksTo) depth \(page.depth.map(String.init) ?? "-") "
        + "\(page.errors)/\(page.warnings)/\(page.infos)"
    }
  }

  @Test("by the section's name or a glob", arguments: ["pair", "news/{a,b}.md"])
  func pages(name: String) async throws {
    let checked = try await QueryFixture.checked(sections: [QueryFixture.pair()])
    let audit = try #require(checked.audit(name))
    #expect(audit.name == name)
    #expect(words(audit) == ["news/a.md 3→1 depth 1 2/0/0", "news/b.md 3→3 depth 1 0/0/0"])
    #expect(
      audit.traffic.map { "\($0.kind) \($0.inside) in \($0.incoming) out \($0.outgoing)" } == [
        "content 2 in 3 out 2", "nav 0 in 2 out 0",
      ])
    #expect(audit.report.lines == ["missing-page news/gone.md news/a.md news/a.md"])
    #expect(audit.report.counts == ["missing-page 2"])
  }

  @Test("a page that no click reaches has no depth")
  func unreached() async throws {
    let audit = try #require(try await QueryFixture.checked().audit("news/alone.md"))
    #expect(words(audit) == ["news/alone.md 0→2 depth - 0/1/0"])
  }

  @Test("the whole mirror has no traffic but its own")
  func whole() async throws {
    let audit = try #require(try await QueryFixture.checked().audit("**"))
    #expect(audit.pages.count == 5)
    #expect(audit.traffic.allSatisfy { $0.incoming == 0 && $0.outgoing == 0 })
    #expect(audit.traffic.map(\.inside) == [7, 2])
  }

  @Test("what matches no page is no section", arguments: ["news/none*", "news/shown.png"])
  func nothing(name: String) async throws {
    #expect(try await QueryFixture.checked().audit(name) == nil)
  }
}
