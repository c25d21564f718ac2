internal import Synchronization

/// Reads and verifies the images that pages refer to, each once, concurrently.
enum ImageCheck {
  /// Larger images are not read.
  static let sizeLimit = 256 << 20

  /// The reports of `images`, indices of ``Catalog/assets`` and, from the number of assets on, of
  /// ``Catalog/documents`` (SVG), by their place in the list.
  static func verify(_ images: [Place], of mirror: Mirror, jobs: Int) async -> [ImageReport] {
    let counter = Counter()
    return await withTaskGroup(of: [(Int, ImageReport)].self) { group in
      for _ in 0..<max(1, min(jobs, images.count)) {
        group.addTask {
          var buffer: [UInt8] = []
          var reports: [(Int, ImageReport)] = []
          while !Task.isCancelled {
            let index = counter.next.add(1, ordering: .relaxed).oldValue
            guard index < images.count else { break }
            reports.append((index, report(images[index], of: mirror, &buffer)))
            if buffer.capacity > 8 << 20 { buffer = [] }
          }
          return reports
        }
      }
      var all = [ImageReport](repeating: ImageReport(), count: images.count)
      for await reports in group {
        for (index, report) in reports { all[index] = report }
      }
      return all
    }
  }

  private final class Counter: Sendable {
    let next = Atomic<Int>(0)
  }

  private static func report(_ place: Place, of mirror: Mirror, _ buffer: inout [UInt8])
    -> ImageReport
  {
    let mount = mirror.catalog.mount(of: place)
    let id = Array(mirror.catalog.id(of: place).utf8)
    let names = place.tag == .document ? mirror.catalog.documents : mirror.catalog.assets
    let prefix = mirror.catalog.mounts[mount].idPrefix.utf8.count
    do throws(ReadFailure) {
      try names.withBytes(place.index) { bytes throws(ReadFailure) in
        try mirror.stores[mount].read(
          bytes.extracting(prefix..<bytes.count), into: &buffer, limit: sizeLimit)
      }
    } catch {
      // A limit of this program, or a failure of the disk, is none of the image.
      var report = ImageReport()
      if error.cause == .tooLarge || error.isOfStore {
        report.unread = "the image was not verified: \(error.reason)"
      } else {
        report.defect = "the image cannot be read: \(error.reason)"
      }
      return report
    }
    return PageFacts(image: buffer.span, path: id).image ?? ImageReport()
  }
}
