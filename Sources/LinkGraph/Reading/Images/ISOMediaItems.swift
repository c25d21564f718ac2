/// The items of an AVIF or HEIF file: where their bytes are, and the size of the primary one.
enum ISOMediaItems {
  private typealias Box = ISOMediaVerifier.Box

  /// Checks the boxes in `range`, the content of the meta box, and returns the primary item's size.
  static func check(_ bytes: Span<UInt8>, in range: Range<Int>) throws(ImageDefect) -> ImageSize {
    var primary: Int?
    var properties: Range<Int>?
    var location: Range<Int>?
    var dataLength = 0
    var at = range.lowerBound
    while let box = Box(bytes, at: at, limit: range.upperBound), box.end <= range.upperBound {
      switch box.type {
      case 0x7069_746d:  // pitm
        primary =
          (bytes.le(1, at: box.body) ?? 0) == 0
          ? bytes.be(2, at: box.body + 4) : bytes.be(4, at: box.body + 4)
      case 0x696c_6f63: location = box.body..<box.end
      case 0x6970_7270: properties = box.body..<box.end
      case 0x6964_6174: dataLength = box.end - box.body
      default: break
      }
      at = box.end
    }
    if let location { try checkLocations(bytes, location, dataLength: dataLength) }
    guard let properties else { return ImageSize(width: nil, height: nil) }
    return size(bytes, properties, primary: primary)
  }

  /// Checks that every extent of `iloc` lies in the file, or in the meta box's own data.
  private static func checkLocations(
    _ bytes: Span<UInt8>, _ box: Range<Int>, dataLength: Int
  ) throws(ImageDefect) {
    var at = box.lowerBound
    /// The next number of `width` bytes; nil at the box's end.
    func next(_ width: Int, _ at: inout Int) -> Int? {
      guard at <= box.upperBound - width, let value = bytes.be(width, at: at) else { return nil }
      at += width
      return value
    }
    guard let version = next(1, &at), version <= 2, next(3, &at) != nil, let sizes = next(2, &at),
      let items = next(version < 2 ? 2 : 4, &at)
    else { return }
    let offsetWidth = sizes >> 12
    let lengthWidth = sizes >> 8 & 15
    let baseWidth = sizes >> 4 & 15
    let indexWidth = version == 0 ? 0 : sizes & 15
    for _ in 0..<items {
      guard let item = next(version < 2 ? 2 : 4, &at),
        let method = version == 0 ? 0 : next(2, &at), let reference = next(2, &at),
        let base = next(baseWidth, &at), let extents = next(2, &at)
      else { throw ImageDefect(.badStructure, "HEIF or AVIF item list ends within an item") }
      let limit = method & 15 == 0 ? bytes.count : dataLength
      // Extents of no bytes in the list are all the same: one is enough to look at.
      let isFree = indexWidth + offsetWidth + lengthWidth == 0
      for _ in 0..<(isFree ? min(extents, 1) : extents) {
        guard next(indexWidth, &at) != nil, let offset = next(offsetWidth, &at),
          let length = next(lengthWidth, &at)
        else { throw ImageDefect(.badStructure, "HEIF or AVIF item list ends within an item") }
        // Items may lie in other files, or be made of other items: nothing to look up.
        guard reference == 0, method & 15 <= 1 else { continue }
        guard base <= limit, offset <= limit - base, length <= limit - base - offset else {
          throw ImageDefect(
            .truncated,
            "HEIF or AVIF item \(item) should have \(length.grouped) bytes from byte"
              + " \(base.addingReportingOverflow(offset).partialValue.grouped) on,"
              + " the \(method & 15 == 0 ? "file" : "item data") ends at \(limit.grouped)")
        }
      }
    }
  }

  /// The size that `iprp` gives the primary item; the largest there where it names none.
  private static func size(
    _ bytes: Span<UInt8>, _ range: Range<Int>, primary: Int?
  ) -> ImageSize {
    var container: Range<Int>?
    var wanted: Set<Int> = []
    var at = range.lowerBound
    while let box = Box(bytes, at: at, limit: range.upperBound), box.end <= range.upperBound {
      if box.type == 0x6970_636f { container = box.body..<box.end }
      if box.type == 0x6970_6d61, let primary {
        wanted.formUnion(properties(bytes, box.body..<box.end, of: primary))
      }
      at = box.end
    }
    guard let container else { return ImageSize(width: nil, height: nil) }
    var own: ImageSize?
    var largest = ImageSize(width: nil, height: nil)
    var index = 0
    at = container.lowerBound
    while let box = Box(bytes, at: at, limit: container.upperBound), box.end <= container.upperBound
    {
      index += 1
      if box.type == 0x6973_7065, let width = bytes.be(4, at: box.body + 4),
        let height = bytes.be(4, at: box.body + 8), box.end - box.body >= 12
      {
        let size = ImageSize(width: width, height: height)
        if wanted.contains(index) { own = size }
        if width > (largest.width ?? 0) { largest = size }
      }
      at = box.end
    }
    return own ?? largest
  }

  /// The 1-based indices of the properties that `ipma` gives `item`.
  private static func properties(
    _ bytes: Span<UInt8>, _ box: Range<Int>, of item: Int
  ) -> [Int] {
    guard let version = bytes.be(1, at: box.lowerBound),
      let flags = bytes.be(1, at: box.lowerBound + 3),
      let entries = bytes.be(4, at: box.lowerBound + 4)
    else { return [] }
    let idWidth = version == 0 ? 2 : 4
    let width = flags & 1 == 0 ? 1 : 2
    var at = box.lowerBound + 8
    var read = 0
    while read < entries, at < box.upperBound, let id = bytes.be(idWidth, at: at),
      let count = bytes.be(1, at: at + idWidth)
    {
      at += idWidth + 1
      if id == item {
        return (0..<count).compactMap { index in
          bytes.be(width, at: at + index * width).map { $0 & (width == 1 ? 0x7f : 0x7fff) }
        }
      }
      at += count * width
      read += 1
    }
    return []
  }
}
