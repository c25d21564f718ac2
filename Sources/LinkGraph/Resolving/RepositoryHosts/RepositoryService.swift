/// Who keeps repositories.
enum RepositoryService: Sendable, Hashable {
  case github, gitlab
}
