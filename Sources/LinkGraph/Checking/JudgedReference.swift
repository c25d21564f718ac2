/// A distinct reference as checks of links see it: what it leads to, and what is known of that.
struct JudgedReference {
  let context: CheckContext
  /// Its number in the ``ReferenceTable``.
  let index: UInt32
  let target: Target
  let traits: ReferenceTraits
  /// Whether it leads to a page of the mirror, the one that holds it aside.
  let leadsToPage: Bool
  /// The document that holds it; nil while it is judged for all pages at once. Then a check says what
  /// may hold on any page. Only references of a page to itself mean different things on different
  /// pages.
  let page: Int?

  init(_ context: CheckContext, _ index: UInt32, on page: Int?) {
    let entry = context.references.entries[Int(index)]
    self.context = context
    self.index = index
    self.page = page
    target = entry.target
    traits = entry.traits
    leadsToPage = target.document.map { context.catalog.documentTypes[$0].isPage } ?? false
  }

  /// The target as reports name it; nil where it could not be resolved.
  var targetName: String? { context.targetName(target, on: page) }

  /// The reference as written.
  var raw: String { context.raw(index) }

  /// The target where there is one, else the reference as written.
  var name: String { targetName ?? raw }

  /// What asking the network said of it; nil where it was not asked.
  var answer: LinkAnswer? { context.survey.answer(ofEntry: index) }

  /// The answer where it is good and the target is no file of the mirror, whose own bytes would count.
  var goodExternalAnswer: Answer? {
    guard target.tag == .external, let answer = answer?.answer, answer.outcome == .good else {
      return nil
    }
    return answer
  }

  /// The target without its fragment, as it was asked: one dead URL is one cause.
  var resource: String {
    let name = name
    return (try? URLRecord(parsing: name))?.requestURL ?? name
  }

  /// The report of the image that it leads to, here or over the network; nil where it is none, or was
  /// not verified.
  var image: ImageReport? {
    if target.tag == .external { return goodExternalAnswer?.image }
    return context.verdicts.image(of: index, target).map { context.verdicts.images[$0] }
  }

  /// The roles in which an image's report counts: all where the file is here; a server sends what
  /// the request asks for, so there only what is shown as an image was read as one.
  var imageRoles: RoleSet { target.tag == .external ? .image : .links }
}
