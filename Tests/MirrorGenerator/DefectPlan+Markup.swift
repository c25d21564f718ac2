// Defects of markup in the text of an article.
extension DefectPlan {
  /// A link that has lost the space before its attribute, once or five times; or a file that ends
  /// in the midst of a URL.
  mutating func addMalformedMarkup(_ instance: Int) {
    let article = takeArticle()
    var faults = Faults()
    switch instance % 4 {
    case 0, 1:
      for _ in 0..<(instance % 4 == 0 ? 5 : 1) {
        let host = "https://friend\(nextSerial()).example"
        faults.insertions.append(
          Faults.Insertion(
            before: "<p><ahref=\"",
            reference: Reference(host, .malformedMarkup, target: "\(host)/"),
            after: "\" rel=\"nofollow\"><font color=\"blue\">朋友</font></a></p>\n"))
      }
    default:
      let inImage = instance % 4 == 2
      // Past the shared image, and where the link is an article's.
      let place = 5 + random.below(15)
      let mount = outline.mounts.news
      let prefix = (inImage ? mount.raw : mount.page).utf8.count
      faults.cut = Faults.Cut(place: place, inImage: inImage, length: prefix + (inImage ? 8 : 4))
    }
    articleFaults[article] = faults
  }

  /// Elements that GitHub's sanitiser drops; one in a `script` goes with it and is none.
  mutating func addLost(_ instance: Int) {
    let article = takeArticle()
    let number = nextSerial()
    let other = someArticle()
    let embed = "https://video.example/embed/\(number)"
    let www = outline.mounts.www
    let (before, url, target, after) =
      switch instance % 5 {
      case 0: ("<iframe width=\"560\" src=\"", embed, embed, "\"></iframe>")
      case 1:
        (
          "<video controls src=\"", "\(www.raw)files/clip.mp4", "\(www.id)files/clip.mp4",
          "\"></video>"
        )
      case 2: ("<audio src='", embed, embed, "'></audio>")
      case 3:
        (
          "<iframe src=\"", outline.mounts.news.page + outline.articlePath(other),
          outline.articleID(other), "\"></iframe>"
        )
      default: ("<OBJECT DATA=", embed, embed, "></OBJECT>")
      }
    articleFaults[article, default: Faults()].insertions.append(
      Faults.Insertion(
        before: "<p>" + before, reference: Reference(url, .lostInRendering, target: target),
        after: after + "</p>\n"))
  }
}
