extension Survey {
  /// What `collectors` read, as one.
  ///
  /// - Parameters:
  ///   - documents: how many documents the catalog has.
  ///   - number: the catalog's number of a document as its collector numbered it; nil drops it.
  init(merging collectors: [PageCollector], documents: Int, number: (Int) -> Int?) {
    self.init(
      pages: Array(repeating: PageRecord(), count: documents), references: ReferenceTable())
    for (index, collector) in collectors.enumerated() {
      if index == 0 {
        references = collector.table
        entryMaps.append(Array(0..<UInt32(collector.table.entries.count)))
      } else {
        entryMaps.append(references.merge(collector.table))
      }
      logs.append(collector.log)
      anchors.append(collector.anchors)
      byteCount += collector.byteCount
      storeFailures.add(collector.storeFailures)
      for (document, page) in collector.pages {
        if let document = number(document) { pages[document] = page }
      }
      for failure in collector.failures {
        if let document = number(Int(failure.document)) {
          failures.append((UInt32(document), failure.reason))
        }
      }
      for include in collector.includes {
        if let document = number(Int(include.document)) {
          includes.append((UInt32(document), entryMaps[index][Int(include.entry)]))
        }
      }
      openIncludes += collector.openIncludes.compactMap { number(Int($0)).map(UInt32.init) }
      for problem in collector.encodingProblems {
        if let document = number(Int(problem.document)) {
          var problem = problem
          problem.document = UInt32(document)
          encodingProblems.append(problem)
        }
      }
    }
    includes.sort { ($0.page, $0.entry) < ($1.page, $1.entry) }
    failures.sort { $0.document < $1.document }
    encodingProblems.sort { $0.document < $1.document }
  }
}
