/// Makes JSON text (RFC 8259) token by token, without a tree.
///
/// Commas are set by the writer; that keys and values alternate and that containers are closed is
/// the caller's part. The same calls give the same bytes on every machine. The text collects in
/// ``bytes``; a caller with much to say hands it to a sink from time to time with ``drain(to:)``.
struct JSONWriter {
  /// How strings are escaped.
  enum Escaping {
    /// What RFC 8259 demands, and DEL, U+2028, U+2029 and U+FEFF, which trip readers.
    case plain
    /// Also `<`, `>` and `&`, so that no value can end a script element or open a comment in it.
    case script
  }

  /// Text that ``drain(to:)`` lets collect before it writes.
  static let highWater = 64 * 1024

  /// The text so far, apart from what was drained.
  private(set) var bytes: [UInt8] = []
  private let escaping: Escaping
  private var needsComma = false

  /// A writer of one text.
  init(escaping: Escaping = .plain) {
    self.escaping = escaping
  }

  /// Opens an object as the next value.
  mutating func beginObject() { begin(0x7B) }

  /// Closes the innermost object.
  mutating func endObject() { end(0x7D) }

  /// Opens an array as the next value.
  mutating func beginArray() { begin(0x5B) }

  /// Closes the innermost array.
  mutating func endArray() { end(0x5D) }

  /// The key of the next value, a literal that needs no escapes.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(utf8: name)
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  /// The key of the next value.
  mutating func key(named name: String) {
    separate()
    quote(name.utf8.span)
    bytes.append(0x3A)
  }

  /// A string value; invalid UTF-8 becomes U+FFFD.
  mutating func string(_ value: Span<UInt8>) {
    separate()
    quote(value)
    needsComma = true
  }

  /// A string value.
  mutating func string(_ value: String) { string(value.utf8.span) }

  /// A string value, or null.
  mutating func string(_ value: String?) {
    if let value { string(value.utf8.span) } else { null() }
  }

  /// A string value that needs no escapes.
  @inline(__always)
  mutating func string(literal value: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(utf8: value)
    bytes.append(0x22)
    needsComma = true
  }

  /// An integer value.
  @inline(__always)
  mutating func number(_ value: Int) {
    separate()
    bytes.append(decimal: value)
    needsComma = true
  }

  /// A number in the shortest form that reads back as the same double; null where JSON has no form
  /// for it.
  mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    if value == value.rounded(), value.magnitude < 1e15 {
      bytes.append(decimal: Int(value))
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
    needsComma = true
  }

  /// The value true or false.
  mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// The value null.
  @inline(__always)
  mutating func null() {
    separate()
    bytes.append(utf8: "null")
    needsComma = true
  }

  /// One or more tokens, made earlier by a writer with the same escaping, that end with a value.
  mutating func tokens(_ text: Span<UInt8>) {
    separate()
    bytes.append(bytes: text)
    needsComma = true
  }

  /// Starts a new line, indented by `depth` steps, before the next token.
  mutating func newLine(depth: Int) {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(utf8: "  ") }
  }

  /// Starts a new line for the end of a container, indented by `depth` steps.
  mutating func newLineBeforeEnd(depth: Int) {
    needsComma = false
    newLine(depth: depth)
  }

  /// Ends the text or record with a line feed.
  mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Appends text that is not JSON, such as the call around it.
  mutating func verbatim(_ text: StaticString) { bytes.append(utf8: text) }

  /// Hands the text to `sink` once a good deal of it is together, or at once if `force`.
  @inline(__always)
  mutating func drain(
    to sink: inout some ByteSink & ~Copyable, force: Bool = false
  ) throws(ByteSinkError) {
    guard force || bytes.count >= Self.highWater else { return }
    try sink.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes the text out of the writer.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func quote(_ value: Span<UInt8>) {
    bytes.append(0x22)
    switch escaping {
    case .script: JSONScriptEscape.append(value, to: &bytes)
    default: JSONEscape.append(value, to: &bytes)
    }
    bytes.append(0x22)
  }
}
