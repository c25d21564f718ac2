extension Graph {
  /// The number of edges from each section to each other, `matrix[from][to]`; the last row and
  /// column, of index `count`, stand for the pages of no section.
  ///
  /// O(pages + edges + count²) time, and 8 · (count + 1)² bytes.
  ///
  /// - Parameters:
  ///   - sectionOf: the section of each page; a value that is not less than `count` is none.
  ///   - count: how many sections there are.
  public func sectionMatrix(sectionOf: [UInt16], count: Int) -> [[Int]] {
    precondition(sectionOf.count == pageCount && count >= 0)
    let width = count + 1
    var cells = [Int](repeating: 0, count: width * width)
    let targets = self.targets.span
    for page in 0..<pageCount {
      let row = min(Int(sectionOf[page]), count) * width
      for edge in successors(of: UInt32(page)) {
        cells[row &+ min(Int(sectionOf[Int(targets[edge])]), count)] &+= 1
      }
    }
    return (0..<width).map { row in Array(cells[(row * width)..<((row + 1) * width)]) }
  }
}
