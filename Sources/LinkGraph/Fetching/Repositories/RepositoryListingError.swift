/// Why an answer of a repository host's API is no listing.
enum RepositoryListingError: Error, Equatable, Sendable {
  /// Longer than this many bytes.
  case tooLarge(limit: Int)
  /// Not the JSON that the API documents.
  case malformed
}
