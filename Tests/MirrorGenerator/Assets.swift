/// The files that are no pages.
enum Assets {
  /// Covers of the weekly, and figures of the manual.
  static let covers = 12, figures = 16

  /// The path in the weekly of the cover of issue `number`.
  static func coverPath(_ number: Int) -> String {
    "img/cover-\((number % covers + 1).padded(2)).png"
  }

  /// Every ordinary file, by its path below the output folder, with its bytes.
  static func all(_ plan: MirrorPlan) -> [(path: String, bytes: [UInt8])] {
    let mounts = plan.mounts
    var files: [(path: String, bytes: [UInt8])] = []
    // A number of its own for each image, so that no two have the same bytes.
    var number = 1000 + Int(plan.seed % 1000)
    func image(_ mount: Mount, _ path: String, _ format: ImageFormat) {
      number += 1
      files.append((mount.folder + path, format.encode(number: number)))
    }
    func text(_ mount: Mount, _ path: String, _ content: String) {
      files.append((mount.folder + path, Array(content.utf8)))
    }
    for bar in 1...Section.inImageBar { image(mounts.www, "t/news/\(bar).jpg", .jpeg) }
    image(mounts.www, "t/time.gif", .gif)
    for place in 1...Slots.sidebar.count {
      image(mounts.news, "gb/300/s-\(place.padded(2)).jpg", .jpeg)
    }
    for picture in 0..<plan.pictures {
      image(
        mounts.news, MirrorPlan.picturePath(picture), ImageFormat(rawValue: picture % 4) ?? .jpeg)
    }
    for cover in 1...covers { image(mounts.weekly, "img/cover-\(cover.padded(2)).png", .png) }
    for figure in 1...figures { image(mounts.manual, "img/fig-\(figure.padded(2)).png", .png) }
    image(mounts.www, "img/scan.jpe", .jpeg)
    image(mounts.www, "img/map.jfif", .jpeg)
    image(mounts.www, "img/PHOTO.JPG", .jpeg)
    image(mounts.www, "img/logo.png", .png)
    image(mounts.www, "img/banner.webp", .webp)
    text(mounts.www, "files/reader.sh", "#!/bin/sh\necho reader\n")
    // The end record of an empty archive.
    files.append(
      (
        mounts.www.folder + "files/reader-1.zip",
        Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
      ))
    text(mounts.www, "files/clip.mp4", "\u{0}\u{0}\u{0}\u{18}ftypmp42\u{0}\u{0}\u{0}\u{0}mp42isom")
    text(
      mounts.manual, "style.css", "h1 { color: #333; }\nbody { background: url(img/fig-01.png); }\n"
    )
    text(mounts.manual, "manual.js", "document.title += \"\";\n")
    text(mounts.manual, "files/data.txt", "1\n2\n3\n")
    return files + plan.defects.files
  }
}
