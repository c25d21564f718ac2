/// The parts of a mirror by name and number, before anything is wrong with it.
struct Outline: Sendable {
  let seed: UInt64
  let mounts: MountTable
  let calendar: NewsCalendar
  let issues: Int, chapters: Int, pictures: Int

  /// The path of article `index` in the news mount.
  func articlePath(_ index: Int) -> String { calendar.stem(index) + mounts.suffix }

  /// The id of article `index`.
  func articleID(_ index: Int) -> String { mounts.news.id + articlePath(index) }

  /// The path in the manual of chapter `number`.
  static func chapterPath(_ number: Int) -> String {
    "part-\(((number - 1) / MirrorPlan.chaptersPerPart + 1).padded(2))/"
      + "chapter-\(number.padded(4)).html"
  }

  /// The path in the weekly of issue `number`.
  func issuePath(_ number: Int) -> String { "2025/\(number.padded(3))\(mounts.suffix)" }
}
