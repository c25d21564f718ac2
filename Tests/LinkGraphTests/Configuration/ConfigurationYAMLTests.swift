import Testing

@testable import LinkGraph

/// YAML itself: syntax errors, and documents made to hurt.
@Suite struct ConfigurationYAMLTests {
  private func problem(_ yaml: String) throws -> ConfigurationError.Problem {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(yaml, file: "f")
    }
    return try #require(error.problems.first)
  }

  @Test(arguments: [
    ("name: [a, b\nroots: [c]\n", 2, 6), ("name: \"abc\n", 2, 1), ("a: b: c\n", 1, 5),
    ("\tname: x\n", 1, 1), ("中: 中: c\n", 1, 9), ("name: @x\n", 1, 7), ("- a\nb: c\n", 2, 1),
    ("name: x\n---\nname: y\n", 2, 1),
  ])
  func syntaxErrorsHavePlaces(yaml: String, line: Int, column: Int) throws {
    let problem = try problem(yaml)
    #expect(problem.message.hasPrefix("not valid YAML: "))
    #expect((problem.line, problem.column) == (line, column))
  }

  @Test func controlCharactersHavePlaces() throws {
    let problem = try problem("name: é\nroots: [a\u{1}]\n")
    #expect((problem.line, problem.column) == (2, 10))
    #expect(problem.message.hasPrefix("not valid YAML: "))
  }

  @Test func aliasBombsEnd() throws {
    // 10 to the power of 12 values if written out, as a value and as a key.
    var levels = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let row = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      levels += "a\(level): &a\(level) [\(row)]\n"
    }
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(levels, file: "f")
    }
    #expect(error.problems.contains { $0.message.contains("aliases repeat more than") })
    #expect(throws: ConfigurationError.self) {
      try Configuration.parse(levels + "? *a11\n: y\n", file: "f")
    }
    #expect(throws: ConfigurationError.self) {
      try Configuration.parse(levels + "? [*a11, *a11]\n: y\n{*a11 : y}\n", file: "f")
    }
  }

  @Test func theStringTagMakesAString() throws {
    #expect(try Configuration.parse("name: !!str 5\n", file: "f").name == "5")
  }

  @Test func aliasesInsideThemselvesAreUnknown() throws {
    #expect(try problem("roots: &a [x, *a]\n").message.contains("`*a` must be in quotes"))
    #expect(try problem("roots: *a\n").message.contains("`*a` must be in quotes"))
  }

  @Test func mergeKeysTagsAndOddKeysAreRefused() throws {
    let merge = try problem("checks: &c {missing-page: off}\nx: {<<: *c}\n")
    #expect((merge.line, merge.column) == (2, 1))
    #expect(try problem("checks: {<<: {missing-page: off}}\n").message.contains("merge keys"))
    #expect(try problem("name: !!binary aGk=\n").message.contains("YAML tags are not supported"))
    #expect(try problem("roots: !x [a]\n").message.contains("YAML tags"))
    #expect(try problem("? [a, b]\n: c\n").message == "a key must be a string")
    #expect(try problem("? *a\n: c\n").message.contains("a key cannot be an alias"))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsAnError(opening: String) throws {
    for depth in [40, 900, 200_000] {
      let text = String(repeating: opening, count: depth)
      let close = opening == "[" ? "]" : opening == "{a: " ? "}" : ""
      #expect(throws: ConfigurationError.self) {
        try Configuration.parse(
          "roots: " + (opening.hasSuffix(" ") && close.isEmpty ? "\n  " : "") + text + "x"
            + String(repeating: close, count: depth), file: "f")
      }
    }
  }

  @Test func manyTokensInDeepBracketsAreRefused() throws {
    let deep = String(repeating: "[", count: 990) + String(repeating: "x,", count: 500_000)
    #expect(try problem("roots: " + deep).message.contains("too many open brackets"))
    // As many brackets that are closed, or as long a file without them, is no problem.
    let flat = String(repeating: "{url: 'a[b]', reason: r}, ", count: 2000)
    #expect(try Configuration.parse("ignore: [\(flat)]", file: "f").ignore.count == 2000)
  }

  @Test func oneLongLineIsReadOnce() throws {
    // Places of a list on one line; walking the line for each of them would take minutes.
    let names = (0..<20_000).map { "中\($0)" }.joined(separator: ", ")
    let it = try Configuration.parse("roots: [\(names)]", file: "f")
    #expect(it.roots?.count == 20_000)
    #expect(it.roots?.last?.column == 9 + names.utf8.count - "中19999".utf8.count)
  }

  @Test func filesThatUseTheWholePlaneAreRefused() throws {
    var text = "# "
    for value in 0xF_0000...0xF_FFFD {
      if let scalar = Unicode.Scalar(UInt32(value)) { text.unicodeScalars.append(scalar) }
    }
    #expect(throws: ConfigurationError.self) { try Configuration.parse(text + "\n", file: "f") }
  }

  @Test func messagesShowNoControlCharacters() throws {
    let problem = try problem("\"a\\e[31m\\u202Eb\": x\n")
    #expect(problem.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    let long = try self.problem(String(repeating: "k", count: 900) + ": x\n")
    #expect(long.message.utf8.count < 300)
  }

  @Test func plainTextHasTypes() {
    for text in ["0", "-1", "+12", "1.", ".5", "1.5e-3", "0x1F", "0o17", ".inf", "-.INF", ".nan"] {
      #expect(YAMLNode.type(ofPlain: text) == .number, "\(text)")
    }
    for text in ["-", ".", "e5", "1e", "0x", "0xG", "1.2.3", "2025-08", "on", "yes", "1_000", "+"] {
      #expect(YAMLNode.type(ofPlain: text) == .string, "\(text)")
    }
    #expect(YAMLNode.type(ofPlain: "") == .null && YAMLNode.type(ofPlain: "FALSE") == .boolean)
  }
}
