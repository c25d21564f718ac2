/// Everything that reading a mirror once brought to light: the input of all checks.
struct Survey: Sendable {
  var pages: [PageRecord]
  var references: ReferenceTable
  /// One a worker.
  var logs: [LinkLog] = []
  /// For each worker the number in ``references`` of each of its entries.
  var entryMaps: [[UInt32]] = []
  /// For each worker the anchors of its pages.
  var anchors: [[UInt64]] = []
  /// Documents that could not be read, and why; by document.
  var failures: [(document: UInt32, reason: String)] = []
  var encodingProblems: [EncodingProblem] = []
  /// Bytes read.
  var byteCount = 0
  /// Whether every document had its turn.
  var isComplete = true

  /// Calls `body` with each link of `document`, in source order, entries numbered as in
  /// ``references``.
  func forEachLink(of document: Int, _ body: (LinkRecord) -> Void) {
    let page = pages[document]
    let map = entryMaps[Int(page.worker)]
    logs[Int(page.worker)].forEach(page.links) { record in
      var record = record
      record.entry = map[Int(record.entry)]
      body(record)
    }
  }

  /// Whether `document` has an anchor with `hash`. O(log anchors).
  func hasAnchor(_ hash: UInt64, document: Int) -> Bool {
    let page = pages[document]
    let list = anchors[Int(page.worker)]
    var low = Int(page.anchors.lowerBound)
    var high = Int(page.anchors.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < Int(page.anchors.upperBound) && list[low] == hash
  }
}
