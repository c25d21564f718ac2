import Testing

@testable import LinkGraph

@Suite struct ReferenceTableTests {
  /// A bare folder with a page, a picture and a folder, and the tables of who reads it.
  private struct Reader {
    let mounts = [Mount(name: "", platform: .bare, folder: "/m")]
    let catalog: Catalog
    var resolver: Resolver
    var table: ReferenceTable

    init(capacity: Int = Target.capacity) {
      table = ReferenceTable(capacity: capacity)
      let store = MemoryStore(["a.md": "", "d/a.md": "", "d/b.md": "", "d/p.png": ""])
      catalog = Catalog(mounts: mounts, listing: MirrorListing(mounts, [store]))
      resolver = Resolver(catalog: catalog, addresses: AddressMap(mounts))
    }

    /// The entry of `raw` on a page of `folder`, whose number is the length of its name.
    @discardableResult
    mutating func entry(_ raw: String, in folder: String = "", base: String? = nil) throws -> Int {
      let path = Array((folder + "page.html").utf8)
      var page = try PageContext(mount: 0, of: mounts, path: path.span)
      var context = UInt32(folder.utf8.count)
      if let base {
        page.base = try URLRecord(parsing: base, base: page.url)
        context = 1 << 31 | context
      }
      return table.entry(
        Array(raw.utf8).span, context: context, resolver: &resolver, from: page)
    }

    func raw(_ entry: Int) -> String { table.withRaw(ofEntry: entry) { $0.string } }

    /// What an entry means, whatever the numbers of the table.
    func meaning(_ entry: Int) -> String {
      let entry = table.entries[entry]
      let index = entry.target.index
      let target =
        switch entry.target.tag {
        case .document: catalog.documents[index]
        case .asset: catalog.assets[index]
        case .folder: catalog.folders[index]
        case .samePage: ""
        case .missing: table.missing.strings[index]
        case .outside: table.outside.strings[index]
        case .external:
          table.externals.strings[index] + " "
            + table.reasons[Int(table.externalReasons[index])].reason
        case .malformed: "\(table.malformed[index])"
        }
      return "\(table.raws.strings[Int(entry.raw)]) \(entry.context) \(entry.target.tag) \(target) "
        + "\(entry.traits.rawValue)"
    }
  }

  /// A target's number has 28 bits; what has none is said to be unchecked, and the table knows.
  @Test func targetsBeyondTheLastNumberAreNamed() throws {
    var reader = Reader(capacity: 3)
    let first = try ["x1", "x2", "x3", "https://e.example/1", "https://e.example/2"]
      .map { try reader.entry($0) }
    #expect(!reader.table.isFull)
    let meanings = first.map { reader.meaning($0) }
    let beyond = try ["x4", "https://e.example/3", "https://e.example/4"].map {
      try reader.entry($0)
    }
    #expect(reader.table.isFull)
    for entry in beyond {
      #expect(reader.table.entries[entry].target.tag == .external)
      #expect(reader.meaning(entry).contains("more than 2 different addresses of one sort"))
    }
    #expect(first.map { reader.meaning($0) } == meanings)
    #expect(try reader.entry("x1", in: "") == first[0])

    // Tables that fit alone may not fit together.
    var other = Reader(capacity: 3)
    for raw in ["x5", "x6"] { try other.entry(raw) }
    var merged = ReferenceTable(capacity: 3)
    _ = merged.merge(other.table)
    #expect(!merged.isFull)
    _ = merged.merge(reader.table)
    #expect(merged.isFull)
    #expect(merged.missing.count == 3)
  }

  @Test func anAbsoluteReferenceIsOneEntryEverywhere() throws {
    var reader = Reader()
    let first = try reader.entry("https://x.example/a")
    #expect(try reader.entry("https://x.example/a", in: "d/") == first)
    #expect(try reader.entry("https://x.example/b", in: "d/") != first)
    #expect(reader.table.entries[first].context == ReferenceTable.everywhere)
    #expect(reader.table.entries.count == 2)
  }

  @Test func aRelativeReferenceIsAnEntryForEachFolder() throws {
    var reader = Reader()
    let root = try reader.entry("a.md")
    let folder = try reader.entry("a.md", in: "d/")
    #expect(root != folder)
    #expect(try reader.entry("a.md") == root)
    #expect(try reader.entry("a.md", in: "d/") == folder)
    #expect(reader.meaning(root) == "a.md 0 document a.md 0")
    #expect(reader.meaning(folder) == "a.md 2 document d/a.md 0")
    #expect(reader.table.raws.count == 1)
  }

  @Test func aReferenceToThePageItselfIsOneEntry() throws {
    var reader = Reader()
    for raw in ["#top", "", "#"] {
      let first = try reader.entry(raw)
      #expect(reader.table.entries[first].target.tag == .samePage)
      #expect(try reader.entry(raw, in: "d/") == first)
    }
    // A query is a new address, relative to the page.
    let query = try reader.entry("?q")
    #expect(try reader.entry("?q", in: "d/") != query)
  }

