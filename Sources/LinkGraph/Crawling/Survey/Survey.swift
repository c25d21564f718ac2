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
  /// Documents that could not be read for reasons that are not their own: what the run lacks.
  var storeFailures = StoreFailures()
  /// What servers include: the page that says so, and the entry of ``references``; by page.
  var includes: [(page: UInt32, entry: UInt32)] = []
  /// Pages with an include of which nobody knows what it brings.
  var openIncludes: [UInt32] = []
  /// Bytes read.
  var byteCount = 0
  /// Whether every document had its turn.
  var isComplete = true
  /// Why not, where the run was ended; nil where it was interrupted or is complete.
  var stopReason: String?
  /// What of a live mirror could not be read, and why, a sentence each: the run is incomplete for it.
  var gaps: [String] = []
  /// Clicks from the root beyond which a crawl read nothing; nil for none.
  var depthLimit: Int?
  /// Pages that are known to lie deeper.
  var depthCut = 0

  /// What asking the network said of references, and for each entry of ``references`` the index in
  /// it, or -1; empty where nothing was asked.
  var answers: [LinkAnswer] = []
  var answerIndices: [Int32] = []
  /// Whether external URLs were asked.
  var wasAsked = false
  /// Reports of images that came over the network, by place.
  var images: [Place: ImageReport] = [:]
  /// What asking cost; nil where nothing was asked.
  var network: NetworkSummary?
  var hosts: [HostStatistics] = []
  /// Things the user should know that are no findings.
  var notes: [String] = []

  /// What asking the network said of entry `index`; nil where it was not asked. O(1).
  func answer(ofEntry index: UInt32) -> LinkAnswer? {
    guard Int(index) < answerIndices.count, answerIndices[Int(index)] >= 0 else { return nil }
    return answers[Int(answerIndices[Int(index)])]
  }

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

  /// Notes what asking said of entry `index`.
  mutating func note(_ answer: LinkAnswer, ofEntry index: Int) {
    while answerIndices.count < references.entries.count { answerIndices.append(-1) }
    answers.append(answer)
    answerIndices[index] = Int32(answers.count - 1)
  }

  /// Whether `document` has an anchor with `hash`. O(log anchors).
  func hasAnchor(_ hash: UInt64, document: Int) -> Bool {
    let page = pages[document]
    let list = anchors[Int(page.worker)]
    let end = Int(page.anchors.upperBound)
    let index = (Int(page.anchors.lowerBound)..<end).partitionPoint { list[$0] < hash }
    return index < end && list[index] == hash
  }
}

/// What asking the network said of one reference.
struct LinkAnswer: Sendable {
  var answer: Answer
  /// Whether it failed on enough runs to count as an error.
  var isConfirmed = true
}
