// Defects of single references: where they go, and their variants.
extension DefectPlan {
  /// Where a reference stands; relative URLs depend on it.
  enum Carrier {
    case article(Int), issue(Int), chapter(Int)

    /// The sort of page.
    var sort: String {
      switch self {
      case .article: "article"
      case .issue: "issue"
      case .chapter: "chapter"
      }
    }
  }

  /// Puts the next variant of `code` on an article, or every fourth time on an issue of the weekly
  /// or a chapter of the manual.
  mutating func addReference(_ code: DefectCode, _ instance: Int) {
    let onArticles: Set<DefectCode> = [.malformedURL, .outsideMount, .imageIsPage]
    let carrier: Carrier
    switch instance % 4 {
    case 2 where !onArticles.contains(code) && !outline.mounts.html:
      carrier = .issue(1 + random.below(outline.issues))
    case 3 where !onArticles.contains(code):
      // A chapter that exists twice would show the finding twice.
      let first = firstSingleChapter
      carrier = .chapter(first + random.below(outline.chapters + 1 - first))
    default: carrier = .article(takeArticle())
    }
    let choices = variants(of: code, on: carrier)
    let choice = choices[turn("\(code) \(carrier.sort)") % choices.count]
    switch carrier {
    case .issue(let number): issueFaults[number, default: []].append(choice)
    case .chapter(let number): chapterFaults[number, default: []].append(choice)
    case .article(let index):
      switch choice.role {
      case .anchor:
        articleFaults[index, default: Faults()].anchors[anchorSlot()] = choice.reference
      case .image: articleFaults[index, default: Faults()].images[imageSlot()] = choice.reference
      }
    }
  }

  /// The variants of `code` on `carrier`, made of a fresh number and a random article.
  private mutating func variants(
    of code: DefectCode, on carrier: Carrier
  ) -> [PlacedReference] {
    let number = nextSerial()
    let article = someArticle()
    return switch code {
    case .missingPage: missingPages(carrier, number, article)
    case .missingImage: missingImages(carrier, number)
    case .missingFile: missingFiles(carrier, number)
    case .caseMismatch: caseMismatches(carrier, article)
    case .missingFragment: missingFragments(carrier, number, article)
    case .staleAlias: staleAliases(number)
    case .malformedURL: malformedURLs(carrier, number, article)
    case .outsideMount: waysOut(number)
    default: imagesThatArePages(number, article)
    }
  }

  /// The URL of the folder of `carrier`'s page, and its id, both with a final slash.
  private func folder(of carrier: Carrier) -> (url: String, id: String) {
    let mount: Mount
    let path: String
    switch carrier {
    case .article(let index):
      mount = outline.mounts.news
      path = outline.articlePath(index)
    case .issue(let number):
      mount = outline.mounts.weekly
      path = outline.issuePath(number)
    case .chapter(let number):
      mount = outline.mounts.manual
      path = Outline.chapterPath(number)
    }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
    return (mount.page + folder, mount.id + folder)
  }

