// Defects of image files. Each file is shown by one article.
extension DefectPlan {
  /// A file that is no whole image.
  mutating func addCorruptImage(_ instance: Int) {
    let number = nextSerial()
    let seed = 0x40_0000 + number
    let jpeg = ImageFormat.jpeg.encode(number: seed)
    let (suffix, bytes): (String, [UInt8]) =
      switch instance % 8 {
      case 0: (".jpg", Array(jpeg.dropLast(12)))
      case 1: (".png", Self.pointer(number))
      case 2: (".jpg", Array("<!DOCTYPE html>\n<html><title>404</title><p>\(number)</html>\n".utf8))
      case 3: (".jpg", [])
      case 4: (".png", Self.damaged(ImageFormat.png.encode(number: seed), at: 60))
      case 5: (".gif", Array(ImageFormat.gif.encode(number: seed).dropLast(40)))
      case 6: (".webp", Array(ImageFormat.webp.encode(number: seed).dropLast(6)))
      default: (".png", Array(ImageFormat.png.encode(number: seed).dropLast(20)))
      }
    addImage("pic/bad-\(number)\(suffix)", bytes, .corruptImage)
  }

  /// A valid image under the extension of another format.
  mutating func addTypeMismatch(_ instance: Int) {
    let number = nextSerial()
    let (format, suffix): (ImageFormat, String) =
      switch instance % 5 {
      case 0: (.png, ".jpg")
      case 1: (.jpeg, ".png")
      case 2: (.gif, ".jpg")
      case 3: (.webp, ".jpeg")
      default: (.jpeg, ".gif")
      }
    addImage(
      "pic/odd-\(number)\(suffix)", format.encode(number: 0x50_0000 + number), .imageTypeMismatch)
  }

  /// A valid image that no page shows.
  mutating func addOrphanImage(_ instance: Int) {
    let news = outline.mounts.news
    let format = ImageFormat.allCases[instance % ImageFormat.allCases.count]
    let path = "pic/unused-\(instance)\(format.suffix)"
    files.append((news.folder + path, format.encode(number: 0x60_0000 + instance)))
    expected.append(Expectation(code: .orphanImage, page: news.id + path))
  }

  /// Writes an image and has an article show it.
  private mutating func addImage(_ path: String, _ bytes: [UInt8], _ code: DefectCode) {
    let news = outline.mounts.news
    files.append((news.folder + path, bytes))
    let article = takeArticle()
    articleFaults[article, default: Faults()].images[imageSlot()] = Reference(
      outline.mounts.newsFile(path, form: random.below(5)), code, target: news.id + path)
  }

  /// A Git LFS pointer, in the place of the image it stands for.
  private static func pointer(_ number: Int) -> [UInt8] {
    let digits = String(0xABCDEF + number, radix: 16)
    let hash = String(repeating: "0", count: 64 - digits.utf8.count) + digits
    return Array(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(hash)\nsize 12345\n".utf8)
  }

  /// `bytes` with one of them changed.
  private static func damaged(_ bytes: [UInt8], at index: Int) -> [UInt8] {
    var bytes = bytes
    bytes[index] ^= 0x55
    return bytes
  }
}
