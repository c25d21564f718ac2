import Testing

@testable import LinkGraph

/// Documents that cost the Markdown parser too much are refused, and leave no trace.
@Suite struct MarkdownBudgetTests {
  /// Each takes the parser many seconds.
  private static let hostile = [
    "a " + String(repeating: "<?", count: 200_000),
    String(repeating: "![[]()", count: 70_000),
    String(repeating: "www.a_", count: 30_000),
    String(repeating: "a\n", count: 200_000) + "|-|\n",
    "a " + String(repeating: "<![CDATA[", count: 90_000) + " ~~b~~",
  ]

  private func html(_ text: String) throws(ReadFailure) -> String {
    var writer = MarkdownWriter()
    try writer.write(Array(text.utf8).span, from: 0)
    return String(decoding: writer.output, as: UTF8.self)
  }

  @Test(arguments: hostile)
  func whatTakesTooLongIsRefused(text: String) throws {
    let failure = try #require(throws: ReadFailure.self) { try html(text) }
    #expect(failure.cause == .tooCostly)
    #expect(failure.reason.contains(" ms, many times"))
    // What the parsers share is as before.
    let plain = "~~a~~ www.e.example ~b~ <b>c</b>"
    let expected =
      "<p><del>a</del> <a href=\"http://www.e.example\">www.e.example</a> <del>b</del> <b>c</b></p>\n"
    #expect(try html(plain) == expected)
  }

  @Test func whatTakesTooMuchMemoryIsRefused() throws {
    let text =
      "[a]: " + String(repeating: "b", count: 100_000) + "\n\n"
      + String(repeating: "[a] ", count: 10_000)
    let failure = try #require(throws: ReadFailure.self) { try html(text) }
    #expect(failure.cause == .tooCostly)
    #expect(failure.reason.contains("MiB of memory"))
    #expect(try html("[a]: b\n\n[a]") == "<p><a href=\"b\">a</a></p>\n")
  }

  /// The parser manages, but what it says is hundreds of times the source.
  @Test func longDefinitionsThatAreUsedOftenAreRefused() throws {
    let text =
      "[a]: " + String(repeating: "b", count: 20_000) + "\n\n"
      + String(repeating: "[a] ", count: 1_800)
    let failure = try #require(throws: ReadFailure.self) { try html(text) }
    #expect(failure.reason.contains("says more than 16 MiB"))
  }

  @Test func whatPeopleWriteFitsSeveralTimes() throws {
    let cell = "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n"
    let texts = [
      "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n" + String(repeating: cell, count: 3_000),
      String(repeating: "- [a](b.md) www.e.example, a@e.example, *x* `y` <b>z</b>\n", count: 2_000),
      String(repeating: "# a\n\nb **c** d\n\n", count: 5_000),
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      let usual = MarkdownBudget(length: bytes.count)
      let part = MarkdownBudget(nanoseconds: usual.nanoseconds / 10, bytes: usual.bytes / 3)
      _ = try MarkdownTree(bytes.span, budget: part)
    }
  }

  @Test func otherThreadsReadOnMeanwhile() async throws {
    let plain = "~~a~~ www.e.example [b](c)\n\n" + String(repeating: "x <b>y</b>\n\n", count: 400)
    let expected = try html(plain)
    try await withThrowingTaskGroup(of: String?.self) { group in
      for number in 0..<40 {
        let text = number.isMultiple(of: 8) ? Self.hostile[number / 8] : plain
        let isHostile = number.isMultiple(of: 8)
        group.addTask {
          if !isHostile { return try html(text) }
          #expect(throws: ReadFailure.self) { try html(text) }
          return nil
        }
      }
      for try await result in group { #expect(result == nil || result == expected) }
    }
  }
}
