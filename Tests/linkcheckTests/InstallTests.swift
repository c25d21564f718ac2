import Foundation
import Testing

/// What `Scripts/install` puts beside the program.
@Suite struct InstallTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test func theManualPageSaysWhatTheHelpSays() throws {
    let run = try Program(path: "/usr/bin/env").run(
      ["python3", "Scripts/man-page", "--check", "--binary", Program.linkcheck.path],
      in: Self.root)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func everythingIsPutInItsPlace() throws {
    let folder = try TemporaryFolder()
    let run = try Program(path: "/usr/bin/env").run(
      [
        "DESTDIR=\(folder.path)", "PREFIX=/usr", "PROGRAM=\(Program.linkcheck.path)",
        Self.root + "/Scripts/install",
      ], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(
      contentsOf: URL(filePath: folder.path + "/usr/share/man/man1/linkcheck.1"), encoding: .utf8)
    #expect(page.hasPrefix(".\\\"") && page.contains(".SH EXIT STATUS"))
    for (shell, path) in [
      ("bash", "bash-completion/completions/linkcheck"), ("zsh", "zsh/site-functions/_linkcheck"),
      ("fish", "fish/vendor_completions.d/linkcheck.fish"),
    ] {
      let completion = folder.path + "/usr/share/" + path
      let text = try String(contentsOf: URL(filePath: completion), encoding: .utf8)
      #expect(text.contains("fail-on"), "\(shell)")
      // A shell that is not installed cannot say whether it understands its script.
      let script = "! command -v \(shell) >/dev/null || \(shell) -n \(completion)"
      let parsed = try Program(path: "/bin/sh").run(["-c", script], in: folder.path)
      #expect(parsed.status == 0, "\(shell): \(parsed.errors)")
    }
    let version = try Program(path: folder.path + "/usr/bin/linkcheck").run(
      ["--version"], in: folder.path)
    #expect(version.status == 0)
  }
}
