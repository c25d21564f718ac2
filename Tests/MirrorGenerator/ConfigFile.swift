/// Writes `linkcheck.yml`.
enum ConfigFile {
  /// The configuration of the mirror of `plan`.
  static func text(_ plan: MirrorPlan) -> String {
    let mounts =
      plan.mounts.html
      ? """
      mounts:
        - url: https://mirror.example/
          path: ./site
      """
      : """
      mounts:
        - github: example/news
          branches: [master]
          path: ./news
        - github: example/www
          branches: [master]
          path: ./www
          aliases: [former/www]
        - gitlab: group/weekly
          branches: [master]
          path: ./weekly
        - url: https://docs.example/manual/
          path: ./manual
      """
    let news = plan.mounts.news.id
    return """
      # Written by generate-mirror.
      name: generated-mirror
      preset: news-mirror
      roots: [\(roots(plan).joined(separator: ", "))]
      \(mounts)
      sections:
        city: { listed-by: \(news)gb/nsc413\(plan.mounts.suffix) }
        "2025-08": { pages: "\(news)gb/25/8/**" }
      checks:
        origin: { url: "https://www.origin.example/{path}.htm", severity: warning }
        qr: { host: quickchart.io, parameter: text, severity: warning }

      """
  }

  /// Ids of the pages where readers enter.
  static func roots(_ plan: MirrorPlan) -> [String] {
    let mounts = plan.mounts
    return mounts.html
      ? [mounts.top.id + "index.html"]
      : [mounts.www.id + mounts.front, mounts.news.id + "start.md"]
  }
}