  private func missingPages(
    _ carrier: Carrier, _ number: Int, _ article: Int
  ) -> [PlacedReference] {
    let (news, www, manual) = (outline.mounts.news, outline.mounts.www, outline.mounts.manual)
    let weekly = outline.mounts.weekly
    let suffix = outline.mounts.suffix
    let stem = outline.calendar.stem(article)
    let here = folder(of: carrier).id
    var list: [(url: String, written: String?, target: String)] = []
    switch carrier {
    case .article: break
    case .issue: list.append(("9\(number).md", nil, "\(here)9\(number).md"))
    case .chapter:
      list.append(("chapter-9\(number).html#s1", nil, "\(here)chapter-9\(number).html"))
      list.append(("./chapter-8\(number)", nil, "\(here)chapter-8\(number)"))
      list.append(("../part-99/c\(number).html", nil, "\(manual.id)part-99/c\(number).html"))
    }
    list += [
      ("\(news.page)\(stem)x\(suffix)#1", nil, "\(news.id)\(stem)x\(suffix)"),
      ("\(weekly.page)2025/9\(number)\(suffix)#1", nil, "\(weekly.id)2025/9\(number)\(suffix)"),
      (
        "\(www.page)REDME-\(number)\(suffix)?zsrh#1", nil, "\(www.id)REDME-\(number)\(suffix)"
      ),
      (
        "\(news.page)\(stem)y\(suffix)?a=1&b=2#1", "\(news.page)\(stem)y\(suffix)?a=1&amp;b=2#1",
        "\(news.id)\(stem)y\(suffix)"
      ),
      (
        "\(manual.page)chapter-9\(number).html#s1", nil, "\(manual.id)chapter-9\(number).html"
      ),
      (
        "\(news.page)gb/%E6%96%B0%E9%97%BB-\(number)\(suffix)", nil,
        "\(news.id)gb/新闻-\(number)\(suffix)"
      ),
    ]
    if case .article = carrier {
      let month = here.split(separator: "/").dropLast().joined(separator: "/")
      list.append(("../40/n\(number)\(suffix)#1", nil, "\(month)/40/n\(number)\(suffix)"))
    }
    if !outline.mounts.html {
      list += [
        ("\(news.page)\(stem)#1", nil, "\(news.id)\(stem)"),
        (
          "https://github.com/example/news/tree/master/gb/25/13-\(number)", nil,
          "news/gb/25/13-\(number)"
        ),
        ("https://github.com/former/www/blob/master/gone-\(number).md", nil, "www/gone-\(number).md"),
        ("HTTP://GitHub.com/Example/NEWS/blob/master/gone-\(number).md", nil, "news/gone-\(number).md"),
        ("\(news.raw)gone-\(number).md", nil, "news/gone-\(number).md"),
      ]
      if case .article = carrier {
        list.append(("/gb/gone-\(number).md#1", nil, "news/gb/gone-\(number).md"))
      }
    }
    return list.map {
      PlacedReference(
        role: .anchor,
        reference: Reference($0.url, written: $0.written, .missingPage, target: $0.target))
    }
  }

  private func missingImages(_ carrier: Carrier, _ number: Int) -> [PlacedReference] {
    let (news, weekly) = (outline.mounts.news, outline.mounts.weekly)
    let here = folder(of: carrier).id
    let relative = ("img-\(number).png", "\(here)img-\(number).png")
    var list: [(url: String, target: String)] = (0..<5).map {
      (outline.mounts.newsFile("pic/none-\(number).jpg", form: $0), "\(news.id)pic/none-\(number).jpg")
    }
    list.append(("\(weekly.raw)img/none-\(number).png", "\(weekly.id)img/none-\(number).png"))
    if case .article = carrier { list.append(relative) } else { list.insert(relative, at: 0) }
    return list.map {
      PlacedReference(
        role: .image, reference: Reference($0.url, .missingImage, target: $0.target))
    }
  }

  private func missingFiles(_ carrier: Carrier, _ number: Int) -> [PlacedReference] {
    let (news, www, weekly) = (outline.mounts.news, outline.mounts.www, outline.mounts.weekly)
    let here = folder(of: carrier).id
    let relative = ("setup-\(number).tar.gz", "\(here)setup-\(number).tar.gz")
    let archives = outline.mounts.html ? www.page : "https://github.com/example/www/raw/master/"
    var list: [(url: String, target: String)] = [
      ("\(archives)files/tool-\(number).zip", "\(www.id)files/tool-\(number).zip"),
      ("\(news.page)files/book-\(number).pdf", "\(news.id)files/book-\(number).pdf"),
      ("\(weekly.page)2025/\(number).epub", "\(weekly.id)2025/\(number).epub"),
      ("\(news.page)pic/none-\(number).jpg", "\(news.id)pic/none-\(number).jpg"),
    ]
    if case .article = carrier { list.append(relative) } else { list.insert(relative, at: 0) }
    return list.map {
      PlacedReference(role: .anchor, reference: Reference($0.url, .missingFile, target: $0.target))
    }
  }

