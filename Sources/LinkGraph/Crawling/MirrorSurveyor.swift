internal import Synchronization

/// Reads all documents of a mirror concurrently.
///
/// One task group of `jobs` workers; they pull batches off one counter and share nothing else, then
/// their tables are merged. Cancelling the calling task ends the run after the documents in hand; what
/// was read is kept.
public enum MirrorSurveyor {
  static func survey(
    _ mirror: Mirror, kinds: KindRules, jobs: Int, progress: ProgressCounter
  ) async -> Survey {
    let total = mirror.catalog.documents.count
    progress.expect(total)
    let workers = max(1, min(jobs, (total + SurveyWorker.batch - 1) / SurveyWorker.batch))
    let counter = BatchCounter()
    let finished = await withTaskGroup(of: (Int, PageCollector).self) { group in
      for number in 0..<workers {
        group.addTask {
          var worker = SurveyWorker(mirror: mirror, kinds: kinds, number: number)
          worker.run(next: counter.next, progress: progress)
          return (number, worker.collector)
        }
      }
      var finished: [(Int, PageCollector)] = []
      for await result in group { finished.append(result) }
      return finished.sorted { $0.0 < $1.0 }.map(\.1)
    }
    var survey = Survey(merging: finished, documents: total) { $0 }
    survey.isComplete = survey.pages.allSatisfy { $0.state != .unread }
    return survey
  }

  private final class BatchCounter: Sendable {
    let next = Atomic<Int>(0)
  }
}
