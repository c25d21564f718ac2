internal import CLibXML2

/// The callbacks that libxml2 gets, all of them.
///
/// Each is called with the parser context (also for the contexts that libxml2 makes to parse the
/// content of entities), whose `_private` field leads to the ``XMLSession``. The session is not
/// retained there: ``XMLReader`` keeps it alive until the parser has been freed, and libxml2 calls
/// back only during the parse, on the thread that parses.
enum XMLCallbacks {
  /// Replaces the callbacks of `context`, which build a tree, by those that report to `session`.
  static func install(_ session: XMLSession, in context: xmlParserCtxtPtr) {
    unsafe context.pointee._private = Unmanaged.passUnretained(session).toOpaque()
    guard let handler = unsafe context.pointee.sax else { return }
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
    // These keep the document type, which the parser needs to expand entities.
    unsafe sax.startDocument = xmlSAX2StartDocument
    unsafe sax.internalSubset = xmlSAX2InternalSubset
    unsafe sax.entityDecl = declareEntity
    unsafe sax.attributeDecl = declareAttribute
    unsafe sax.getEntity = entity
    unsafe sax.getParameterEntity = xmlSAX2GetParameterEntity
    unsafe sax.startElementNs = startElement
    unsafe sax.endElementNs = endElement
    unsafe sax.characters = characters
    unsafe sax.ignorableWhitespace = characters
    unsafe sax.serror = report
    unsafe handler.pointee = sax
  }

  private static func session(_ context: UnsafeMutableRawPointer?) -> (
    xmlParserCtxtPtr, XMLSession
  )? {
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let session = unsafe context.pointee._private
    else { return nil }
    return unsafe (context, Unmanaged<XMLSession>.fromOpaque(session).takeUnretainedValue())
  }

  private static let startElement: startElementNsSAX2Func = {
    context, name, prefix, namespace, _, _, attributeCount, defaultedCount, attributes in
    guard let (context, session) = unsafe session(context) else { return }
    unsafe session.start(
      context,
      XMLStartTag(
        name: name, prefix: prefix, namespace: namespace, attributes: attributes,
        attributeCount: Int(attributeCount), defaultedCount: Int(defaultedCount)))
  }

  private static let endElement: endElementNsSAX2Func = { context, name, _, namespace in
    guard let (_, session) = unsafe session(context) else { return }
    unsafe session.end(name, namespace)
  }

  private static let characters: charactersSAXFunc = { context, characters, count in
    guard let (context, session) = unsafe session(context) else { return }
    unsafe session.text(context, UnsafeBufferPointer(start: characters, count: Int(count)))
  }

  /// Declares internal general entities as they are and all others as empty, so that nothing outside
  /// of the document (a file, the network) is ever asked for, as a non-validating processor may.
  /// Parameter entities, which could only bring declarations, are left empty too.
  private static let declareEntity: entityDeclSAXFunc = {
    context, name, type, publicID, systemID, content in
    switch type {
    case Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue):
      unsafe xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
    case Int32(XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue):
      var empty: xmlChar = 0
      let internalType = Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue)
      unsafe xmlSAX2EntityDecl(context, name, internalType, nil, nil, &empty)
    case Int32(XML_INTERNAL_PARAMETER_ENTITY.rawValue),
      Int32(XML_EXTERNAL_PARAMETER_ENTITY.rawValue):
      var empty: xmlChar = 0
      let internalType = Int32(XML_INTERNAL_PARAMETER_ENTITY.rawValue)
      unsafe xmlSAX2EntityDecl(context, name, internalType, nil, nil, &empty)
    default:
      break
    }
  }

  /// Counts the attributes that every element of a name gets without having them written: many of them
  /// and many elements are more than the document's length.
  private static let declareAttribute: attributeDeclSAXFunc = {
    context, _, _, _, _, defaultValue, values in
    unsafe xmlFreeEnumeration(values)
    guard unsafe defaultValue != nil, let (context, session) = unsafe session(context) else {
      return
    }
    session.defaultCount += 1
    if session.defaultCount > XMLSession.defaultLimit {
      unsafe session.stop(context, "more than \(XMLSession.defaultLimit) defaults of attributes")
    }
  }

  /// An entity that the document declares, or one of XHTML's (`&nbsp;`) where the document names an
  /// external document type, which is where it would be declared and which is not read.
  private static let entity: getEntitySAXFunc = { context, name in
    if let declared = unsafe xmlSAX2GetEntity(context, name) { return unsafe declared }
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      unsafe context.pointee.hasExternalSubset == 1,
      let document = unsafe context.pointee.myDoc, unsafe document.pointee.intSubset != nil,
      let description = unsafe htmlEntityLookup(name),
      let scalar = unsafe Unicode.Scalar(description.pointee.value),
      let encoded = UTF8.encode(scalar)
    else { return nil }
    // The document owns the entity and frees it.
    let content = [UInt8](encoded) + [0]
    return unsafe content.withUnsafeBufferPointer {
      unsafe xmlAddDocEntity(
        document, name, Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue), nil, nil, $0.baseAddress)
    }
  }

  /// Keeps the first error after which the document is not well-formed; errors of namespaces and
  /// validity, and warnings, are not.
  private static let report: xmlStructuredErrorFunc = { context, error in
    guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL,
      let (_, session) = unsafe session(context), session.failure == nil
    else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
    session.failure = unsafe XMLFailure(
      line: Int(error.pointee.line), column: Int(error.pointee.int2),
      message: String(message.prefix { !$0.isNewline }))
  }
}
