/// Neutral Chinese text from a list of two-character words.
enum Prose {
  /// The words, six bytes each, end to end: one allocation, and no length to look up.
  static let words: [UInt8] = Array(list.utf8).filter { $0 > 0x20 }
  /// How many words there are.
  static let count = words.count / 6

  private static let comma = Array("，".utf8)
  private static let stop = Array("。".utf8)

  /// Appends sentences of together at least `size` bytes.
  static func append(_ size: Int, to bytes: inout [UInt8], random: inout RandomSource) {
    let end = bytes.count + size
    while bytes.count < end {
      let length = 9 + random.below(12)
      for position in 1...length {
        appendWord(to: &bytes, random: &random)
        if position == length {
          bytes.append(contentsOf: stop)
        } else if position % 6 == 5 {
          bytes.append(contentsOf: comma)
        }
      }
    }
  }

  /// Appends `count` words without a mark: a title.
  static func appendWords(_ count: Int, to bytes: inout [UInt8], random: inout RandomSource) {
    for _ in 0..<count { appendWord(to: &bytes, random: &random) }
  }

  private static func appendWord(to bytes: inout [UInt8], random: inout RandomSource) {
    let start = random.below(count) * 6
    bytes.append(contentsOf: words[start..<start + 6])
  }

  // No word begins like a label of the `news-mirror` preset, so that no text can become one.
  private static let list = """
    城市 花园 天气 春天 夏天 秋天 冬天 学校 老师 学生 图书 音乐 绘画 电影 旅行 火车 飞机 轮船 桥梁 道路
    河流 湖泊 海洋 山脉 森林 草原 沙漠 岛屿 村庄 小镇 市场 商店 餐厅 面包 水果 蔬菜 茶叶 咖啡 牛奶 米饭
    早晨 中午 傍晚 夜晚 星期 月份 年份 世纪 历史 地理 数学 物理 化学 生物 天文 医学 建筑 园艺 农业 渔业
    工厂 机器 电脑 手机 网络 软件 数据 报告 研究 实验 发现 发明 设计 制作 修理 维护 运输 安装 测量 计算
    孩子 父母 朋友 邻居 居民 游客 作家 画家 歌手 演员 医生 护士 工人 农民 渔民 厨师 司机 记者 学者 专家
    计划 项目 活动 会议 展览 比赛 节日 庆典 仪式 演出 讲座 课程 考试 毕业 工作 休息 运动 跑步 游泳 登山
    开始 结束 继续 停止 增加 减少 提高 降低 改善 保持 支持 帮助 参加 组织 安排 准备 完成 介绍 说明 表示
    认为 希望 觉得 知道 了解 学习 练习 使用 选择 比较 分析 观察 记录 保存 整理 分享 讨论 交流 合作 访问
    美丽 安静 温暖 寒冷 明亮 清洁 健康 快乐 简单 复杂 重要 普通 特别 传统 现代 古老 年轻 宽阔 狭窄 高大
    红色 黄色 蓝色 绿色 白色 黑色 金色 银色 木头 石头 玻璃 金属 纸张 布料 陶瓷 丝绸 羊毛 棉花 竹子 橡树
    苹果 香蕉 葡萄 西瓜 草莓 樱桃 番茄 土豆 玉米 小麦 大豆 花生 蜂蜜 鸡蛋 豆腐 面条 点心 糖果 饼干 果汁
    东方 西方 南方 北方 中央 附近 远处 上方 下方 前面 后面 左边 右边 里面 外面 周围 对岸 街道 广场 公园
    """
}
