/// Crawls a live mirror: the same readers, records and tables as for folders, the pages by HTTP.
///
/// While it runs nobody knows which files there are, so every reference into the mirror is noted as an
/// id where nothing stands. At the end the catalog is made of what answered, and the ids are bound to
/// it, once each.
enum LiveSurveyor {
  /// Reads what can be reached from `root`.
  static func survey(
    _ mirror: Mirror, kinds: KindRules, root: URLRecord, fetcher: Fetcher, jobs: Int
  ) async -> (mirror: Mirror, survey: Survey) {
    let id = LiveAddress.id(of: root, in: mirror) ?? []
    let start = Inquiry(
      key: id, url: Array(root.requestURL.utf8), need: .page, isOfMirror: true)
    var inquiries = [start]
    if fetcher.settings.readsSitemaps,
      let url = try? URLRecord(parsing: "/sitemap.xml", base: root),
      let id = LiveAddress.id(of: url, in: mirror)
    {
      // Those that robots.txt names are added when it is read.
      inquiries.append(
        Inquiry(key: id, url: Array(url.requestURL.utf8), need: .siteIndex, isOfMirror: true))
    }
    await fetcher.add(inquiries)
    let readers = await NetworkCrew.run(fetcher, mirror: mirror, kinds: kinds, jobs: jobs)
    let binding = await CrawlBinding(
      mirror: mirror, frontier: fetcher.frontier, stopReason: fetcher.stopReason,
      spaces: fetcher.endless.spaces, readers: readers)
    return binding.bound(root: id, depthLimit: fetcher.settings.depth)
  }
}

/// The child tasks that asking takes.
enum NetworkCrew {
  /// Runs the fetcher's workers, its clock and readers for `jobs` cores until nothing is left to ask,
  /// and `source`, which adds URLs meanwhile. Cancelling the calling task ends all of them; what was
  /// read is kept.
  static func run(
    _ fetcher: Fetcher, mirror: Mirror, kinds: KindRules, jobs: Int,
    source: @escaping @Sendable () async -> Void = {}
  ) async -> [LiveReader] {
    await fetcher.openSource()
    return await withTaskCancellationHandler {
      await crew(fetcher, mirror: mirror, kinds: kinds, jobs: jobs, source: source)
    } onCancel: {
      // Whatever waits must be told, and only the fetcher knows who does.
      Task { await fetcher.stop("interrupted") }
    }
  }

  private static func crew(
    _ fetcher: Fetcher, mirror: Mirror, kinds: KindRules, jobs: Int,
    source: @escaping @Sendable () async -> Void
  ) async -> [LiveReader] {
    // Cancelled when it goes out of scope, so that nobody waits for its next tick.
    async let _ = fetcher.keepTime()
    return await withTaskGroup(of: LiveReader?.self) { group in
      for _ in 0..<fetcher.workerLimit {
        group.addTask(executorPreference: fetcher.loop) {
          await fetcher.work()
          return nil
        }
      }
      group.addTask {
        await source()
        await fetcher.closeSource()
        return nil
      }
      // One more than read at the same time: while one waits for the event loop another reads.
      for number in 0...max(1, jobs) {
        group.addTask {
          var reader = LiveReader(
            mirror: mirror, kinds: kinds, number: number,
            readsSitemaps: fetcher.settings.readsSitemaps)
          await reader.run(fetcher)
          return reader
        }
      }
      var readers: [LiveReader] = []
      for await reader in group { if let reader { readers.append(reader) } }
      return readers.sorted { $0.number < $1.number }
    }
  }
}
