import Testing

@testable import LinkGraph

@Suite struct CatalogTests {
  @Test func everythingIsFoundByItsIDAndNothingElse() throws {
    let catalog = try SampleMirror.open().catalog
    for (tag, names) in [
      (Place.Tag.document, catalog.documents), (.asset, catalog.assets), (.folder, catalog.folders),
    ] {
      #expect(!names.isEmpty)
      for index in 0..<names.count {
        #expect(names.withBytes(index) { catalog.place($0) } == Place(tag, index))
        #expect(catalog.place(Array((names[index] + "x").utf8).span) == nil)
      }
      let ids = (0..<names.count).map { names[$0] }
      #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    #expect(catalog.place([UInt8]().span) == nil)
  }

  @Test func aFolderOfAnotherMountIsThatMountsAlone() throws {
    let catalog = try SampleMirror.open().catalog
    #expect(catalog.place(Array("docs/manual/lost.html".utf8).span) == nil)
    #expect(catalog.place(Array("docs/manual/".utf8).span) == nil)
    #expect(catalog.place(Array("manual/index.html".utf8).span) != nil)
  }

  @Test func thousandsOfNames() {
    var store = MemoryStore()
    for number in 0..<5_000 { store.files["d\(number % 7)/\(number).md"] = [] }
    let mounts = [Mount(name: "", platform: .bare, folder: "")]
    let catalog = Catalog(mounts: mounts, listing: MirrorListing(mounts, [store]))
    #expect(catalog.documents.count == 5_000)
    #expect(catalog.folders.count == 8)
    for number in 0..<5_000 {
      let id = "d\(number % 7)/\(number).md"
      let place = catalog.place(Array(id.utf8).span)
      #expect(place.map { catalog.id(of: $0) } == id)
    }
    #expect(catalog.place(Array("d0/1.md".utf8).span) == nil)
  }

  @Test func namesInOtherLetterCase() throws {
    let catalog = try SampleMirror.open().catalog
    let names = FoldedNames(catalog)
    func name(_ id: String) -> String? {
      names.place(Array(id.utf8).span).map { catalog.name(of: $0) }
    }
    #expect(name("NEWS/case.MD") == "news/Case.md")
    #expect(name("news/GB") == "news/gb")
    #expect(name("news/gone.md") == nil)
    #expect(FoldedNames.fold(Array("ÀÉ".utf8).span) == Array("àé".utf8))
    let same = names.sameName(as: Array("x/readme.md".utf8).span, limit: 5)
    #expect(Set(same.map { catalog.id(of: $0) }) == ["news/README.md", "www/README.md"])
    #expect(names.sameName(as: Array("x/".utf8).span, limit: 5).isEmpty)
  }

  @Test func pagesByWhatUsersCallThem() throws {
    let mirror = try SampleMirror.open()
    func page(_ name: String) -> String? {
      mirror.finder.page(named: name).map { mirror.catalog.documents[$0] }
    }
    #expect(page("news/gb/1.md") == "news/gb/1.md")
    #expect(page("news/") == "news/README.md")
    #expect(page("https://github.com/example/news/blob/master/gb/1.md") == "news/gb/1.md")
    #expect(page("https://mirror.example/docs/page") == "docs/page.html")
    #expect(page("https://mirror.example/other") == nil)
    #expect(page("/nowhere/a.md") == nil)
    #expect(mirror.finder.nearest("news/gb/2.md") == "news/gb/1.md")
  }

  @Test func rootsAreTheEntrancesOfMounts() throws {
    let mirror = try SampleMirror.open()
    #expect(
      mirror.roots.map { mirror.catalog.documents[$0] } == [
        "docs/index.html", "manual/index.html", "news/README.md", "www/README.md",
      ])
  }
}
