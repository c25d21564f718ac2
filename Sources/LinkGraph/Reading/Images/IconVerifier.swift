/// Checks icons and cursors (ICO, CUR): the directory, and that every image it lists is whole.
///
/// The byte counts in the directory are not trusted on their own, since writers have them wrong and
/// decoders ignore them: an image's own headers tell how long it is.
enum IconVerifier {
  /// The size of the largest image; throws the first defect. O(length + images x log(images)).
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    let entries = bytes.le(2, at: 4) ?? 0
    guard entries * 16 <= bytes.count - 6 else {
      throw ImageDefect(
        .truncated,
        "ICO lists \(entries.grouped) images, the file ends after \(bytes.count.grouped) bytes,"
          + " within the list")
    }
    var largest = ImageSize(width: nil, height: nil)
    // An image ends where the next begins at the latest: a crafted list cannot have the same bytes
    // read again and again.
    let starts = Set((0..<entries).compactMap { bytes.le(4, at: 18 + 16 * $0) }).sorted()
    var next = Dictionary(uniqueKeysWithValues: zip(starts, starts.dropFirst() + [bytes.count]))
    for index in 0..<entries {
      let entry = 6 + 16 * index
      guard let length = bytes.le(4, at: entry + 8), let start = bytes.le(4, at: entry + 12) else {
        break
      }
      guard let limit = next.removeValue(forKey: start) else { continue }
      let size = try image(
        bytes, index + 1, start, length, listEnd: 6 + 16 * entries, limit: min(limit, bytes.count))
      if (size.width ?? 0) > (largest.width ?? 0) { largest = size }
    }
    return largest
  }

  /// Checks the image at `start`, which the directory says has `length` bytes.
  private static func image(
    _ bytes: Span<UInt8>, _ number: Int, _ start: Int, _ length: Int, listEnd: Int, limit: Int
  ) throws(ImageDefect) -> ImageSize {
    guard start < bytes.count else {
      throw ImageDefect(
        .truncated,
        "ICO image \(number) should begin at byte \(start.grouped),"
          + " the file ends after \(bytes.count.grouped)")
    }
    guard start >= listEnd else {
      throw ImageDefect(
        .badStructure,
        "ICO image \(number) should begin at byte \(start), within the list of images")
    }
    if bytes.be(4, at: start) == 0x8950_4e47 {
      do throws(ImageDefect) {
        return try PNGVerifier.size(bytes.extracting(start..<limit))
      } catch {
        throw ImageDefect(
          error.code, "ICO image \(number) at byte \(start.grouped): \(error.message)")
      }
    }
    let header = try DIBHeader(bytes, at: start, name: "ICO image \(number)")
    // The height counts the picture and its mask.
    let rows = Int(header.height.magnitude) / 2
    let size = ImageSize(width: header.width, height: rows)
    guard header.storage == .rows, rows > 0 else { return size }
    let room = bytes.count - start - header.byteCount - header.tableBytes
    guard let picture = header.pixelBytes(rows: rows),
      let mask = header.pixelBytes(rows: rows, bits: 1)
    else {
      throw ImageDefect(.badStructure, "ICO image \(number) says \(header.width) x \(rows) pixels")
    }
    let isShort = bytes.count - start < length
    guard picture <= room, !isShort || mask <= room - picture else {
      throw ImageDefect(
        .truncated,
        "ICO image \(number) at byte \(start.grouped) needs \(picture.grouped) bytes of"
          + " pixels and its mask, the file ends after \(max(0, room).grouped) of them")
    }
    return size
  }
}
