/// The answers of earlier runs, and where those of this run are kept; without a store, neither.
struct AnswerBook: Sendable {
  /// What earlier runs know.
  let remembered: RememberedAnswers
  /// Why there is no store, for the user; nil where there is one or none is wanted.
  let problem: String?
  private let store: AnswerStore?

  /// Answers that nobody asked in this long are forgotten.
  private static let keptFor: Int64 = 60 * 86_400

  /// Opens the store below `folder`; nil wants none.
  init(below folder: String?, now: Int64) {
    guard let folder else {
      store = nil
      remembered = RememberedAnswers()
      problem = nil
      return
    }
    do {
      let store = AnswerStore(try Store(below: folder))
      try store.prune(before: now - Self.keptFor)
      remembered = try store.load()
      self.store = store
      problem = nil
    } catch {
      store = nil
      remembered = RememberedAnswers()
      problem = "answers are not kept from run to run: \(error)"
    }
  }

  /// Whether answers are kept from run to run.
  var remembers: Bool { store != nil }

  /// Keeps `answers`. Returns why they could not be kept: then they are asked again next time, and no
  /// failure is ever confirmed.
  func keep(_ answers: [(url: String, answer: RememberedAnswer)]) -> String? {
    guard let store, !answers.isEmpty else { return nil }
    do {
      try store.save(answers)
      return nil
    } catch {
      return "answers were not kept: \(error)"
    }
  }
}
