/// Verifies links to files of repositories that are not mounted, without asking for one page view:
/// through one listing per repository and branch where there is a token, else through the raw host.
struct RepositoryVerifier: Sendable {
  private let settings: NetworkSettings
  private let files: [(url: String, file: RepositoryFile, need: Need)]

  init(settings: NetworkSettings, plan: ExternalPlan) {
    self.settings = settings
    files = plan.files
  }

  /// Settles or adds every file; call it while the fetcher's workers run.
  func run(_ fetcher: Fetcher) async {
    var trees: [String: RepositoryTree?] = [:]
    var asked: [Inquiry] = []
    for (url, file, need) in files {
      if Task.isCancelled { return }
      var presence = RepositoryTree.Presence.unknown
      var ref = ""
      // What a file says needs its bytes.
      if need.isEmpty {
        for split in file.splits {
          guard let tree = await tree(file, split.ref, &trees, fetcher) else { continue }
          presence = tree.presence(of: split.path.span)
          ref = split.ref
          break
        }
      }
      let key = Array(url.utf8)
      switch presence {
      case .found: await fetcher.conclude(key, Answer(status: 200))
      case .missing: await fetcher.conclude(key, Self.missing(file, ref, ""))
      case .differsInCase(let path):
        await fetcher.conclude(key, Self.missing(file, ref, "; there is \(path)"))
      case .unknown:
        if let raw = file.rawURL(hosts: settings.repositories) {
          // By its raw URL, so that links in several forms are one request.
          asked.append(Inquiry(key: Array(raw.utf8), url: Array(raw.utf8), need: need))
        } else {
          await fetcher.conclude(
            key,
            Answer(
              outcome: .problem(
                .unchecked,
                "a folder of a repository; with \(file.service.tokenName) set, it is checked")))
        }
      }
    }
    await fetcher.add(asked)
  }

  private static func missing(_ file: RepositoryFile, _ ref: String, _ rest: String) -> Answer {
    Answer(
      outcome: .problem(.httpError, "\(file.repository) has no such file at \(ref)\(rest)"),
      status: 404)
  }

  /// The listing of the repository at `ref`, fetched once; nil where there is none to be had.
  private func tree(
    _ file: RepositoryFile, _ ref: String, _ trees: inout [String: RepositoryTree?],
    _ fetcher: Fetcher
  ) async -> RepositoryTree? {
    guard let first = file.listing(of: ref, hosts: settings.repositories) else { return nil }
    if let known = trees[first.url] { return known }
    var listing = RepositoryListing(service: file.service)
    var next: RepositoryRequest? = first
    var tree: RepositoryTree?
    while let request = next {
      next = nil
      guard
        let response = await fetcher.fetch(
          request.url, headers: request.headers, bodyLimit: RepositoryListing.maximumBody),
        response.status == 200, !response.isCut
      else { break }
      do {
        next = try listing.append(
          response.body, links: response.links, to: request)
        tree = listing.tree()
      } catch {
        tree = nil
      }
    }
    trees[first.url] = .some(tree)
    return tree
  }
}

extension RepositoryService {
  /// The variable that a token for the host is taken from.
  var tokenName: String {
    switch self {
    case .github: "GITHUB_TOKEN"
    case .gitlab: "GITLAB_TOKEN"
    }
  }
}
