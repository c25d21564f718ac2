import Testing

@testable import LinkGraph

@Suite struct GlobTests {
  @Test(arguments: [
    // Within a segment.
    ("*.md", "a.md", true), ("*.md", ".md", true), ("*.md", "a/b.md", false),
    ("a*c", "abbc", true), ("a*c", "ac", true), ("a*c", "a/c", false), ("a*", "a", true),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false),
    // Across segments.
    ("**", "", true), ("**", "a/b/c", true), ("news/**", "news/gb/25/n1.md", true),
    ("news/**", "news/", true), ("news/**", "news", false), ("news/**", "newsletter/a", false),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/b", true), ("a/**/b", "a/x/y/b", true),
    ("a/**/b", "ab", false), ("a/**/b", "a/xb", false), ("a/**/**/b", "a/b", true),
    ("**/b", "b", true), ("**/b", "x/y/b", true), ("**/b", "xb", false),
    ("**/*.md", "a.md", true), ("**/*.md", "x/y/a.md", true), ("**/a/**/b/**", "a/b/", true),
    ("a**b", "a/x/b", true), ("**b", "x/ab", true), ("a***b", "a/b", true),
    // One character.
    ("a?c", "abc", true), ("a?c", "a/c", false), ("a?c", "ac", false), ("?", "中", true),
    ("?", "é", true), ("??", "é", false), ("?", "🙂", true), ("???", "a中🙂", true),
    // Classes.
    ("[abc]", "b", true), ("[abc]", "d", false), ("[!abc]", "d", true), ("[^abc]", "a", false),
    ("[a-cx-z]", "y", true), ("[a-c]", "-", false), ("[a-]", "-", true), ("[-a]", "-", true),
    ("[]]", "]", true), ("[!]]", "]", false), ("[\\]]", "]", true), ("[\\a-c]", "b", true),
    ("[!a]", "/", false), ("[+-9]", "/", false), ("[+-9]", "5", true), ("[一-龥]", "中", true),
    ("[!一-龥]", "é", true), ("x[*?]", "x*", true), ("[{},]", ",", true), ("[!]a]", "!", true),
    ("[[]", "[", true),
    // Groups.
    ("{a,b}", "b", true), ("{a,b}", "c", false), ("x{a,}y", "xy", true), ("{a,b{c,d}}", "bd", true),
    ("{*.md,*.html}", "x.html", true), ("a/{**,x}/b", "a/b", true), ("{a,b}{c,d}", "bc", true),
    ("{[,],x}", ",", true), ("{\\,,x}", ",", true), ("{,a}{,b}", "", true), ("{a}", "a", true),
    ("{**/,}x", "p/q/x", true),
    // Escapes and characters that mean nothing.
    ("\\*", "*", true), ("\\*", "a", false), ("a\\\\b", "a\\b", true), ("a,b", "a,b", true),
    ("a]b", "a]b", true), ("\\{a\\}", "{a}", true), ("!a", "!a", true), ("", "", false),
    // Letter case and dots count; the whole text must match.
    ("A", "a", false), ("*", ".git", true), ("a", "ab", false), ("b", "ab", false),
    ("https://*.cloudfront.net/**", "https://d1x.cloudfront.net/1?random", true),
    ("https://*.cloudfront.net/**", "https://d1x.cloudfront.net/", true),
    ("https://*.cloudfront.net/**", "https://x/y.cloudfront.net/", false),
  ])
  func matching(pattern: String, text: String, expected: Bool) throws {
    guard !pattern.isEmpty else {
      #expect(throws: GlobError.self) { try Glob(pattern) }
      return
    }
    #expect(try Glob(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("", 0, "empty"), ("a[bc", 1, "never closed"), ("[", 0, "never closed"),
    ("[a\\", 0, "never closed"), ("[]", 0, "never closed"), ("中[z-a]", 4, "backwards"),
    ("x[a/b]", 3, "cannot hold `/`"), ("[[:alpha:]]", 1, "named classes"),
    ("{a,b", 0, "never closed"),
    ("a{b,{c}", 1, "never closed"), ("a}b", 1, "closes no group"), ("ab\\", 2, "escapes nothing"),
    (String(repeating: "{", count: 9), 8, "nested deeper"),
    (String(repeating: "{a,b}", count: 9), 40, "256 alternatives"),
    (String(repeating: "x", count: 9000), 8192, "longer than 8192"),
    ("*" + String(repeating: "x", count: 1024), 0, "1023 characters"),
  ])
  func errors(pattern: String, offset: Int, message: String) throws {
    let error = try #require(throws: GlobError.self) { try Glob(pattern) }
    #expect(error.offset == offset)
    #expect(error.message.contains(message))
  }

  @Test func bytesThatAreNotUTF8AreCharacters() throws {
    func matches(_ pattern: String, _ middle: [UInt8]) throws -> Bool {
      let name = [0x61] + middle + [0x63]
      return try Glob(pattern).matches(name.span)
    }
    // A stray continuation byte, Latin-1, a byte of no encoding, a cut-off sequence.
    for middle: [UInt8] in [[0x80], [0xE9], [0xFF], [0xE4], [0xF5]] {
      #expect(try matches("a?c", middle))
      #expect(try matches("a[!b]c", middle))
      #expect(try !matches("a[\u{80}-\u{10FFFF}]c", middle))
      #expect(try matches("a*c", middle))
    }
    // Overlong and cut off: as many characters as bytes.
    for middle: [UInt8] in [[0xC0, 0xAF], [0xE4, 0xB8]] {
      #expect(try !matches("a?c", middle))
      #expect(try matches("a??c", middle))
    }
    // A surrogate, and a value above U+10FFFF.
    #expect(try matches("a???c", [0xED, 0xA0, 0x80]))
    #expect(try matches("a????c", [0xF4, 0x90, 0x80, 0x80]))
  }

  @Test func equalityIsThatOfTheLetters() throws {
    // Canonically equivalent, but other bytes, so they match other names.
    #expect(try Glob("\u{E9}") != Glob("e\u{301}"))
    #expect(try Glob("a*") == Glob("a*"))
    #expect(try !Glob("\u{E9}").matches("e\u{301}"))
    #expect(try Set([Glob("a"), Glob("a"), Glob("b")]).count == 2)
  }

  @Test(arguments: [63, 64, 65, 127, 128, 129, 500, 1018])
  func patternsOfManyWords(length: Int) throws {
    let tail = String(repeating: "ab", count: length / 2) + (length % 2 == 0 ? "" : "?")
    let head = try Glob("**/" + tail)
    let text = tail.replacing("?", with: "中")
    #expect(head.matches(text))
    #expect(head.matches("x/y/" + text))
    #expect(!head.matches("x" + text))
    #expect(!head.matches(text + "a"))
    // A whole-segment wildcard whose skip crosses from one word to the next.
    let inner = try Glob("*" + tail + "/**/z")
    #expect(inner.matches("__" + text + "/z"))
    #expect(inner.matches(text + "/p/q/z"))
    #expect(!inner.matches(text + "z"))
  }

  @Test func hostilePatternsStayLinear() throws {
    // Backtracking needs more steps for these than there are atoms; a hang is the failure.
    let text = String(repeating: "a", count: 20_000)
    let path = String(repeating: "a/", count: 10_000)
    let stars = try Glob(String(repeating: "*a", count: 200) + "b")
    let segments = try Glob(String(repeating: "**/*a", count: 100) + "b")
    let groups = try Glob(String(repeating: "{*,**}a", count: 8) + "b")
    for glob in [stars, segments, groups] {
      for text in [text, path] {
        let isMatch = glob.matches(text)
        #expect(!isMatch)
      }
    }
    let ends = [
      stars.matches(text + "b"), segments.matches(path + "ab"), groups.matches(path + "ab"),
    ]
    #expect(ends == [true, true, true])
  }

  @Test func agreesWithAMatcherByDefinition() throws {
    // Every pattern of up to three pieces, on every text of up to five letters.
    let pieces = ["a", "/", "*", "**", "?", "[!a]", "{a,/}", "**/"]
    let texts = words(of: ["a", "b", "/"], upTo: 5)
    for pattern in words(of: pieces, upTo: 3) where !pattern.isEmpty {
      let glob = try Glob(pattern)
      let alternatives = ReferenceGlob.expand(pattern)
      for text in texts {
        let expected = alternatives.contains { ReferenceGlob.matches($0, text) }
        #expect(glob.matches(text) == expected, "\(pattern) on \(text)")
      }
    }
  }

  private func words(of letters: [String], upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { word in letters.map { word + $0 } }
      all += last
    }
    return all
  }
}

