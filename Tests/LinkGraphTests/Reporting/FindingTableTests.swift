import Foundation
import Testing

@testable import LinkGraph

/// `docs/FINDINGS.md` says what the list of checks says.
@Suite("The table of finding codes")
struct FindingTableTests {
  /// The text that the file should hold.
  private static var text: String {
    let rows = CheckList.standard.codes.map { code in
      let meaning = code.meaning.replacing("|", with: "\\|")
      return "| `\(code.rawValue)` | \(code.defaultSeverity)\(code.isOfNetwork ? " (online)" : "")"
        + " | \(meaning) |\n"
    }
    return """
      # Finding codes

      Every finding has one of these codes, in the order of reports. The severity is that where the
      configuration says nothing: `checks:` in `linkcheck.yml` gives another, or turns a code `off`.
      Those marked online are found only where the network is asked; but `unchecked` are images too that are
      too large to verify, or that the disk does not give.

      | code | severity | what it is |
      |---|---|---|

      """ + rows.joined() + """

        `linkcheck explain CODE` prints what follows. To silence one, in `linkcheck.yml`: `checks: { CODE: off }`,
        or for some pages or URLs, each with its reason, `ignore: [{ code: CODE, page: "old/**", reason: "…" }]`.

        """
        + CheckList.standard.codes.map { code in
          "\n## `\(code.rawValue)`: \(code.title)\n\n\(code.why)\n\n\(code.remedy)\n"
        }.joined()
  }

  @Test("the file is the table of the list of checks")
  func file() throws {
    let file = Sources.repository.appending(path: "docs/FINDINGS.md")
    if ProcessInfo.processInfo.environment["LINKCHECK_UPDATE_SNAPSHOTS"] != nil {
      try Data(Self.text.utf8).write(to: file)
    }
    let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(found == Self.text, "docs/FINDINGS.md should be:\n\(Self.text)")
  }

  @Test("every code says why it matters and how to mend it, in sentences")
  func advice() {
    for code in CheckList.standard.codes {
      for text in [code.why, code.remedy] {
        #expect(text.hasSuffix(".") && !text.contains("\n") && !text.contains("  "), "\(code)")
      }
    }
  }

  @Test("what is said to silence a code is a configuration")
  func silencing() throws {
    for code in CheckList.standard.codes {
      let configuration = try Configuration.parse(code.silencing, file: "linkcheck.yml")
      #expect(configuration.checks.severity(of: code) == .off, "\(code)")
      #expect(configuration.ignore.map(\.code) == [code])
    }
  }

  @Test("every code says what it is, in one line")
  func meanings() {
    for code in CheckList.standard.codes {
      #expect(!code.meaning.isEmpty && !code.meaning.contains("\n"), "\(code)")
    }
  }
}
