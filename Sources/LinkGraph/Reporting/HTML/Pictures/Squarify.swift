/// A rectangle of a picture, in CSS pixels.
struct PictureRect: Equatable {
  var x: Double, y: Double, width: Double, height: Double

  var area: Double { width * height }

  /// What is left after `margin` on each side, and `top` more above; never negative.
  func inset(by margin: Double, top: Double = 0) -> PictureRect {
    PictureRect(
      x: x + margin, y: y + margin + top, width: max(0, width - 2 * margin),
      height: max(0, height - 2 * margin - top))
  }
}

/// Squarified treemaps (Bruls, Huizing, van Wijk, 2000): rectangles of given areas that fill one
/// rectangle, as square as can be, so that areas can be compared by eye.
enum Squarify {
  /// A rectangle for each of `sizes`, in proportion; sizes are best in descending order and must not
  /// be negative. O(n).
  static func layout(_ sizes: [Double], in bounds: PictureRect) -> [PictureRect] {
    let total = sizes.reduce(0, +)
    guard total > 0, bounds.area > 0 else {
      return sizes.map { _ in PictureRect(x: bounds.x, y: bounds.y, width: 0, height: 0) }
    }
    let scale = bounds.area / total
    let areas = sizes.map { $0 * scale }
    var rects: [PictureRect] = []
    var free = bounds
    var start = 0
    while start < areas.count {
      let side = min(free.width, free.height)
      var end = start + 1
      var sum = areas[start]
      var largest = areas[start]
      var smallest = areas[start]
      var worst = ratio(sum, largest, smallest, side)
      while end < areas.count {
        let next = areas[end]
        let grown = ratio(sum + next, max(largest, next), min(smallest, next), side)
        guard grown <= worst else { break }
        (sum, largest, smallest, worst) = (
          sum + next, max(largest, next), min(smallest, next), grown
        )
        end += 1
      }
      place(areas[start..<end], sum, &free, &rects)
      start = end
    }
    return rects
  }

  /// The worst aspect ratio in a row of areas along a side.
  private static func ratio(
    _ sum: Double, _ largest: Double, _ smallest: Double, _ side: Double
  ) -> Double {
    guard sum > 0, smallest > 0, side > 0 else { return .infinity }
    return max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest))
  }

  /// Lays a row along the shorter side of `free` and takes its room away.
  private static func place(
    _ row: ArraySlice<Double>, _ sum: Double, _ free: inout PictureRect,
    _ rects: inout [PictureRect]
  ) {
    if free.width >= free.height {
      let width = free.height > 0 ? min(free.width, sum / free.height) : 0
      var y = free.y
      for area in row {
        let height = width > 0 ? area / width : 0
        rects.append(PictureRect(x: free.x, y: y, width: width, height: height))
        y += height
      }
      free.x += width
      free.width -= width
    } else {
      let height = free.width > 0 ? min(free.height, sum / free.width) : 0
      var x = free.x
      for area in row {
        let width = height > 0 ? area / height : 0
        rects.append(PictureRect(x: x, y: free.y, width: width, height: height))
        x += width
      }
      free.y += height
      free.height -= height
    }
  }
}