/// The grammar written down as directly as possible, by trying everything.
private enum ReferenceGlob {
  static func expand(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
      return [pattern]
    }
    return pattern[pattern.index(after: open)..<close].split(separator: ",").flatMap {
      expand(String(pattern[..<open]) + $0 + String(pattern[pattern.index(after: close)...]))
    }
  }

  static func matches(_ pattern: String, _ text: String) -> Bool {
    matches(Array(pattern), 0, Array(text))
  }

  private static func matches(_ p: [Character], _ i: Int, _ text: [Character]) -> Bool {
    guard i < p.count else { return text.isEmpty }
    if p[i] == "*" {
      var end = i
      while end < p.count, p[end] == "*" { end += 1 }
      if end - i == 1 {
        return (0...text.count).contains {
          !text[..<$0].contains("/") && matches(p, end, Array(text[$0...]))
        }
      }
      if i == 0 || p[i - 1] == "/", end < p.count, p[end] == "/" {
        // Nothing, or whole segments with their slashes.
        return matches(p, end + 1, text)
          || text.indices.contains {
            text[$0] == "/" && matches(p, end + 1, Array(text[($0 + 1)...]))
          }
      }
      return (0...text.count).contains { matches(p, end, Array(text[$0...])) }
    }
    guard let first = text.first else { return false }
    let rest = Array(text.dropFirst())
    switch p[i] {
    case "?": return first != "/" && matches(p, i + 1, rest)
    case "[": return first != "/" && first != "a" && matches(p, i + 4, rest)
    default: return first == p[i] && matches(p, i + 1, rest)
    }
  }
}
