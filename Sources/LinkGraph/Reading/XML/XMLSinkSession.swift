internal import CLibXML2
internal import Glibc

/// An ``XMLSession`` that gives positions to libxml2's events and passes them on to a sink.
///
/// Holds two pointers, to the source and to the sink. Both come from closures that lend them around
/// the whole parse (``XMLReader/read(_:from:into:)``), and no session outlives that.
@safe final class XMLSinkSession<Sink: XMLSink>: XMLSession {
  private let source: UnsafeBufferPointer<UInt8>
  private let sink: UnsafeMutablePointer<Sink>
  /// libxml2 parses the content of an entity in a context of its own, whose events have no place of
  /// their own in the source.
  private let document: xmlParserCtxtPtr
  private let startOffset: Int
  private var cursor: XMLTagCursor
  /// How many namespace declarations may be in scope.
  private static var namespaceLimit: Int32 { 1_000 }

  init(
    _ document: xmlParserCtxtPtr, source: UnsafeBufferPointer<UInt8>, from start: Int,
    sink: UnsafeMutablePointer<Sink>
  ) {
    unsafe self.source = source
    unsafe self.sink = sink
    unsafe self.document = document
    startOffset = start
    cursor = XMLTagCursor(at: start)
  }

  override func start(_ context: xmlParserCtxtPtr, _ tag: XMLStartTag) {
    guard failure == nil else { return }
    // libxml2 goes through all prefixes that are in scope for each name.
    if unsafe context.pointee.nsNr > 2 * Self.namespaceLimit {
      return unsafe stop(context, "more than \(Self.namespaceLimit) namespace prefixes in scope")
    }
    var place = position..<position
    let isWritten = unsafe context == document
    if isWritten {
      guard let name = unsafe cursor.nextStartTag(source.span),
        unsafe isName(tag.name, prefix: tag.prefix, at: name)
      else { return unsafe stop(context) }
      place = (name.lowerBound - 1)..<name.upperBound
    }
    unsafe sink.pointee.startElement(
      Self.bytes(tag.name).span, namespace: Self.bytes(tag.namespace).span, at: place)
    let count = unsafe tag.attributeCount
    let written = unsafe isWritten ? count - tag.defaultedCount : 0
    for index in 0..<count {
      guard let fields = unsafe tag.attributes.map({ unsafe $0 + index * 5 }) else { break }
      var range = place.lowerBound..<place.lowerBound
      if index < written {
        guard let found = unsafe nextAttribute(fields[0], prefix: fields[1]) else {
          return unsafe stop(context)
        }
        range = found
      }
      guard let start = unsafe fields[3], let end = unsafe fields[4] else { continue }
      unsafe sink.pointee.attribute(
        Self.bytes(fields[0]).span, namespace: Self.bytes(fields[2]).span,
        value: UnsafeBufferPointer(start: start, count: end - start).span, at: range)
    }
    if isWritten {
      while unsafe cursor.nextAttribute(source.span) != nil {}
    }
    unsafe sink.pointee.startTagEnded()
  }

  override func end(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    guard failure == nil else { return }
    unsafe sink.pointee.endElement(Self.bytes(name).span, namespace: Self.bytes(namespace).span)
  }

  override func text(_ context: xmlParserCtxtPtr, _ characters: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    let place = unsafe context == document ? self.place(of: characters) : nil
    unsafe sink.pointee.text(characters.span, at: place)
  }

  /// The offset in the source of what libxml2 reads next.
  private var position: Int {
    guard let input = unsafe document.pointee.input else { return startOffset }
    return unsafe offset(of: input.pointee.cur, in: input)
  }

  /// The offset in the source of a byte of libxml2's buffer, which holds a part of it.
  private func offset(of pointer: UnsafePointer<xmlChar>, in input: xmlParserInputPtr) -> Int {
    let read = unsafe pointer - input.pointee.base
    return unsafe min(startOffset + Int(input.pointee.consumed) + read, source.count)
  }

  /// Where `characters` begin in the source, nil where they are not there.
  ///
  /// libxml2 hands out its buffer or a copy. A copy ends where libxml2 stands, or before the `]]>`
  /// that it has just read. The bytes are compared, so that a version that does otherwise costs
  /// places but gives no wrong ones.
  private func place(of characters: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let input = unsafe document.pointee.input, let text = characters.baseAddress else {
      return nil
    }
    if unsafe text >= input.pointee.base, unsafe text < input.pointee.end {
      let start = unsafe offset(of: text, in: input)
      return unsafe isInSource(characters, at: start) ? start : nil
    }
    let end = position
    return [end - characters.count, end - characters.count - 3].first {
      unsafe isInSource(characters, at: $0)
    }
  }

  private func isInSource(_ characters: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= startOffset, unsafe source.count - characters.count >= start,
      let mine = unsafe source.baseAddress, let theirs = characters.baseAddress
    else { return false }
    return unsafe memcmp(mine + start, theirs, characters.count) == 0
  }

  /// The value of the tag's next attribute with this name, `xmlns` declarations passed over.
  private func nextAttribute(
    _ name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?
  ) -> Range<Int>? {
    while let attribute = unsafe cursor.nextAttribute(source.span) {
      if unsafe isName(name, prefix: prefix, at: attribute.name) { return attribute.value }
    }
    return nil
  }

  /// Whether the qualified name is what the source has at `range`. O(length).
  private func isName(
    _ name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?, at range: Range<Int>
  ) -> Bool {
    let local = unsafe Self.bytes(name)
    let space = unsafe Self.bytes(prefix)
    let written = unsafe source.extracting(range)
    let colon = space.isEmpty ? 0 : space.count + 1
    guard written.count == colon + local.count else { return false }
    return unsafe written.extracting(colon..<written.count).span.equals(local.span)
      && (colon == 0 || written.extracting(0..<space.count).span.equals(space.span))
  }

  /// Gives up: a position that may be wrong is worse than none.
  private func stop(_ context: xmlParserCtxtPtr) {
    unsafe stop(context, "the tag was not found in the source")
  }

  /// The bytes of a C string of libxml2's; empty for null.
  private static func bytes(_ string: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string = unsafe string else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeBufferPointer(start: string, count: Int(xmlStrlen(string)))
  }
}