  /// The target is the id that the URL names, not the file that differs from it.
  private func caseMismatches(_ carrier: Carrier, _ article: Int) -> [PlacedReference] {
    let news = outline.mounts.news
    let path = outline.articlePath(article)
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let upper = String(path[...slash]) + path[path.index(after: slash)...].uppercased()
    let name = String(path[...slash]) + "N" + path[slash...].dropFirst(2)
    var list: [(role: PlacedReference.Role, url: String, target: String)] = []
    if case .chapter(let number) = carrier {
      let chapter = "Chapter-\(number.padded(4)).html"
      list.append((.anchor, "\(chapter)#s1", folder(of: carrier).id + chapter))
    }
    for (role, wrong) in [
      (.anchor, name), (.anchor, "GB" + path.dropFirst(2)), (.image, "gb/300/S-07.jpg"),
      (.anchor, upper), (.image, "pic/p-004.JPG"),
    ] as [(PlacedReference.Role, String)] {
      let url = role == .image ? news.raw + wrong : "\(news.page)\(wrong)#1"
      list.append((role, url, news.id + wrong))
    }
    return list.map {
      PlacedReference(role: $0.role, reference: Reference($0.url, .caseMismatch, target: $0.target))
    }
  }

  private func missingFragments(
    _ carrier: Carrier, _ number: Int, _ article: Int
  ) -> [PlacedReference] {
    let mounts = outline.mounts
    let path = outline.articlePath(article)
    let chapter = Outline.chapterPath(1 + number % outline.chapters)
    let front = (mounts.www.page + mounts.front, mounts.www.id + mounts.front)
    let parts: (page: String, id: String) =
      switch carrier {
      case .article(let index): ("", outline.articleID(index))
      case .issue(let number): ("", mounts.weekly.id + outline.issuePath(number))
      case .chapter(let number): ("", mounts.manual.id + Outline.chapterPath(number))
      }
    let list: [(url: String, target: String)] = [
      ("\(mounts.news.page)\(path)#2", mounts.news.id + path),
      ("\(front.0)?dfh#13", front.1),
      ("\(mounts.manual.page)\(chapter)#get%28K%29", mounts.manual.id + chapter),
      ("#note-\(number)", parts.id),
      (
        "\(mounts.news.page)gb/nsc413\(mounts.suffix)#none-\(number)",
        "\(mounts.news.id)gb/nsc413\(mounts.suffix)"
      ),
      ("\(mounts.manual.page)\(chapter)#S1", mounts.manual.id + chapter),
      ("\(mounts.weekly.page)\(mounts.front)#没有-\(number)", mounts.weekly.id + mounts.front),
    ]
    return list.map {
      PlacedReference(
        role: .anchor, reference: Reference($0.url, .missingFragment, target: $0.target))
    }
  }

  private func staleAliases(_ number: Int) -> [PlacedReference] {
    let target = "www/README.md"
    let blob = "https://github.com/former/www/blob/master/"
    var both = Reference("\(blob)README.md#none-\(number)", .staleAlias, target: target)
    both.faults.append(Reference.Fault(code: .missingFragment, target: target))
    return [
      PlacedReference(
        role: .anchor, reference: Reference("\(blob)README.md#8", .staleAlias, target: target)),
      PlacedReference(
        role: .image,
        reference: Reference(
          "https://raw.githubusercontent.com/former/www/master/t/news/2.jpg", .staleAlias,
          target: "www/t/news/2.jpg")),
      PlacedReference(
        role: .anchor,
        reference: Reference(
          "http://GitHub.com/Former/WWW/blob/master/README.md?dfh#9", .staleAlias, target: target)),
      PlacedReference(role: .anchor, reference: both),
    ]
  }

