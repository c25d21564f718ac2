/// Something that can be wrong with a mirror: what it is called, when it holds, and what to say.
///
/// A check is a file in `Checking/Checks` and a line of ``CheckList/standard``. It is one of four: of
/// links (``LinkCheck``), of what a page's links say together (``PageLinkCheck``), of single pages or
/// of the whole graph (``MirrorCheck``).
protocol Check: Sendable {
  /// What it finds.
  var code: FindingCode { get }
}

/// A check of single links, made once for each distinct reference.
protocol LinkCheck: Check {
  /// The question that it answers, which says what it gives way to.
  var question: LinkQuestion { get }
  /// What became of the links that it looks at; all of these must hold. Empty for all links.
  var flags: LinkFlags { get }

  /// Whether it finds nothing where the network was not asked.
  var needsAnswers: Bool { get }

  /// The roles in which links of `reference` have this fault; empty for most. Asked of every distinct
  /// reference, so cheap where there is none.
  func roles(_ reference: JudgedReference) -> RoleSet

  /// What names the cause: references with the same are one finding.
  func cause(_ reference: JudgedReference) -> String

  /// What to say of the cause. Asked once for each.
  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText
}

extension LinkCheck {
  var flags: LinkFlags { [] }
  var needsAnswers: Bool { code.isOfNetwork }

  /// The target where there is one, else the reference as written.
  func cause(_ reference: JudgedReference) -> String { reference.name }
}

/// The questions about a link, in the order in which they are asked.
///
/// A link has one verdict: the first question that finds a fault ends the judgement, because what
/// comes after it would say the same thing again or depend on what is not there. Two questions only
/// add to it.
enum LinkQuestion: Int, Comparable {
  /// Is it a link at all, or did broken markup lose it?
  case markup
  /// Is it the address of anything?
  case address
  /// Does it stay where it may go?
  case bounds
  /// Does something stand there, by exactly this name?
  case existence
  /// What did the network say? Adds: the page of a live mirror may have an answer and be judged too.
  case answer
  /// Is this its present name? Adds.
  case name
  /// Is it what the link shows?
  case content
  /// Does the page have the anchor?
  case fragment
  /// Does a reader see it?
  case rendering

  /// Whether a fault is the link's verdict, and nothing after it is asked.
  var isDecisive: Bool { self != .answer && self != .name }

  static func < (a: LinkQuestion, b: LinkQuestion) -> Bool { a.rawValue < b.rawValue }
}

/// A check of what the links of one page say together, made in the pass over all links.
protocol PageLinkCheck: Check {
  /// The check as the configuration of `context` wants it; nil where it wants none.
  func prepared(for context: CheckContext) -> (any PageLinkCheck)?

  /// Whether links of `reference` may be of interest. Asked of every distinct reference.
  func watches(_ reference: JudgedReference) -> Bool

  /// The links at fault of a page, among those of its `links` that are watched, in source order.
  func faults(
    among links: [LinkRecord], on page: Int, _ context: CheckContext, _ resolver: inout Resolver
  ) -> [LinkRecord]

  /// What to say of the first of the faults; its cause is the page.
  func describe(
    _ link: LinkRecord, on page: Int, _ context: CheckContext, _ resolver: inout Resolver
  ) -> FindingText
}

/// A check of pages and files as a whole, or of the graph.
protocol MirrorCheck: Check {
  /// Adds what it finds.
  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector)
}

/// What a finding says beside its code.
struct FindingText {
  /// Page id or URL; nil where nothing could be resolved.
  var target: String?
  var message: String
  var suggestion: String?
  /// Where it is not the code's.
  var severity: Severity?
  /// What many findings may have in common that differ in their target only, and are then one.
  var group: String?

  init(
    target: String?, _ message: String, suggestion: String? = nil, severity: Severity? = nil
  ) {
    self.target = target
    self.message = message
    self.suggestion = suggestion
    self.severity = severity
  }
}
