/// A ready-made set of kinds and checks for pages of a known shape.
public enum Preset: String, CaseIterable, Sendable {
  /// Semantic elements, well-known names and label words.
  case generic
  /// Article pages of news mirrors: bars, labelled blocks, source links and QR pictures.
  case newsMirror = "news-mirror"
}
