extension Fetcher {
  /// Puts a body where readers take it.
  func handToReader(_ number: UInt32, _ response: TransferResponse, need: Need) {
    let key = frontier.keys.strings.withBytes(Int(number)) { bytes in
      var copy: [UInt8] = []
      copy.append(bytes: bytes)
      return copy
    }
    let type = MediaType(response.contentType)
    let url =
      frontier.entries[Int(number)].isOfMirror
      ? LiveAddress.url(ofID: key, in: mirror) : String(decoding: key, as: UTF8.self)
    let path = (try? URLRecord(parsing: url))?.pathname ?? ""
    let pathBytes = Array(path.utf8)
    var document = FetchedDocument(
      number: number, need: need, key: key, url: url, type: type.fileType(path: pathBytes.span),
      charset: type.textEncoding, response: response)
    document.depth = Int(frontier.entries[Int(number)].depth)
    document.steps = frontier.entries[Int(number)].steps
    let slash = key.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    document.folder = UInt32(folders.intern(key.span.extracting(0..<slash)).index)
    documents.append(document)
    documentBytes += response.body.count
    if let reader = parkedReaders.popLast() { reader.resume(returning: true) }
  }

  /// Takes back what a reader found in its last documents and gives it the next ones, a few at a time;
  /// none when there will be no more.
  func exchange(_ read: [ReadDocument], _ found: [Inquiry]) async -> [FetchedDocument] {
    beingRead -= read.count
    for document in read {
      frontier.amend(document.number, anchors: document.anchors, image: document.image)
    }
    if stopReason == nil { add(found, on: read) }
    startParkedWorkers()
    while firstDocument == documents.count {
      endLevelOrRun()
      let hasMore = await withCheckedContinuation { reader in
        // Asked here and not before: to wait, a task may have left the actor for a moment.
        if firstDocument < documents.count {
          reader.resume(returning: true)
        } else if isDrained || stopReason != nil && activeCount == 0 {
          reader.resume(returning: false)
        } else {
          parkedReaders.append(reader)
        }
      }
      if !hasMore, firstDocument == documents.count { return [] }
    }
    let waiting = documents.count - firstDocument
    let end = firstDocument + min(max(waiting / 8, 1), Self.longestBatch)
    let batch = Array(documents[firstDocument..<end])
    firstDocument = end
    if firstDocument == documents.count {
      documents.removeAll(keepingCapacity: true)
      firstDocument = 0
    } else if firstDocument > 1024 {
      documents.removeFirst(firstDocument)
      firstDocument = 0
    }
    documentBytes -= batch.reduce(0) { $0 + $1.response.body.count }
    beingRead += batch.count
    // Room for more bodies.
    startParkedWorkers()
    return batch
  }

  /// Adds the URLs that `read` name, `found` in the same order, but for those of endless spaces.
  private func add(_ found: [Inquiry], on read: [ReadDocument]) {
    var at = 0
    for document in read {
      let start = at
      while at < found.count, found[at].parent == document.number { at += 1 }
      let links = found[start..<at]
      guard let step = document.step else {
        for inquiry in links { add(inquiry, hops: 0) }
        continue
      }
      let patterns = links.filter { $0.need.contains(.page) }.map(\.pattern)
      let steps = endless.note(step, linksTo: patterns)
      for inquiry in links {
        if inquiry.need.contains(.page), frontier.number(ofKey: inquiry.key.span) == nil,
          let space = endless.space(of: inquiry, at: steps, from: step.pattern)
        {
          if let number = frontier.add(inquiry) { frontier.leaveOut(number, of: space) }
        } else if frontier.spaces.isEmpty || steps == 0 {
          add(inquiry, hops: 0, steps: steps)
        } else if frontier.number(ofKey: inquiry.key.span).map({ frontier.spaces[$0] == nil })
          ?? true
        {
          add(inquiry, hops: 0, steps: steps)
        }
      }
    }
    for inquiry in found[at...] { add(inquiry, hops: 0) }
  }

  /// Documents a reader takes at a time at most: enough to make the change of threads cheap. Where
  /// fewer wait it takes a share of them, so that others have some too.
  private static let longestBatch = 64
}
