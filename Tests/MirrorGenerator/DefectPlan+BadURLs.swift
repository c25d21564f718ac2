// Variants of references that are wrong in themselves, wherever they lead.
extension DefectPlan {
  /// Typos and what cannot be resolved. The target is what the WHATWG rules make of it: a scheme
  /// with a space or a full-width colon is none, so that all is a relative path.
  func malformedURLs(
    _ carrier: Carrier, _ number: Int, _ article: Int
  ) -> [PlacedReference] {
    let news = outline.mounts.news
    let (_, here) = folder(of: carrier)
    let rest = news.page.dropFirst("https://".utf8.count) + outline.articlePath(article)
    let host = rest.prefix { $0 != "/" }
    let typo =
      outline.mounts.html ? "mirror.example/\(rest)" : "https://\(host)/\(rest)"
    let list: [(role: PlacedReference.Role, url: String, target: String?)] = [
      (.anchor, "https:/\(rest)", typo),
      (.anchor, "hhttp://www.friend.example/\(number)", "hhttp://www.friend.example/\(number)"),
      (
        .anchor, "https：//www.friend.example/\(number)",
        "\(here)https：//www.friend.example/\(number)"
      ),
      (.anchor, "https://", nil),
      (
        .image, "hhttps://www.friend.example/\(number).jpg",
        "hhttps://www.friend.example/\(number).jpg"
      ),
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
  func waysOut(_ number: Int) -> [PlacedReference] {
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

  /// Images whose URL is that of a file's view.
  func imagesThatArePages(_ number: Int, _ article: Int) -> [PlacedReference] {
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
