internal import Synchronization

/// Reads all documents of a mirror concurrently.
///
/// One task group of `jobs` workers; they pull batches off one counter and share nothing else, then
/// their tables are merged. Cancelling the calling task ends the run after the documents in hand; what
/// was read is kept.
public enum MirrorSurveyor {
  static func survey(_ mirror: Mirror, jobs: Int, progress: ProgressCounter) async -> Survey {
    let total = mirror.catalog.documents.count
    progress.expect(total)
    let workers = max(1, min(jobs, (total + SurveyWorker.batch - 1) / SurveyWorker.batch))
    let counter = BatchCounter()
    let finished = await withTaskGroup(of: (Int, SurveyWorker).self) { group in
      for number in 0..<workers {
        group.addTask {
          var worker = SurveyWorker(mirror: mirror, number: number)
          worker.run(next: counter.next, progress: progress)
          return (number, worker)
        }
      }
      var finished: [(Int, SurveyWorker)] = []
      for await result in group { finished.append(result) }
      return finished.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return merge(finished, documents: total)
  }

  private final class BatchCounter: Sendable {
    let next = Atomic<Int>(0)
  }

  private static func merge(_ workers: [SurveyWorker], documents: Int) -> Survey {
    var survey = Survey(
      pages: Array(repeating: PageRecord(), count: documents), references: ReferenceTable())
    for (number, worker) in workers.enumerated() {
      if number == 0 {
        survey.references = worker.table
        survey.entryMaps.append(Array(0..<UInt32(worker.table.entries.count)))
      } else {
        survey.entryMaps.append(survey.references.merge(worker.table))
      }
      survey.logs.append(worker.log)
      survey.anchors.append(worker.anchors)
      survey.failures += worker.failures
      survey.encodingProblems += worker.encodingProblems
      survey.byteCount += worker.byteCount
      for (document, page) in worker.pages { survey.pages[document] = page }
    }
    survey.failures.sort { $0.document < $1.document }
    survey.encodingProblems.sort { $0.document < $1.document }
    survey.isComplete = survey.pages.allSatisfy { $0.state != .unread }
    return survey
  }
}
