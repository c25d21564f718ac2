import Foundation
import GRDB
import Testing

@testable import LinkGraph

@Suite struct AnswerStoreTests {
  private let fixture: StoreFixture
  private let store: AnswerStore
  init() throws {
    fixture = try StoreFixture()
    store = AnswerStore(try Store(below: fixture.folder))
  }

  private func remembered(_ change: (inout Answer) -> Void) -> RememberedAnswer {
    var answer = Answer()
    change(&answer)
    return RememberedAnswer(answer: answer, askedAt: 1_700_000_000, failedRuns: 0)
  }

  /// What comes back of `answer`.
  private func roundTrip(_ answer: RememberedAnswer) throws -> RememberedAnswer? {
    try store.save([("https://a.example/", answer)])
    return try store.load().lookup("https://a.example/")
  }

  @Test func everyPartComesBack() throws {
    let answers: [(url: String, answer: RememberedAnswer)] = [
      ("http://plain.example/", remembered { $0.status = 200 }),
      (
        "https://full.example/p?q=1&r=%20",
        RememberedAnswer(
          answer: Answer(
            outcome: .problem(.permanentRedirect, "moved to “there” ✓"), status: 200,
            hops: [
              .init(status: 301, url: "https://full.example/a"),
              .init(status: 302, url: "https://other.example/b#part"),
            ], mediaType: "text/html", anchors: [0, 1, 1 << 40, .max],
            image: ImageReport(defect: "cut short", mismatch: "is a PNG"),
            entityTag: "W/\"é\"", lastModified: "Tue, 15 Nov 1994 12:45:26 GMT"),
          askedAt: .max, failedRuns: 3)
      ),
      (
        "https://empty.example/",
        RememberedAnswer(
          answer: Answer(anchors: [], image: ImageReport()), askedAt: .min, failedRuns: 0)
      ),
    ]
    #expect(try store.save(answers) == 3)
    let loaded = try store.load()
    #expect(loaded.count == 3)
    for (url, answer) in answers { #expect(try loaded.lookup(url) == answer) }
    #expect(try loaded.lookup("http://plain.example/x") == nil)
    #expect(try loaded.lookup("") == nil)
  }

  @Test(arguments: CheckList.standard.codes.filter(\.isOfNetwork))
  func everyOutcomeComesBack(code: FindingCode) throws {
    let answer = remembered { $0.outcome = .problem(code, "") }
    #expect(try roundTrip(answer) == answer)
  }

  @Test func theLaterAnswerHolds() throws {
    _ = try roundTrip(
      remembered {
        $0.anchors = [1]; $0.entityTag = "\"1\""
      })
    let later = remembered { $0.outcome = .problem(.timeout, "20 s") }
    #expect(try roundTrip(later) == later)
    #expect(try store.load().count == 1)
  }

  @Test func aRunWithoutAStoreKnowsNothing() throws {
    #expect(try RememberedAnswers().lookup("https://a.example/") == nil)
    #expect(try store.load().lookup("https://a.example/") == nil)
    #expect(try store.save([]) == 0)
  }

  @Test func oldAnswersGo() throws {
    for time in [10, 20, 30] as [Int64] {
      let answer = RememberedAnswer(answer: Answer(), askedAt: time, failedRuns: 0)
      try store.save([("https://a.example/\(time)", answer)])
    }
    #expect(try store.prune(before: 20) == 1)
    #expect(try store.load().lookup("https://a.example/10") == nil)
    #expect(try store.load().lookup("https://a.example/20") != nil)
    #expect(try store.prune(before: .max) == 2)
    #expect(try store.load().count == 0)
  }

  @Test func pruningLooksAtAllRows() throws {
    try store.save(
      (0..<45_000).map { index in
        let time = Int64(index % 3)
        return (
          "https://a.example/\(index)",
          RememberedAnswer(answer: Answer(), askedAt: time, failedRuns: 0)
        )
      })
    #expect(try store.prune(before: 1) == 15_000)
    #expect(try store.prune(before: 1) == 0)
    #expect(try store.load().count == 30_000)
  }

  @Test func manyAnswersAreFound() throws {
    let urls = (0..<5_000).map { "https://host\($0 % 7).example/page/\($0)?\($0 * $0)" }
    try store.save(
      urls.enumerated().map { index, url in
        (
          url,
          remembered {
            $0.status = index; $0.anchors = index % 3 == 0 ? [UInt64(index)] : nil
          }
        )
      })
    let loaded = try store.load()
    #expect(loaded.count == urls.count)
    for (index, url) in urls.enumerated() {
      let answer = try loaded.lookup(url)?.answer
      #expect(answer?.status == index)
      #expect(answer?.anchors == (index % 3 == 0 ? [UInt64(index)] : nil))
      #expect(try loaded.lookup(url + "x") == nil)
    }
  }

  @Test(arguments: [
    "https://user:secret@a.example/", "http://user@a.example", "https://@a.example/",
    "https://a.example/#part", "ftp://a.example/", "a.example", "", "https://a.example/ b",
    "https://a.example/\n", "https://a.example/\u{0}b", "https://a.example/é", "HTTPS://a.example/",
    "https://a.example/" + String(repeating: "x", count: 9_000),
  ])
  func urlsThatMustNotBeKeptAreNot(url: String) throws {
    #expect(try store.save([(url, remembered { _ in })]) == 0)
    #expect(try store.load().count == 0)
  }

  @Test(arguments: ["https://a.example/@user", "http://a.example?m=a@b", "https://[::1]:8080/"])
  func urlsThatOnlyLookLikeCredentialsAreKept(url: String) throws {
    #expect(try store.save([(url, remembered { _ in })]) == 1)
    #expect(try store.load().lookup(url) != nil)
  }

  @Test func hostileValuesAreBounded() throws {
    let long = String(repeating: "é\u{0}", count: 10_000)
    let sent = remembered {
      $0.outcome = .problem(.httpError, long)
      $0.mediaType = long
      $0.image = ImageReport(defect: long, mismatch: long)
      $0.entityTag = String(repeating: "e", count: 1_025)
      $0.lastModified = "x\r\nAuthorization: secret"
      $0.anchors = Array(0...UInt64(AnswerLimits.anchors))
      $0.hops = (0..<30).map { .init(status: 302, url: "https://a.example/\($0)") }
      $0.status = .max
    }
    let back = try #require(try roundTrip(sent)).answer
    guard case .problem(.httpError, let evidence) = back.outcome else {
      Issue.record("another outcome")
      return
    }
    #expect(evidence == String(repeating: "é ", count: 341))
    #expect(back.mediaType.utf8.count <= 255)
    #expect(back.image?.defect == evidence && back.image?.mismatch == evidence)
    #expect(back.entityTag == nil && back.lastModified == nil)
    #expect(back.anchors == nil)
    #expect(back.hops == Array(sent.answer.hops.prefix(20)))
    #expect(back.status == .max)
  }

  @Test(arguments: [
    "https://user:secret@b.example/", "javascript:alert(1)", "https://b.example/\n301 x",
    "https://b.example/#\n301 https://c.example/", "https://b.example/a b",
    "https://b.example/" + String(repeating: "x", count: 9_000),
  ])
  func redirectsThatMustNotBeKept(url: String) throws {
    let hops = [Answer.Hop(status: 301, url: "https://b.example/"), .init(status: 302, url: url)]
    _ = try roundTrip(remembered { $0.status = 200 })
    // A good answer would lead elsewhere without them: neither it nor the former one is kept.
    #expect(try roundTrip(remembered { $0.hops = hops }) == nil)
    let problem = try roundTrip(
      remembered {
        $0.outcome = .problem(.httpError, "404")
        $0.hops = hops
      })
    #expect(problem?.answer.hops == [hops[0]])
    #expect(!(fixture.contents(fixture.file + "-wal") ?? Data()).contains(Data("secret".utf8)))
  }

  /// Rows that we would not write: each is left out, or loses what is wrong with it.
  @Test func rowsOfAHostileFileDoNoHarm() throws {
    let urls = (0..<9).map { "https://a.example/\($0)" }
    try store.save(
      urls.map {
        (
          $0,
          remembered {
            $0.anchors = [1, 2]; $0.entityTag = "\"x\""
          }
        )
      })
    try fixture.withDatabase { db in
      for (index, change) in [
        "outcome = 'no such code'", "hops = 'x'", "hops = '301 https://u:p@a.example/'",
        "etag = 'a' || char(13, 10) || 'b: c'",
        "anchors = x'0200000000000000" + "0100000000000000'",
        "anchors = x'01'", "anchor_count = 9000000000000000000", "failed_runs = -5, status = -1",
        "evidence = zeroblob(100) || hex(zeroblob(100000))",
      ].enumerated() {
        try db.execute(
          sql: "UPDATE answers SET \(change) WHERE url = ?", arguments: [urls[index]])
      }
    }
    let loaded = try store.load()
    let found = try urls.map { try loaded.lookup($0) }
    for index in [0, 1, 2, 8] { #expect(found[index] == nil) }
    #expect(found[3]?.answer.entityTag == nil && found[3]?.answer.anchors == [1, 2])
    for index in [4, 5, 6] {
      #expect(found[index] != nil)
      #expect(found[index]?.answer.anchors == nil)
    }
    #expect(found[7]?.failedRuns == 0)
  }

  /// Whatever the bytes of the file: errors of ``StoreError``, or answers, but no crash.
  @Test func damagedFilesDoNotCrash() throws {
    let urls = (0..<200).map { "https://a.example/\($0)" }
    try store.save(urls.map { ($0, remembered { $0.anchors = Array(0..<300) }) })
    try fixture.withDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let sound = try #require(fixture.contents(fixture.file))
    #expect(sound.count > 400_000)
    let damaged = try StoreFixture()
    var random: UInt64 = 1
    var refused = 0
    for _ in 0..<100 {
      var bytes = sound
      for _ in 0..<200 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(random >> 33) % bytes.count
        // Mostly in the pages of the tables; the header's check would see the rest at once.
        bytes[place < 100 ? 100 : place] = UInt8(truncatingIfNeeded: random >> 25)
      }
      try damaged.write(bytes, to: damaged.file)
      do throws(StoreError) {
        let store = AnswerStore(try Store(below: damaged.folder))
        let loaded = try store.load()
        for url in urls { _ = try loaded.lookup(url) }
        try store.save([(urls[7], remembered { $0.anchors = [1] })])
        try store.prune(before: .max)
      } catch {
        refused += 1
      }
      try FileManager.default.removeItem(atPath: damaged.storeFolder)
    }
    #expect(refused > 0)
  }

  @Test func anchorsThatWentSinceAreNotMadeUp() throws {
    let answer = remembered { $0.anchors = [1] }
    try store.save([("https://a.example/", answer)])
    let loaded = try store.load()
    try store.prune(before: .max)
    let found = try #require(try loaded.lookup("https://a.example/"))
    #expect(found.answer.anchors == nil && found.answer.outcome == .good)
  }

  @Test func twoRunsShareIt() throws {
    let other = AnswerStore(try Store(below: fixture.folder))
    for round in 0..<20 {
      let answer = remembered { $0.status = round }
      try store.save([("https://a.example/\(round)", answer)])
      try other.save([("https://b.example/\(round)", answer), ("https://c.example/", answer)])
    }
    #expect(try store.load().count == 41)
    #expect(try store.load().lookup("https://c.example/")?.answer.status == 19)
  }
}
