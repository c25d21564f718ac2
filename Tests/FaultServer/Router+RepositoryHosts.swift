import TestFormats

/// Stand-ins for GitHub's API and raw host and for GitLab.
///
/// Repositories: `example/tools` and `example/huge`, whose listing is cut off; project
/// `group/project`. Branch: `main`.
extension Router {
  private static let toolsFiles = ["README.md", "docs/a.md", "docs/img.png", "docs/with space.md"]
  private static let projectFiles = ["README.md"] + (0..<250).map { "docs/f\($0).md" }

  func answerAsRepositoryHost(_ exchange: Exchange) throws(ServerError) -> Bool {
    let segments = exchange.request.segments.map(String.init)
    switch segments.first {
    case "github-api": try answerAsGitHubAPI(exchange, segments)
    case "github-raw":
      let isKnown =
        segments.count > 4 && ["tools", "huge"].contains(segments[2]) && segments[1] == "example"
        && segments[3] == "main"
      try sendFile(exchange, isKnown ? segments[4...] : [], of: Self.toolsFiles)
    case "gitlab" where segments.count > 2 && segments[1] == "api":
      try answerAsGitLabAPI(exchange, segments)
    case "gitlab":
      let isKnown =
        segments.count > 6 && Array(segments[1...5]) == ["group", "project", "-", "raw", "main"]
      try sendFile(exchange, isKnown ? segments[6...] : [], of: Self.projectFiles)
    default: return false
    }
    return true
  }

  private func sendFile(
    _ exchange: Exchange, _ path: ArraySlice<String>, of files: [String]
  ) throws(ServerError) {
    let name = path.joined(separator: "/").replacing("%20", with: " ")
    if files.contains(name) {
      try exchange.send(200, type: "text/plain; charset=utf-8", Array("# \(name)\n".utf8))
    } else {
      try exchange.send(404, type: "text/plain", Array("404: Not Found".utf8))
    }
  }

  /// `/repos/OWNER/REPOSITORY/git/trees/BRANCH?recursive=1`.
  private func answerAsGitHubAPI(
    _ exchange: Exchange, _ segments: [String]
  ) throws(ServerError) {
    guard exchange.request.header("Authorization") == "Bearer \(options.token)" else {
      try exchange.send(401, json: "{\"message\":\"Bad credentials\"}")
      return
    }
    guard segments.count == 7, Array(segments[1...2]) == ["repos", "example"],
      ["tools", "huge"].contains(segments[3]), Array(segments[4...]) == ["git", "trees", "main"]
    else {
      try exchange.send(404, json: "{\"message\":\"Not Found\"}")
      return
    }
    let isCut = segments[3] == "huge"
    let files = isCut ? [Self.toolsFiles[0]] : Self.toolsFiles
    let folder = "{\"path\":\"docs\",\"mode\":\"040000\",\"type\":\"tree\",\"sha\":\"0\"}"
    let entries = files.map {
      "{\"path\":\(JSON.string($0)),\"mode\":\"100644\",\"type\":\"blob\",\"sha\":\"0\",\"size\":9}"
    }
    try exchange.send(
      200,
      json: "{\"sha\":\"0\",\"tree\":[\(([folder] + entries).joined(separator: ","))],"
        + "\"truncated\":\(isCut)}")
  }

  /// `/api/v4/projects/GROUP%2FPROJECT/repository/tree?recursive=true&ref=main`, in pages of
  /// `per_page`, at most 100; page numbers only.
  private func answerAsGitLabAPI(
    _ exchange: Exchange, _ segments: [String]
  ) throws(ServerError) {
    let request = exchange.request
    guard
      request.header("PRIVATE-TOKEN") == options.token
        || request.header("Authorization") == "Bearer \(options.token)"
    else {
      try exchange.send(401, json: "{\"message\":\"401 Unauthorized\"}")
      return
    }
    guard segments.count == 7, segments[4].lowercased() == "group%2fproject",
      Array(segments[5...6]) == ["repository", "tree"], request.query("ref") == "main"
    else {
      try exchange.send(404, json: "{\"message\":\"404 Tree Not Found\"}")
      return
    }
    let size = min(100, max(1, request.number("per_page", 20)))
    let page = min(max(1, request.number("page", 1)), Self.projectFiles.count)
    let files = Self.projectFiles.dropFirst((page - 1) * size)
    let entries = files.prefix(size).map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return "{\"id\":\"0\",\"name\":\(JSON.string(name)),\"type\":\"blob\","
        + "\"path\":\(JSON.string(path)),\"mode\":\"100644\"}"
    }
    var headers = ["x-page: \(page)", "x-per-page: \(size)"]
    if files.count > size {
      let next =
        "http://127.0.0.1:\(options.port)\(request.path)?recursive=true&ref=main"
        + "&per_page=\(size)&page=\(page + 1)"
      headers += ["x-next-page: \(page + 1)", "Link: <\(next)>; rel=\"next\""]
    } else {
      headers.append("x-next-page: ")
    }
    try exchange.send(200, headers: headers, json: "[\(entries.joined(separator: ","))]")
  }
}