  /// Slips and what cannot be resolved. The target is what the WHATWG rules make of it: a scheme
  /// with a space or a full-width colon is none, so that all is a relative path.
  private func malformedURLs(
    _ carrier: Carrier, _ number: Int, _ article: Int
  ) -> [PlacedReference] {
    let news = outline.mounts.news
    let (_, here) = folder(of: carrier)
    let rest = news.page.dropFirst("https://".utf8.count) + outline.articlePath(article)
    let host = rest.prefix { $0 != "/" }
    let slip =
      outline.mounts.html ? "mirror.example/\(rest)" : "https://\(host)/\(rest)"
    let list: [(role: PlacedReference.Role, url: String, target: String?)] = [
      (.anchor, "https:/\(rest)", slip),
      (.anchor, "hhttp://www.friend.example/\(number)", "hhttp://www.friend.example/\(number)"),
      (
        .anchor, "https：//www.friend.example/\(number)",
        "\(here)https：//www.friend.example/\(number)"
      ),
      (.anchor, "https://", nil),
      (.image, "hhttps://www.friend.example/\(number).jpg", "hhttps://www.friend.example/\(number).jpg"),
      (
        .anchor, "https ://www.friend.example/\(number)",
        "\(here)https ://www.friend.example/\(number)"
      ),
      (.anchor, "https://exa mple.example/\(number)", nil),
      (.anchor, "http://www.friend.example:99999/\(number)", nil),
    ]
    return list.map {
      PlacedReference(role: $0.role, reference: Reference($0.url, .malformedURL, target: $0.target))
    }
  }

  /// The target of a path that leaves its mount is the URL; of a symbolic link, its own id.
  private func waysOut(_ number: Int) -> [PlacedReference] {
    let mounts = outline.mounts
    let (news, manual, suffix) = (mounts.news, mounts.manual, mounts.suffix)
    let up = String(repeating: "%2e%2e%2f", count: 4)
    let list: [(role: PlacedReference.Role, url: String, target: String?)] = [
      (.anchor, "\(news.page)gb/\(up)etc/passwd-\(number)", nil),
      (.anchor, "\(news.page)gb/out\(suffix)", "\(news.id)gb/out\(suffix)"),
      (.image, "\(news.raw)gb/out.jpg", "\(news.id)gb/out.jpg"),
      (.anchor, "\(news.page)gb/n\(number)%00\(suffix)", nil),
      (.anchor, "\(news.page)gb/outside/page\(suffix)", "\(news.id)gb/outside/page\(suffix)"),
      (.anchor, "\(manual.page)..%2F..%2f%2E%2E%2fetc/passwd-\(number)", nil),
    ]
    return list.map {
      PlacedReference(
        role: $0.role, reference: Reference($0.url, .outsideMount, target: $0.target ?? $0.url))
    }
  }

  private func imagesThatArePages(_ number: Int, _ article: Int) -> [PlacedReference] {
    let news = outline.mounts.news
    let picture = MirrorPlan.picturePath(number % outline.pictures)
    let cover = Assets.coverPath(number)
    let path = outline.articlePath(article)
    let list: [(url: String, target: String)] = [
      (news.page + picture, news.id + picture),
      (outline.mounts.weekly.page + cover, outline.mounts.weekly.id + cover),
      (news.page + path, news.id + path),
    ]
    return list.map {
      PlacedReference(role: .image, reference: Reference($0.url, .imageIsPage, target: $0.target))
    }
  }

  /// What the links of ``waysOut(_:)`` lead to: a folder beside the mounts, and symbolic links to
  /// it from inside.
  mutating func addWaysOut() {
    let news = outline.mounts.news.folder
    let suffix = outline.mounts.suffix
    let depth = (news + "gb").split(separator: "/").count
    let outside = String(repeating: "../", count: depth) + "outside"
    files.append(("outside/page\(suffix)", Array("<a name=\"1\">outside</a>\n".utf8)))
    files.append(("outside/picture.jpg", ImageFormat.jpeg.encode(number: 0x70_0000)))
    symlinks.append((news + "gb/out\(suffix)", "\(outside)/page\(suffix)"))
    symlinks.append((news + "gb/out.jpg", "\(outside)/picture.jpg"))
    symlinks.append((news + "gb/outside", outside))
  }
}
