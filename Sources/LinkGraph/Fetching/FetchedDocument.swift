/// A response whose body has to be read, on its way to a reader.
struct FetchedDocument: Sendable {
  /// The number in the ``Frontier``.
  var number: UInt32
  /// What is to be found out.
  var need: Need
  /// A page's id in a live mirror, else the URL.
  var key: [UInt8]
  /// Its own URL, without fragment.
  var url: String
  var type: FileType
  /// The encoding that `Content-Type` names.
  var charset: TextEncoding?
  var response: TransferResponse
  /// Number of the folder that its relative references start from.
  var folder: UInt32 = 0
  var depth = 0
  /// Steps from page to page that led to it since something new was found: see ``EndlessSpaces``.
  var steps: UInt16 = 0
}

/// What a reader found out about one document.
struct ReadDocument: Sendable {
  var number: UInt32
  /// The anchors' hashes, ascending.
  var anchors: [UInt64]?
  var image: ImageReport?
  /// What ``EndlessSpaces`` has to know of a page of the mirror.
  var step: Step?

  /// One page on the way of a crawl.
  struct Step: Sendable {
    /// As ``FetchedDocument/steps``.
    var steps: UInt16
    /// The pattern of its own URL.
    var pattern: UInt64
    /// What it says but for numbers, where it was compared.
    var text: UInt64?
  }
}