  @Test(arguments: [false, true])
  func underABaseAFragmentLeadsToTheBase(isFirst: Bool) throws {
    var reader = Reader()
    if !isFirst { try reader.entry("#top") }
    let based = try reader.entry("#top", in: "d/", base: "b.md")
    #expect(reader.meaning(based).hasSuffix("document d/b.md 4"))
    let plain = try reader.entry("#top", in: "d/")
    #expect(plain != based)
    #expect(reader.table.entries[plain].target.tag == .samePage)
    #expect(try reader.entry("#top", in: "d/", base: "b.md") == based)
  }

  @Test func passwordsAreNotKept() throws {
    var reader = Reader()
    let entry = try reader.entry("https://ann:secret@x.example/a")
    #expect(reader.raw(entry) == "https://***@x.example/a")
    #expect(try reader.entry("https://ann:other@x.example/a") == entry)
    #expect(reader.meaning(entry).contains("external https://x.example/a "))
    let kept = [reader.table.raws, reader.table.externals, reader.table.missing].flatMap { names in
      (0..<names.count).map { names.strings[$0] }
    }
    let texts = kept + reader.table.malformed.map { "\($0)" }
    #expect(texts.count >= 2)
    for text in texts { #expect(!text.contains("secret"), "\(text)") }
  }

  /// What was meant for a host is a path by the URL standard: its password is kept as part of an id.
  @Test func passwordsOfTyposAreNotKept() throws {
    var reader = Reader()
    let entry = try reader.entry("https:/ann:secret@x.example/a")
    #expect(reader.raw(entry) == "https:/***@x.example/a")
    #expect(!reader.meaning(entry).contains("secret"))
  }

  @Test(arguments: ["data:", "DATA:"])
  func onlyTheBeginningOfALongDataURLIsKept(scheme: String) throws {
    var reader = Reader()
    let start = scheme + "image/png;base64," + String(repeating: "A", count: 300)
    let entry = try reader.entry(start + "B")
    #expect(reader.raw(entry).utf8.count == ReferenceTable.longestDataURL)
    #expect(try reader.entry(start + "C") == entry)
    #expect(reader.table.externals.strings[0].utf8.count <= ReferenceTable.longestDataURL)
    let long = "https://x.example/" + String(repeating: "a", count: 300)
    let kept = try reader.entry(long)
    #expect(reader.raw(kept) == long)
  }

  private static let references = [
    "a.md", "b.md", "../a.md", "d", "d/", "p.png", "d/p.png", "gone.md", "#x", "", "?q", "?q#x",
    "a.md#x", "https://x.example/", "https://ann:pw@x.example/", "mailto:a@x.example", "/d/b.md",
    "https:/x.example/", "//x.example/y", "..%2fa.md", "../../../a.md", "http://[", "data:,x",
  ]

  @Test(arguments: 1...8)
  func twoTablesMergedAreAsOne(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (one, left, right) = (Reader(), Reader(), Reader())
    var entries: [(one: Int, half: Int, isLeft: Bool)] = []
    for _ in 0..<120 {
      let raw = random.pick(Self.references)
      let folder = random.pick(["", "d/"])
      let base = random.chance(10) ? "b.md" : nil
      let isLeft = random.chance(50)
      let half =
        isLeft
        ? try left.entry(raw, in: folder, base: base) : try right.entry(raw, in: folder, base: base)
      entries.append((try one.entry(raw, in: folder, base: base), half, isLeft))
    }
    let map = left.table.merge(right.table)
    #expect(left.table.entries.count == one.table.entries.count)
    #expect(left.table.raws.count == one.table.raws.count)
    for entry in entries {
      let merged = entry.isLeft ? entry.half : Int(map[entry.half])
      #expect(left.meaning(merged) == one.meaning(entry.one))
    }
    // Nothing is new the second time.
    #expect(left.table.merge(right.table) == map)
  }

  @Test func bindingGivesMissingIdsWhatStandsThere() throws {
    var reader = Reader()
    let found = try reader.entry("found.md")
    let again = try reader.entry("../found.md", in: "d/")
    let gone = try reader.entry("gone.md")
    let there = try reader.entry("a.md")
    let bound = reader.table.bind { table, id in
      table.missing.strings[id] == "found.md" ? Target(.document, 2) : nil
    }
    #expect(bound.map(\.entry).sorted() == [found, again, gone])
    #expect(
      bound.map { reader.table.missing.strings[$0.id] } == ["found.md", "found.md", "gone.md"])
    #expect(reader.table.entries[found].target == Target(.document, 2))
    #expect(reader.table.entries[again].target == Target(.document, 2))
    #expect(reader.table.entries[gone].target.tag == .missing)
    #expect(reader.table.entries[there].target == Target(.document, 0))
  }

  @Test func whatLeavesTheFolderIsNotNamedForAnotherReference() throws {
    var reader = Reader()
    try reader.entry("https://x.example/unrelated")
    let entry = try reader.entry("../../a.md")
    let name = reader.table.outside.strings[reader.table.entries[entry].target.index]
    #expect(!name.contains("unrelated"))
  }

  /// By the URL standard `https:x` is relative on a page of the same scheme.
  @Test func aSchemeWithoutSlashesIsRelative() throws {
    var reader = Reader()
    let root = try reader.entry("https:b.md")
    let folder = try reader.entry("https:b.md", in: "d/")
    #expect(reader.meaning(root).contains("target: Optional(\"b.md\")"))
    #expect(reader.meaning(folder).contains("target: Optional(\"d/b.md\")"))
  }
}
