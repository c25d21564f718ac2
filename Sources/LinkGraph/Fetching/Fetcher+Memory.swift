extension Fetcher {
  /// Settles entry `number` by what earlier runs know, where that is fresh enough and says all that is
  /// needed.
  func settleFromMemory(_ number: UInt32) -> Bool {
    guard let known = recall(number), says(known.answer, frontier.entries[Int(number)].need),
      AnswerFreshness.decide(known, now: settings.unixTime(), goodFor: settings.goodFor) == .use
    else { return false }
    frontier.settle(number, known.answer)
    frontier.entries[Int(number)].isRemembered = true
    rememberedCount += 1
    return true
  }

  /// Header lines that ask only for what changed (RFC 9110, section 13).
  func validators(of number: UInt32, need: Need) -> [String]? {
    guard !frontier.entries[Int(number)].isOfMirror, let known = recall(number),
      known.answer.hops.isEmpty, says(known.answer, need),
      case .askAgain(let tag, let time) = AnswerFreshness.decide(
        known, now: settings.unixTime(), goodFor: settings.goodFor)
    else { return nil }
    if let tag { return ["If-None-Match: \(tag)"] }
    return time.map { ["If-Modified-Since: \($0)"] }
  }

  /// The server says that the answer of an earlier run still holds.
  func settleAsRemembered(_ number: UInt32) {
    settle(number, recall(number)?.answer ?? Answer(status: 304))
  }

  private func recall(_ number: UInt32) -> RememberedAnswer? {
    remembered.count > 0 ? try? remembered.lookup(frontier.keys.strings[Int(number)]) : nil
  }

  private func says(_ answer: Answer, _ need: Need) -> Bool {
    (!need.contains(.anchors) || answer.anchors != nil || !MediaType(answer.mediaType).isHTML)
      && (!need.contains(.image) || answer.image != nil)
  }
}
