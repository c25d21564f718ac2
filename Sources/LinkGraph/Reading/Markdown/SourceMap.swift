/// Which place of a page's source each place of a text made from it comes from.
struct SourceMap: Sendable {
  private var starts: [UInt32] = []
  private var sources: [UInt32] = []
  private var copies: [Bool] = []

  /// Forgets everything but the memory.
  mutating func reset() {
    starts.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    copies.removeAll(keepingCapacity: true)
  }

  /// From `output` on, the text is a copy of the source from `source` on; or, where it `isCopy` is
  /// false, it stands for that one place.
  mutating func append(output: Int, source: Int, isCopy: Bool) {
    if let last = starts.last, Int(last) == output {
      sources[sources.count - 1] = UInt32(source)
      copies[copies.count - 1] = isCopy
      return
    }
    starts.append(UInt32(output))
    sources.append(UInt32(source))
    copies.append(isCopy)
  }

  /// The place in the source of place `output` of the text. O(log segments).
  func source(of output: Int) -> Int {
    let low = starts.indices.partitionPoint { Int(starts[$0]) <= output }
    guard low > 0 else { return output }
    let segment = low - 1
    let source = Int(sources[segment])
    return copies[segment] ? source + output - Int(starts[segment]) : source
  }
}
