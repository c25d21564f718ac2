import Testing

@testable import LinkGraph

@Suite struct ConfigurationErrorTests {
  /// Problems of `yaml`, in which 1️⃣, 2️⃣, ... mark where they are expected, in their order.
  private func check(
    _ marked: String, _ messages: String..., at location: SourceLocation = #_sourceLocation
  ) throws {
    var yaml = ""
    var expected: [ConfigurationError.Problem] = []
    var line = 1
    var column = 1
    for character in marked {
      if let number = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣"].firstIndex(of: character) {
        expected.append(.init(line: line, column: column, message: messages[number]))
        continue
      }
      yaml.append(character)
      if character == "\n" {
        (line, column) = (line + 1, 1)
      } else {
        column += character.utf8.count
      }
    }
    let error = try #require(throws: ConfigurationError.self, sourceLocation: location) {
      try Configuration.parse(yaml, file: "dir/linkcheck.yml")
    }
    #expect(
      error.problems.map { "\($0.line):\($0.column)" }
        == expected.map { "\($0.line):\($0.column)" },
      "found \(error)", sourceLocation: location)
    for (found, wanted) in zip(error.problems, expected) {
      #expect(found.message.contains(wanted.message), sourceLocation: location)
    }
  }

  @Test func rendersFileLineAndColumn() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse("name: x\npreest: generic\nroots: 5\n", file: "dir/linkcheck.yml")
    }
    #expect(
      error.description == """
        dir/linkcheck.yml:2:1: unknown key `preest`; did you mean `preset`? (allowed: name, preset, \
        roots, mounts, sections, kinds, checks, external, ignore)
        dir/linkcheck.yml:3:8: `roots` must be a list of strings, not a number
        """)
    #expect((error.line, error.column) == (2, 1))
    #expect(error.message.hasPrefix("unknown key `preest`"))
  }

  @Test func topLevel() throws {
    try check("1️⃣- a\n- b\n", "the configuration must be a mapping with the keys name, preset,")
    try check("1️⃣hello\n", "must be a mapping")
    try check("name: 1️⃣5", "`name` must be a string, not a number; write \"5\" in quotes")
    try check("name: 1️⃣true", "`name` must be a string, not a boolean")
    try check("name: 1️⃣[a]", "`name` must be a string, not a list")
    try check("name: 1️⃣{a: b}", "`name` must be a string, not a mapping")
    try check("name: 1️⃣\"\"", "`name` must not be empty")
    try check("name: 1️⃣\"a\\0b\"", "`name` must not hold control characters")
    try check("preset: 1️⃣newsmirror", "unknown preset `newsmirror`; did you mean `news-mirror`?")
    try check("preset: 1️⃣zzz", "unknown preset `zzz` (allowed: generic, news-mirror)")
    try check("roots: 1️⃣a.md", "`roots` must be a list of strings, not a string")
    try check("roots: [a, 1️⃣5]", "an element of `roots` must be a string")
    try check("roots: 1️⃣[]", "`roots` must not be empty")
  }

  @Test(arguments: ["\\e", "\\a", "\\x7f", "\\x85", "\\x9b", "\\u2028", "\\u2029", "\\n"])
  func namesWithoutControlCharacters(escape: String) throws {
    let message = "must not hold "
    try check("name: 1️⃣\"a\(escape)b\"", message)
    try check("sections: {1️⃣\"a\(escape)b\": {pages: a}}", message)
    try check("kinds: [{kind: 1️⃣\"a\(escape)b\", within: a}]", message)
    try check("mounts: [{url: 'http://a/', path: ., name: 1️⃣\"a\(escape)b\"}]", message)
  }

  @Test(arguments: ["\\u202e", "\\u2066", "\\u200f", "\\u061c", "\\ufeff"])
  func namesWithoutMarksOfDirection(escape: String) throws {
    try check("name: 1️⃣\"a\(escape)b\"", "marks of writing direction")
    try check("sections: {1️⃣\"a\(escape)b\": {pages: a}}", "marks of writing direction")
    // Letters of scripts that are written from the right, and joiners, are what names are made of.
    _ = try Configuration.parse("name: \"שלום \\u200c سلام 👩\\u200d💻\"", file: "f")
  }

  @Test func asMuchAsIsCompared() throws {
    let sections = (0...4_096).map { "  s\($0): { pages: a }\n" }
    try check(
      "sections:\n" + sections.dropLast().joined() + "  1️⃣" + sections[4_096].dropFirst(2),
      "more than 4096 sections")
    let mount = "  - {url: 'http://a/', path: .}\n"
    try check(
      "mounts:\n" + String(repeating: mount, count: 1_024) + "  - 1️⃣" + mount.dropFirst(4),
      "more than 1024 mounts")
    // 256 alternatives each, of which 195 fit.
    let glob = "  - {page: \"" + String(repeating: "{a,b}", count: 8) + "\", reason: x}\n"
    try check(
      "ignore:\n" + String(repeating: glob, count: 195) + "  - {page: 1️⃣" + glob.dropFirst(11)
        + glob + glob,
      "more than 50000 alternatives")
  }

  @Test func mounts() throws {
    try check("mounts: 1️⃣[]", "`mounts` must not be empty")
    try check("mounts:1️⃣", "`mounts` must not be empty")
    try check("mounts: 1️⃣x", "`mounts` must be a list of mounts, not a string")
    try check("mounts: [1️⃣x]", "a mount must be a mapping with the keys github, gitlab, url, path")
    try check("mounts:\n  - 1️⃣github: a/b\n", "a mount needs `path`")
    try check("mounts:\n  - 1️⃣path: .\n", "a mount needs `github`, `gitlab` or `url`")
    try check(
      "mounts:\n  - github: a/b\n    1️⃣gitlab: c/d\n    path: .\n",
      "a mount has one of `github`, `gitlab` and `url`; this one has `github` already")
    try check("1️⃣allow: [a.example]", "`allow` is a key of `external`: write it below `external:`")
    try check(
      "1️⃣orphan-page: error", "`orphan-page` is a key of `checks`: write it below `checks:`")
    try check("mounts: [{1️⃣githb: a/b, path: .}]", "unknown key `githb`; did you mean `github`?")
    try check("mounts: [{github: a/b, 1️⃣pth: .}]", "unknown key `pth`; did you mean `path`?")
    try check(
      "mounts: [{github: a/b, 1️⃣git: ./x.git, 2️⃣rev: HEAD}]",
      "`git` is not available yet in linkcheck 0.1.0", "`rev` is not available yet")
    try check("mounts: [{github: a/b, path: 1️⃣[x]}]", "`path` must be a string, not a list")
    try check("mounts: [{github: a/b, path: ., pages: 1️⃣yes}]", "`pages` must be true or false")
    try check("mounts: [{gitlab: a/b, path: ., pages: 1️⃣true}]", "only for `github` mounts")
    try check("mounts: [{url: 'http://a/', path: ., branches: 1️⃣[x]}]", "only for `github` and")
    try check("mounts: [{github: a/b, path: ., branches: 1️⃣[]}]", "`branches` must not be empty")
    try check("mounts: [{github: a/b, path: ., name: 1️⃣a/}]", "`name` begins page ids")
    try check("mounts: [{github: a/b, path: ., name: 1️⃣..}]", "`name` begins page ids")
  }

  @Test(arguments: [
    ("github", "news", nil), ("github", "a/b/c", nil), ("github", "a b/c", nil),
    ("github", "/b", nil), ("github", "a/..", nil),
    ("github", "https://github.com/O/R/blob/main/x.md", "O/R"), ("github", "o/r.git", "o/r"),
    ("github", "git@github.com:o/r.git", "o/r"), ("github", "o/r/", "o/r"),
    ("gitlab", "www", nil), ("gitlab", "g//p", nil),
    ("gitlab", "https://gitlab.com/g/s/p/-/tree/main", "g/s/p"),
  ])
  func repositoryNames(key: String, name: String, guess: String?) throws {
    let hint = guess.map { "; did you mean `\($0)`?" } ?? ""
    let form = key == "github" ? "OWNER/REPOSITORY" : "GROUP/PROJECT"
    try check(
      "mounts: [{\(key): 1️⃣\"\(name)\", path: .}]",
      "`\(key)` must be `\(form)`, not `\(name)`\(hint)")
    try check(
      "mounts: [{\(key): a/b, path: ., aliases: [1️⃣\"\(name)\"]}]",
      "an alias of a `\(key)` mount must be `\(form)`, not `\(name)`\(hint)")
  }

  @Test(arguments: [
    ("mirror.example/docs", "absolute http or https URL"), ("ftp://x/", "absolute http or https"),
    ("https:/x/", "absolute http"), ("https://", "host is not valid"), ("https:///x", "host"),
    ("https://a b/", "space"), ("https://u:p@h/", "user name"), ("https://h:99999/", "host"),
    ("https://a..b/", "host"), ("https://h/?q=1", "query"), ("https://h/#f", "fragment"),
    ("https://[::1/", "host"),
  ])
  func urls(url: String, message: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse("mounts: [{url: '\(url)', path: .}]", file: "f")
    }
    #expect((error.line, error.column) == (1, 16))
    #expect(error.message.hasPrefix("`url` must") && error.message.contains(message))
  }

  @Test(arguments: [
    "https://mirror.example", "HTTP://Mirror.Example:8080/docs/", "https://[::1]:8/x",
    "https://例え.jp/", "http://127.0.0.1/a%20b",
  ])
  func goodURLs(url: String) throws {
    let it = try Configuration.parse("mounts: [{url: '\(url)', path: .}]", file: "f")
    #expect(it.mounts.first?.space == .url(url))
  }

  @Test func sections() throws {
    try check("sections:\n  1️⃣a: {listed-by: x, pages: y}\n", "section `a` has both")
    try check("sections:\n  1️⃣a: {}\n", "section `a` needs `listed-by` or `pages`")
    try check("sections: {a: 1️⃣x}", "section `a` must be a mapping with the keys listed-by, pages")
    try check("sections: {a: {1️⃣listedBy: x}}", "unknown key `listedBy`; did you mean `listed-by`?")
    try check("sections: {a: {pages: 1️⃣[]}}", "`pages` must not be empty")
    try check("sections: {a: {pages: 1️⃣5}}", "`pages` must be a string or a list of globs")
    try check("sections: {1️⃣'a,b': {pages: x}}", "must not hold commas")
    try check("sections: 1️⃣[a]", "`sections` must be a mapping of names to sections, not a list")
    try check(
      "sections:\n  a: {pages: x}\n  b: {pages: x}\n  1️⃣a: {pages: y}\n",
      "key `a` appears twice in this mapping, first in line 2")
    try check("sections:\n  a:\n    pages: x\n  1️⃣\"a\":\n    pages: y\n", "first in line 2")
    try check("sections: {1️⃣a: {pages: x}, a: {pages: y}}", "key `a` appears twice")
  }

  @Test func globs() throws {
    try check("sections: {a: {pages: \"news/1️⃣[ab\"}}", "`pages` is a bad glob: `[` is never closed")
    try check("sections: {a: {pages: [x, 'é1️⃣{a']}}", "an element of `pages` is a bad glob: `{`")
    try check("mounts: [{github: a/b, path: ., exclude: [\"/a1️⃣}\"]}]", "closes no group")
    // No column in the pattern where the file writes it in another form.
    try check("ignore: [{url: 1️⃣\"\\x61[\", reason: r}]", "(at byte 2 of the pattern)")
    try check(
      "ignore: [{page: 1️⃣**/x, reason: r}]",
      "`**/x` must be in quotes: unquoted, a value that begins with `*` is an alias")
    try check("sections: {a: {pages: 1️⃣*.md}}", "`*.md` must be in quotes")
    try check("sections: {a: {pages: [1️⃣!x ]}}", "put a value that begins with `!` in quotes")
  }

  @Test func kinds() throws {
    try check("kinds: [1️⃣{after: x}]", "a rule of `kinds` needs `kind`")
    try check("kinds: [1️⃣{kind: x}]", "needs `after`, `within` or both")
    try check("kinds: [{kind: 1️⃣'a b', after: x}]", "`kind` must not hold spaces or commas")
    try check("kinds: [{kind: a, after: 1️⃣[]}]", "`after` must not be empty")
    try check("kinds: [{kind: a, after: [x, 1️⃣' ']}]", "an element of `after` must not be empty")
    try check("kinds: [{kind: a, within: 1️⃣[x]}]", "`within` must be a string, not a list")
    try check("kinds: 1️⃣{a: b}", "`kinds` must be a list of rules, not a mapping")
    let many = (0..<57).map { "  - {kind: \($0 == 56 ? "1️⃣" : "")k\($0), after: x}\n" }.joined()
    try check("kinds:\n\(many)", "more than 64 kinds")
  }

  @Test func checks() throws {
    try check(
      "checks: {1️⃣missing-pages: error}",
      "unknown check `missing-pages`; did you mean `missing-page`? (allowed: missing-page,")
    try check(
      "checks: {missing-page: 1️⃣warn}",
      "unknown severity `warn`; did you mean `warning`? (allowed: error, warning, info, off)")
    try check(
      "checks: {missing-page: 1️⃣fatal}",
      "unknown severity `fatal` (allowed: error, warning, info, off)")
    try check("checks: {missing-page: 1️⃣eror}", "did you mean `error`?")
    try check("checks: {missing-page: 1️⃣5}", "`missing-page` must be a string, not a number")
    try check("checks: {missing-page: 1️⃣}", "`missing-page` must be a string, not empty")
    try check("checks: {missing-page: {1️⃣kinds: [nav]}}", "unknown key `kinds` (allowed: severity)")
    try check(
      "checks: {unreachable-page: {kinds: [nav, 1️⃣relatd]}}",
      "unknown kind `relatd`; did you mean `related`? (allowed: content, nav,")
    try check("checks: {unreachable-page: {kinds: 1️⃣[]}}", "`kinds` must not be empty")
    try check("checks: {1️⃣http-eror: error}", "did you mean `http-error`?")
    try check("checks: 1️⃣[missing-page]", "`checks` must be a mapping of codes to severities")
    try check("checks: {origin: 1️⃣error}", "`origin` must be a mapping with the keys url, severity")
    try check("checks: {origin: 1️⃣{severity: error}}", "`origin` needs `url`")
    try check("checks: {origin: {url: 1️⃣'https://o.example/'}}", "must hold `{path}` once")
    try check(
      "checks: {origin: {url: 1️⃣'https://{lang}.example/{path}'}}", "`{path}` once and no other `{`")
    try check(
      "checks: {origin: {url: 1️⃣'o.example/{path}'}}", "must be an absolute http or https URL")
    try check("checks: {qr: 1️⃣{host: a.example}}", "`qr` needs `parameter`")
    try check("checks: {qr: {host: 1️⃣'https://a.example/', parameter: t}}", "must be a host name")
  }

  @Test func ignore() throws {
    try check("ignore: [1️⃣{reason: r}]", "needs `url`, `page` or `code`")
    try check("ignore: [1️⃣{url: x}]", "a rule of `ignore` needs `reason`")
    try check("ignore: [{url: x, reason: 1️⃣''}]", "`reason` must not be empty")
    try check(
      "ignore: [{code: 1️⃣orphan, reason: r}]", "unknown code `orphan`; did you mean `orphan-page`?")
    try check(
      "ignore: [{code: 1️⃣origin, reason: r}]",
      "unknown code `origin`; did you mean `origin-mismatch`?")
    try check("ignore: [{url: x, 1️⃣reasn: r}]", "unknown key `reasn`; did you mean `reason`?")
  }

  @Test func external() throws {
    try check("external: 1️⃣[a]", "`external` must be a mapping with the keys concurrency, per-host,")
    try check("external: {1️⃣perhost: 5}", "unknown key `perhost`; did you mean `per-host`?")
    try check("external: {1️⃣time-out: 5s}", "did you mean `timeout`?")
    let numbers = [
      ("concurrency", "1 to 1024", ["0", "1025", "-1", "1.5", "0x10", "99999999999999999999"]),
      ("per-host", "1 to 256", ["0", "257"]), ("retries", "0 to 10", ["-1", "11"]),
      ("confirm", "1 to 10", ["0", "11"]),
    ]
    for (key, range, values) in numbers {
      for value in values {
        try check(
          "external: {\(key): 1️⃣\(value)}",
          "`\(key)` must be a whole number from \(range), not \(value)")
      }
      try check("external: {\(key): 1️⃣'5'}", "a whole number from \(range), not a string")
      try check("external: {\(key): 1️⃣}", "a whole number from \(range), not empty")
    }
    for key in ["interval", "timeout", "keep"] {
      let expected = "`\(key)` must be a duration such as 50ms, 20s, 5m, 6h or 7d, not "
      for value in ["soon", "5 s", "-5s", "5w", "1.5s", "s", "ms", "5S", "9999999999999999999s"] {
        try check("external: {\(key): 1️⃣\(value)}", "\(expected)`\(value)`")
      }
      try check("external: {\(key): 1️⃣20}", "\(expected)`20`; add the unit")
      try check("external: {\(key): 1️⃣}", "\(expected)empty")
      try check("external: {\(key): 1️⃣[5s]}", "\(expected)a list")
    }
    try check("external: {timeout: 1️⃣0ms}", "`timeout` must be longer than 0")
    try check("external: {robots: 1️⃣yes}", "`robots` must be true or false, not a string")
    try check(
      "external: {allow: [a.example, 1️⃣'10.0.0.0/8', 2️⃣'https://a.example/', 3️⃣'a b']}",
      "`allow` takes hosts such as `intranet.example`, `10.0.0.5` or `[::1]:8080`, not `10.0.0.0/8`",
      "not `https://a.example/`", "not `a b`")
    try check("external: {insecure: [1️⃣'a.example:0']}", "`insecure` takes hosts")
    try check("external: {insecure: 1️⃣{a: b}}", "`insecure` must be a string or a list of strings")
    try check("external: {user-agent: 1️⃣'é/1'}", "`user-agent` must be printable ASCII")
    try check("external: {user-agent: 1️⃣'(x)'}", "`user-agent` must begin with a product name")
    try check("external: {user-agent: 1️⃣\"a\\nb\"}", "must not hold control characters")
    for key in ["github-api", "github-raw", "gitlab"] {
      try check(
        "external: {\(key): 1️⃣git.example}", "`\(key)` must be an absolute http or https URL")
      try check("external: {\(key): 1️⃣'https://u:p@git.example'}", "must not hold a user name or")
      try check("external: {\(key): 1️⃣'https://git.example/?x'}", "no query or fragment")
    }
    try check(
      "external: {1️⃣retires: 3, confirm: 2️⃣0, keep: 3️⃣7}", "did you mean `retries`?",
      "`confirm` must be", "`keep` must be")
  }

  @Test func anAliasRepeatsNoProblem() throws {
    try check(
      """
      mounts:
        - {github: a/b, path: b, exclude: &skip ["1️⃣[", x]}
        - {github: a/c, path: c, exclude: *skip}
      """, "`[` is never closed")
  }

  @Test func everyProblemIsReported() throws {
    try check(
      """
      1️⃣nmae: x
      preset: 2️⃣mirror
      mounts:
        - github: 3️⃣x
          path: 4️⃣5
      checks: {5️⃣orphan: error}
      """,
      "unknown key `nmae`; did you mean `name`?", "unknown preset", "`github` must be",
      "`path` must be a string", "unknown check `orphan`")
  }
}
