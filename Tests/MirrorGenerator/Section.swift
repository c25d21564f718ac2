/// A section of the news: a page that lists articles, and that every page's bars link to.
struct Section: Sendable {
  /// The path without extension, below `gb/`.
  var name: String
  /// What readers call it.
  var title: String

  /// The ten sections of the image bar, then the 24 of the text bars.
  static let all: [Section] = zip(names, titles).map { Section(name: $0, title: $1) }
  /// How many of them are in the image bar.
  static let inImageBar = 10

  private static let names = [
    "nf1351518", "n24hr", "nsc413", "news392", "news2007", "news2008", "ncyule", "nsc1002",
    "nf6092", "nf4514", "nf5657", "nf6124", "nf1176117", "nf5773", "nf1176115", "nf1176107",
    "nf1320400", "nf1176114", "ncid278", "nf1176111", "nf5562", "9p", "nf4378", "nf5792", "nf5735",
    "nf6119", "nf6120", "nf1188594", "nf3180", "nf5410", "nf4386", "nf4389", "nf5790", "nf4786",
  ]
  private static let titles = [
    "新闻首页", "国际新闻", "城市新闻", "评论文章", "传统文化", "生活消费", "休闲时光", "健康生活", "独家报告", "要闻汇编",
    "园艺", "茶艺", "桥梁建筑", "河流湖泊", "历史地理", "名人画像", "机器制作", "传统手艺", "居民", "作家", "天文",
    "社论", "问答", "剖析", "两岸风光", "各国游记", "读者来信", "难忘记忆", "海外见闻", "万里长路", "节日", "发现", "花园", "演出",
  ]
}
