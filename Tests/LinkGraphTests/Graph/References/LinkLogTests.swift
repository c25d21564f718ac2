import Testing

@testable import LinkGraph

@Suite struct LinkLogTests {
  private static let roles = Role.allCases

  private func record(
    _ entry: UInt32, line: UInt32, column: UInt32, role: Role = .anchor, kind: UInt8 = 0,
    flags: UInt8 = 0
  ) -> LinkRecord {
    LinkRecord(
      entry: entry, role: role, kind: Kind(rawValue: kind), flags: .init(rawValue: flags),
      line: line, column: column)
  }

  private func records(of log: LinkLog, at place: LinkLog.Place) -> [LinkRecord] {
    var found: [LinkRecord] = []
    log.forEach(place) { found.append($0) }
    return found
  }

  /// Records as pages have them: mostly forwards, sometimes back, sometimes far away.
  private func page(_ random: inout SeededGenerator, links: Int) -> [LinkRecord] {
    var (line, column): (UInt32, UInt32) = (1, 1)
    return (0..<links).map { _ in
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: column += .random(in: 0...300, using: &random)
      case 5..<8: (line, column) = (line + .random(in: 1...90, using: &random), 1)
      case 8: (line, column) = (.random(in: 1...line, using: &random), column / 2 + 1)
      default:
        line = .random(in: 1...(1 << 26), using: &random)
        column = .random(in: 1...(1 << 26), using: &random)
      }
      return record(
        .random(in: 0...(random.chance(10) ? .max : 5000), using: &random), line: line,
        column: column, role: random.pick(Self.roles), kind: .random(in: 0..<64, using: &random),
        flags: .random(in: 0..<8, using: &random))
    }
  }

  @Test func givesBackWhatWasAppendedAcrossChunks() {
    var random = SeededGenerator(seed: 7)
    var log = LinkLog()
    var pages: [(place: LinkLog.Place, records: [LinkRecord])] = []
    while log.byteCount < 2_300_000 {
      let page = page(&random, links: .random(in: 0...20_000, using: &random))
      pages.append((log.append(page), page))
    }
    #expect(Set(pages.map { $0.place.offset >> 32 }).count >= 2, "one chunk only")
    for (place, records) in pages.reversed() {
      #expect(self.records(of: log, at: place) == records)
    }
  }

  @Test func extremeValuesSurvive() {
    let records = [
      record(.max, line: .max, column: 0x7fff_ffff, role: .other, kind: 63, flags: 255),
      record(0, line: 0, column: 0), record(.max, line: 1 << 31, column: 1),
      record(127, line: 1 << 31, column: 0x7fff_ffff), record(128, line: 1 << 31, column: 0),
      record(1, line: 1, column: 1),
    ]
    var log = LinkLog()
    let place = log.append(records)
    #expect(self.records(of: log, at: place) == records)
  }

  @Test func everyRoleAndFlagSurvives() {
    let all = Self.roles.flatMap { role in
      (UInt8(0)..<8).map { record(3, line: 1, column: 1, role: role, kind: 5, flags: $0) }
    }
    var log = LinkLog()
    let place = log.append(all)
    #expect(records(of: log, at: place) == all)
  }

  @Test func aPageWithoutLinksHasNone() {
    var log = LinkLog()
    let empty = log.append([])
    let place = log.append([record(1, line: 2, column: 3)])
    #expect(empty.count == 0)
    #expect(records(of: log, at: empty).isEmpty)
    #expect(records(of: log, at: place).count == 1)
    #expect(records(of: log, at: LinkLog.Place()).isEmpty)
  }

  @Test func anOrdinaryLinkTakesFewBytes() {
    var log = LinkLog()
    _ = log.append((0..<100).map { record($0, line: $0 / 4 + 1, column: $0 % 4 * 60 + 1) })
    #expect(log.byteCount <= 600)
  }
}
