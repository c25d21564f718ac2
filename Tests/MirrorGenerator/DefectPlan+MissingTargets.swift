// Variants of references whose target is not there, or is there by another name.
extension DefectPlan {
  /// Pages that are not there: by typo, without extension, by every URL form, relative.
  func missingPages(
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
        (
          "https://github.com/former/www/blob/master/gone-\(number).md", nil,
          "www/gone-\(number).md"
        ),
        (
          "HTTP://GitHub.com/Example/NEWS/blob/master/gone-\(number).md", nil,
          "news/gone-\(number).md"
        ),
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

  /// Images that are not there.
  func missingImages(_ carrier: Carrier, _ number: Int) -> [PlacedReference] {
    let (news, weekly) = (outline.mounts.news, outline.mounts.weekly)
    let here = folder(of: carrier).id
    let relative = ("img-\(number).png", "\(here)img-\(number).png")
    var list: [(url: String, target: String)] = (0..<5).map {
      (
        outline.mounts.newsFile("pic/none-\(number).jpg", form: $0),
        "\(news.id)pic/none-\(number).jpg"
      )
    }
    list.append(("\(weekly.raw)img/none-\(number).png", "\(weekly.id)img/none-\(number).png"))
    if case .article = carrier { list.append(relative) } else { list.insert(relative, at: 0) }
    return list.map {
      PlacedReference(
        role: .image, reference: Reference($0.url, .missingImage, target: $0.target))
    }
  }

  /// Files that are neither pages nor shown as images; the last segment says so.
  func missingFiles(_ carrier: Carrier, _ number: Int) -> [PlacedReference] {
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
  func caseMismatches(_ carrier: Carrier, _ article: Int) -> [PlacedReference] {
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

  /// Anchors that are not there, on pages that are.
  func missingFragments(
    _ carrier: Carrier, _ number: Int, _ article: Int
  ) -> [PlacedReference] {
    let mounts = outline.mounts
    let path = outline.articlePath(article)
    let chapter = Outline.chapterPath(1 + number % outline.chapters)
    let front = (mounts.www.page + mounts.front, mounts.www.id + mounts.front)
    let own =
      switch carrier {
      case .article(let index): outline.articleID(index)
      case .issue(let number): mounts.weekly.id + outline.issuePath(number)
      case .chapter(let number): mounts.manual.id + Outline.chapterPath(number)
      }
    let list: [(url: String, target: String)] = [
      ("\(mounts.news.page)\(path)#2", mounts.news.id + path),
      ("\(front.0)?dfh#13", front.1),
      ("\(mounts.manual.page)\(chapter)#get%28K%29", mounts.manual.id + chapter),
      ("#note-\(number)", own),
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

  /// Links to a former owner of a repository; one of them to an anchor that is not there either.
  func staleAliases(_ number: Int) -> [PlacedReference] {
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
}
