internal import CLibXML2

/// One reading of one document: what libxml2's callbacks need, without the type of the sink.
///
/// C function pointers cannot be generic, so the callbacks talk to this class and the sink's type is
/// known to the subclass only.
class XMLSession {
  /// The first error that makes the document not well-formed.
  final var failure: XMLFailure?
  /// How many attributes have defaults that the document declares, and how many may.
  final var defaultCount = 0
  static let defaultLimit = 16

  /// Gives up.
  final func stop(_ context: xmlParserCtxtPtr, _ message: String) {
    if failure == nil {
      failure = unsafe XMLFailure(
        line: Int(context.pointee.input?.pointee.line ?? 1),
        column: Int(context.pointee.input?.pointee.col ?? 1), message: message)
    }
    unsafe xmlStopParser(context)
  }

  /// An element begins.
  func start(_ context: xmlParserCtxtPtr, _ tag: XMLStartTag) {}

  /// An element ends.
  func end(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {}

  /// A piece of text.
  func text(_ context: xmlParserCtxtPtr, _ characters: UnsafeBufferPointer<UInt8>) {}
}

/// The arguments of libxml2's `startElementNs`, valid during the call only.
@unsafe struct XMLStartTag {
  var name: UnsafePointer<xmlChar>?
  var prefix: UnsafePointer<xmlChar>?
  var namespace: UnsafePointer<xmlChar>?
  /// Five pointers an attribute: local name, prefix, namespace, start and end of the value.
  var attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  var attributeCount: Int
  /// How many attributes at the end of ``attributes`` are not in the source but defaults.
  var defaultedCount: Int
}
