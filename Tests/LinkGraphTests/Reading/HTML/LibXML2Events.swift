import CLibXML2

/// What libxml2's HTML parser reads: the oracle of the differential test.
struct LibXML2Events {
  /// A start tag: name, attributes, and the line its `>` is on.
  struct Tag: Equatable {
    var name: String
    var attributes: [[String]]
    var line: Int
  }

  /// The start tags in source order, implied ones included.
  private(set) var tags: [Tag] = []
  /// All text, without white space.
  private(set) var text = ""
  /// The comments.
  private(set) var comments: [String] = []

  /// Collects what the callbacks are told.
  private final class Collector {
    var events = LibXML2Events()
    var line: () -> Int = { 0 }
  }

  private static func collector(_ context: UnsafeMutableRawPointer?) -> Collector? {
    unsafe context.map { unsafe Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    unsafe bytes.map { unsafe String(cString: $0) } ?? ""
  }

  /// libxml2 must be made ready once before several threads use it.
  private static let isReady: Void = xmlInitParser()

  /// The events of `source`, UTF-8; nil if libxml2 has no memory.
  static func read(_ source: [UInt8]) -> LibXML2Events? {
    _ = isReady
    let collector = Collector()
    let copy = source.map { CChar(bitPattern: $0) }
    guard let parser = unsafe htmlCreateMemoryParserCtxt(copy, Int32(copy.count)) else {
      return nil
    }
    defer { unsafe htmlFreeParserCtxt(parser) }
    unsafe htmlCtxtUseOptions(
      parser, Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue))
    unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { context, name, attributes in
      guard let collector = unsafe LibXML2Events.collector(context) else { return }
      var list: [[String]] = []
      if var at = unsafe attributes {
        while let name = unsafe at.pointee {
          let value = unsafe LibXML2Events.string(at.successor().pointee)
          list.append([unsafe LibXML2Events.string(name), value])
          unsafe at += 2
        }
      }
      collector.events.tags.append(
        Tag(
          name: unsafe LibXML2Events.string(name), attributes: list, line: collector.line()))
    }
    unsafe handler.characters = { context, bytes, count in
      guard let collector = unsafe LibXML2Events.collector(context), let bytes = unsafe bytes
      else { return }
      let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
      collector.events.text += unsafe String(decoding: buffer, as: UTF8.self)
    }
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.comment = { context, bytes in
      let text = unsafe LibXML2Events.string(bytes)
      unsafe LibXML2Events.collector(context)?.events.comments.append(text)
    }
    unsafe parser.pointee.sax.pointee = unsafe handler
    unsafe parser.pointee.userData = Unmanaged.passUnretained(collector).toOpaque()
    collector.line = { unsafe Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer(parser))) }
    unsafe htmlParseDocument(parser)
    collector.line = { 0 }
    collector.events.text.removeAll { $0.isWhitespace }
    return collector.events
  }
}
