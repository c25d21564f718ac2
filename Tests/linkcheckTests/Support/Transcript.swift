import Foundation

/// What a user sees who types commands in a folder: each command, its exit code, what it printed and
/// the files it wrote.
///
/// Whatever is of this run or this machine alone (times, absolute paths, the version) is replaced by
/// a word in capitals, so that the text of two runs is the same; so are ESC and CR, to be seen.
struct Transcript {
  /// The text so far.
  private(set) var text = ""
  private let folder: String

  /// A transcript of commands that are run in `folder`.
  init(in folder: String) { self.folder = folder }

  /// Runs linkcheck with `arguments`, then takes down the reports it wrote to `files` of the folder.
  mutating func run(_ arguments: [String], files: [String] = []) throws {
    let outcome = try Program.linkcheck.run(arguments, in: folder)
    text += text.isEmpty ? "" : "\n"
    text += "$ linkcheck " + arguments.map(Self.quoted).joined(separator: " ") + "\n"
    text += "exit \(outcome.status)\n"
    append("stdout", outcome.output)
    append("stderr", outcome.errors)
    for file in files {
      append(file, try String(contentsOfFile: folder + "/" + file, encoding: .utf8))
    }
  }

  private mutating func append(_ name: String, _ output: String) {
    text += "--- \(name)\n" + normalized(output)
    if !output.isEmpty, output.utf8.last != 10 { text += "\n(no line break at the end)\n" }
  }

  private func normalized(_ output: String) -> String {
    output
      .replacing(folder, with: "FOLDER")
      // A long path has a line of its own.
      .replacing(#/the file\s+FOLDER/#, with: "the file FOLDER")
      .replacing(#/linkcheck \d+\.\d+\.\d+/#, with: "linkcheck VERSION")
      .replacing(#/"started":"[^"]*"/#, with: "\"started\":\"TIME\"")
      .replacing(#/"seconds":[^,}\n]*/#, with: "\"seconds\":TIME")
      .replacing(#/ pages? \([0-9][^()\n]* (?:s|min)\)/#) { match in
        match.output.prefix { $0 != "(" } + "(TIME)"
      }
      .replacing("\u{1b}", with: "ESC").replacing("\r\n", with: "CR\n")
  }

  /// `argument` as a shell wants it.
  private static func quoted(_ argument: String) -> String {
    let isPlain =
      !argument.isEmpty
      && argument.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || "0123456789-_./:=,@%+".unicodeScalars.contains($0))
      }
    return isPlain ? argument : "'" + argument.replacing("'", with: #"'\''"#) + "'"
  }
}
