import Foundation

/// Folders that snapshots are taken of.
enum SmallMirrors {
  /// One defect of every sort that a bare folder can have; its names need escaping in every format.
  static let garden = [
    "README.md": """
    # Garden

    [Roses](beds/roses.md) and [tulips](beds/tulips.html#late), [lilies](<beds/lilies, "white".md>),
    [the pond](pond.md). [Top](#garden) [Bottom](#bottom)

    ![Plan](img/plan.png) [Seeds](https://seeds.example/?a=1&b=2) [Write](mailto:ann@seeds.example)

    """,
    "beds/roses.md": """
    [Garden](../README.md) · [Tulips](Tulips.html) · [Pruning](#pruning)

    ## Pruning

    """,
    "beds/tulips.html": """
    <!DOCTYPE html>
    <nav><a href=../README.md>Garden</a></nav>
    <h2 id=early>Early</h2>
    <p><a href="roses.md">Roses &amp; more</a> <a href=http:/seeds.example>Seeds</a>

    """,
    "beds/lilies, \"white\".md": "[Garden](../README.md)\n",
    "beds/weeds.md": "[Garden](../README.md)\n",
  ]

  /// Nothing is wrong with it.
  static let healthy = [
    "README.md": "# Start\n\n[Next](next.md#more)\n", "next.md": "[Back](README.md)\n\n## More\n",
  ]

  /// No page.
  static let pageless = ["notes.txt": "x\n"]

  /// Configurations that describe no mirror.
  static let misconfigured = [
    "keys/linkcheck.yml": "mounts:\n  - github: example\n    path: ./news\nroot: [a.md]\n",
    "syntax/linkcheck.yml": "mounts: [\n",
    "selector/linkcheck.yml": "kinds:\n  - { kind: menu, within: \"ul + li\" }\n",
    "root/linkcheck.yml": "roots: [rosse.md]\nmounts:\n  - url: https://a.example/\n    path: .\n",
    "root/roses.md": "x\n",
    "folder/linkcheck.yml": "mounts:\n  - url: https://a.example/\n    path: ./gone\n",
  ]

  /// Writes `files` to the new folder `path`.
  static func write(_ files: [String: String], to path: String) throws {
    let folder = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
