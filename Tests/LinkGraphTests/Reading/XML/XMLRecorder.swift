@testable import LinkGraph

/// Writes down what an ``XMLReader`` reads, one line an event.
struct XMLRecorder: XMLSink {
  /// The bytes that are read, to show what stands at the given places.
  let source: [UInt8]
  private(set) var events: [String] = []
  private(set) var elements = 0

  init(_ source: [UInt8]) { self.source = source }

  mutating func startElement(_ name: Span<UInt8>, namespace: Span<UInt8>, at tag: Range<Int>) {
    elements += 1
    events.append("<\(name.string) {\(namespace.string)} \(written(tag))")
  }

  mutating func attribute(
    _ name: Span<UInt8>, namespace: Span<UInt8>, value: Span<UInt8>, at range: Range<Int>
  ) {
    events.append("@\(name.string) {\(namespace.string)} \(value.string) \(written(range))")
  }

  mutating func startTagEnded() { events.append(">") }

  mutating func text(_ text: Span<UInt8>, at start: Int?) {
    let place = start.map { written($0..<($0 + text.count)) } ?? "?"
    events.append("\"\(text.string)\" \(place)")
  }

  mutating func endElement(_ name: Span<UInt8>, namespace: Span<UInt8>) {
    events.append("</\(name.string)")
  }

  private func written(_ range: Range<Int>) -> String {
    "[\(String(decoding: source[range], as: UTF8.self))]"
  }
}
