import Testing

@testable import LinkGraph

/// A source with marks (1️⃣ and so on) where URLs begin, and what ``SiteIndexReader`` finds in it
/// without them.
struct Listed {
  let index: SiteIndex
  /// Role, mark and URL of each entry; a place in bytes where no mark is.
  let lines: [String]

  init(_ marked: String, at document: String? = nil) throws {
    var source: [UInt8] = []
    var marks: [Int: Int] = [:]
    for character in marked {
      // A keycap is one character: digit, variation selector, combining enclosing keycap.
      if character.unicodeScalars.contains("\u{20E3}"), let digit = character.unicodeScalars.first {
        marks[source.count] = Int(digit.value) - 0x30
      } else {
        source += Array(String(character).utf8)
      }
    }
    let index = SiteIndexReader.read(
      source.span, at: try document.map { try URLRecord(parsing: $0) })
    self.index = index
    lines = (0..<index.count).map { number in
      let entry = index[number]
      let place = marks[entry.offset].map(String.init) ?? "at \(entry.offset)"
      return "\(entry.role) \(place) \(String(decoding: entry.url, as: UTF8.self))"
    }
  }

  /// The URLs made absolute; `nil` where one is none.
  var resolved: [String] {
    (0..<index.count).map { index.resolved($0)?.href ?? "nil" }
  }
}
