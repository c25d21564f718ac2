internal import FoundationEssentials
internal import GRDB

/// The columns of the table `answers`, written and read back.
///
/// Nothing in a row is taken on trust: it may come from a hostile server, or the file from a hostile
/// mirror.
enum AnswerRow {
  /// Inserts a row or replaces that of the same URL.
  static let upsert = """
    INSERT INTO answers (url, asked_at, failed_runs, outcome, evidence, status, hops, media_type,
      is_image, image_defect, image_mismatch, etag, last_modified, anchor_count, anchors)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (url) DO UPDATE SET asked_at = excluded.asked_at,
      failed_runs = excluded.failed_runs, outcome = excluded.outcome,
      evidence = excluded.evidence, status = excluded.status, hops = excluded.hops,
      media_type = excluded.media_type, is_image = excluded.is_image,
      image_defect = excluded.image_defect, image_mismatch = excluded.image_mismatch,
      etag = excluded.etag, last_modified = excluded.last_modified,
      anchor_count = excluded.anchor_count, anchors = excluded.anchors
    """

  /// All of every row but the anchors, in the order in which ``PackedAnswer`` expects them.
  static let select = """
    SELECT id, asked_at, failed_runs, status, is_image, anchor_count,
      url, outcome, evidence, hops, media_type, image_defect, image_mismatch, etag, last_modified
    FROM answers
    """

  /// The arguments of ``upsert``, or nil where the answer cannot be kept.
  ///
  /// Long texts are cut and validators that cannot be sent again are left out. Redirects that cannot
  /// be kept are left out of a problem; a good answer is not kept without them, since what it leads
  /// to would be wrong.
  static func arguments(url: String, _ remembered: RememberedAnswer) -> StatementArguments? {
    guard AnswerLimits.isStorable(url) else { return nil }
    let answer = remembered.answer
    let hops = AnswerLimits.keepable(answer.hops)
    var code: FindingCode?
    var evidence: String?
    switch answer.outcome {
    case .good:
      guard hops.count == answer.hops.count else { return nil }
    case .problem(let problem, let text):
      code = problem
      evidence = AnswerLimits.cut(text, to: AnswerLimits.text)
    }
    var anchors: [UInt64]?
    if let all = answer.anchors, all.count <= AnswerLimits.anchors { anchors = all }
    let image = answer.image
    return [
      url, remembered.askedAt,
      max(0, min(remembered.failedRuns, AnswerFreshness.mostFailedRuns)),
      code?.rawValue, evidence, answer.status,
      hops.isEmpty ? nil : hops.map { "\($0.status) \($0.url)" }.joined(separator: "\n"),
      AnswerLimits.cut(answer.mediaType, to: AnswerLimits.mediaType), image != nil,
      image?.defect.map { AnswerLimits.cut($0, to: AnswerLimits.text) },
      image?.mismatch.map { AnswerLimits.cut($0, to: AnswerLimits.text) },
      AnswerLimits.validator(answer.entityTag), AnswerLimits.validator(answer.lastModified),
      anchors?.count, anchors.map(data),
    ]
  }

  /// The redirects that ``upsert`` wrote as lines of status and URL; nil where they are not.
  static func hops(_ lines: String) -> [Answer.Hop]? {
    var hops: [Answer.Hop] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let status = Int(parts[0]) else { return nil }
      hops.append(Answer.Hop(status: status, url: String(parts[1])))
    }
    return AnswerLimits.keepable(hops).count == hops.count ? hops : nil
  }

  /// Anchors from a blob of 64-bit little-endian numbers; nil where they are not ascending.
  static func anchors(_ data: Data, count: Int) -> [UInt64]? {
    guard data.count % 8 == 0, data.count / 8 == count, count <= AnswerLimits.anchors else {
      return nil
    }
    var anchors: [UInt64] = []
    anchors.reserveCapacity(count)
    var number: UInt64 = 0
    for (index, byte) in [UInt8](data).enumerated() {
      number = number >> 8 | UInt64(byte) << 56
      guard index % 8 == 7 else { continue }
      if let last = anchors.last, last > number { return nil }
      anchors.append(number)
    }
    return anchors
  }

  private static func data(_ anchors: [UInt64]) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(anchors.count * 8)
    for anchor in anchors {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: anchor >> shift))
      }
    }
    return Data(bytes)
  }
}
