internal import Synchronization

/// Reads and verifies the images that pages refer to, each once, concurrently.
enum ImageCheck {
  /// Larger images are not read.
  static let sizeLimit = 256 << 20

  /// The reports of `images`, indices of ``Catalog/assets`` and, from the number of assets on, of
  /// ``Catalog/documents`` (SVG), by their place in the list.
  ///
  /// An image that could not be read for a reason that is not its own has an empty report, and is
  /// counted.
  static func verify(
    _ images: [Place], of mirror: Mirror, jobs: Int, patience: Patience
  ) async -> (reports: [ImageReport], failures: StoreFailures) {
    let counter = Counter()
    return await withTaskGroup(of: ([(Int, ImageReport)], StoreFailures).self) { group in
      for _ in 0..<max(1, min(jobs, images.count)) {
        group.addTask {
          var buffer: [UInt8] = []
          var reports: [(Int, ImageReport)] = []
          var failures = StoreFailures()
          while true {
            let index = counter.next.add(1, ordering: .relaxed).oldValue
            guard index < images.count, !patience.isOver else { break }
            reports.append((index, report(images[index], of: mirror, &buffer, &failures)))
            if buffer.capacity > 8 << 20 { buffer = [] }
          }
          return (reports, failures)
        }
      }
      var all = [ImageReport](repeating: ImageReport(), count: images.count)
      var failures = StoreFailures()
      for await (reports, failed) in group {
        for (index, report) in reports { all[index] = report }
        failures.add(failed)
      }
      return (all, failures)
    }
  }

  private final class Counter: Sendable {
    let next = Atomic<Int>(0)
  }

  private static func report(
    _ place: Place, of mirror: Mirror, _ buffer: inout [UInt8], _ failures: inout StoreFailures
  ) -> ImageReport {
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
      if error.isOfStore { failures.add(error, of: "image") }
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
