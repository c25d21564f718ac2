import Testing

@testable import LinkGraph

@Suite("Distances between names")
struct NearestNameTests {
  private func distance(_ a: String, _ b: String, _ limit: Int) -> Int? {
    NearestName.distance(Array(a.utf8).span, Array(b.utf8).span, limit: limit)
  }

  @Test(
    "distances",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("abc", "abd", 1), ("abc", "acb", 1),
      ("ca", "abc", 3), ("index.html", "indx.html", 1), ("index.htm", "index.html", 1),
      ("kitten", "sitting", 3), ("n14578230.md", "n14587230.md", 1), ("ab", "ba", 1),
      ("abcdef", "badcfe", 3), ("http", "htttp", 1),
    ] as [(String, String, Int)])
  func distances(a: String, b: String, expected: Int) {
    for limit in 0...8 {
      let found = expected <= limit ? expected : nil
      #expect(distance(a, b, limit) == found, "limit \(limit)")
      #expect(distance(b, a, limit) == found, "limit \(limit)")
    }
    #expect(distance(a, b, .max) == expected)
  }

  @Test("a negative limit is met by nothing")
  func negativeLimit() {
    #expect(distance("a", "a", -1) == nil)
  }

  @Test("agrees with the whole table on all short words")
  func agreesWithTable() {
    var words = [""]
    for _ in 0..<4 { words += words.flatMap { word in ["a", "b", "c"].map { word + $0 } } }
    words = Array(Set(words)).sorted()
    for a in words.filter({ $0.count == 4 }) {
      for b in words {
        let full = Self.table(Array(a.utf8), Array(b.utf8))
        for limit in 0...4 {
          #expect(distance(a, b, limit) == (full <= limit ? full : nil), "\(a) \(b) \(limit)")
        }
      }
    }
  }

  /// The textbook table, without bounds.
  private static func table(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var d = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          d[i][j] = i + j
          continue
        }
        d[i][j] = min(
          d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
        }
      }
    }
    return d[a.count][b.count]
  }
}
