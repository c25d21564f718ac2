/// Writes pages whose tags are spelt in every way that the standard and libxml2 read alike.
struct GeneratedPage {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A page of `pieces` elements, texts and comments.
  mutating func html(pieces: Int) -> String {
    var page = random.chance(50) ? "<!DOCTYPE html>\n" : ""
    page += "<html><body><div>"
    for _ in 0..<pieces { page += piece() }
    return page + "</div></body></html>\n"
  }

  private mutating func piece() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: text()
    case 1: "<!--" + random.pick([" a ", "a-b", " <a href=x> ", "\n\n", " -- ", "'\""]) + "-->"
    case 2: random.pick(["<br>", "<hr/>", "<BR />", "<br\n>"])
    case 3: script()
    case 4: startTag("img") + random.pick(["", "\n", "a"])
    case 5: "\n" + text() + "\n"
    default: element(random.pick(["a", "A", "span", "b", "div", "Div", "em", "code", "u"]))
    }
  }

  private mutating func element(_ name: String) -> String {
    startTag(name) + text() + "</" + flipCase(name) + random.pick(["", "", " ", "\n"]) + ">"
  }

  private mutating func script() -> String {
    let name = random.pick(["script", "style", "SCRIPT"])
    let content = random.pick(["a<b", "var s='<a href=x>';", "x{y:url(z)}", "\n\n", "&amp;"])
    return startTag(name) + content + "</" + flipCase(name) + ">"
  }

  private mutating func startTag(_ name: String) -> String {
    var tag = "<" + flipCase(name)
    for _ in 0..<Int.random(in: 0...4, using: &random) { tag += attribute() }
    return tag + random.pick(["", "", "", " ", "\n", "\t "]) + ">"
  }

  private mutating func attribute() -> String {
    let name = flipCase(
      random.pick(["href", "src", "id", "class", "data-src", "title", "alt", "x", "xlink:href"]))
    let space = random.pick([" ", " ", " ", "\n", "\t", "  ", "\n\n  "])
    let equals = random.pick(["=", "=", "=", " = ", "=\n", "\t="])
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return space + name
    case 1: return space + name + equals + random.pick(["x", "/a/b", "a?b=c", "x/", "#y", "é"])
    case 2, 3: return space + name + equals + "'" + value() + random.pick(["\"", "", ""]) + "'"
    default: return space + name + equals + "\"" + value() + random.pick(["'", "", ""]) + "\""
    }
  }

  private mutating func value() -> String {
    var value = ""
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      value += random.pick([
        "https://example.org/", "a b", "&amp;", "&#65;", "&#x4E2D;", "&copy;", "&eacute;",
        "?x=1&y=2",
        "& ", "é", "漢字", "\n", "#f", "%20", "/../", "&quot;", "&nbsp;", "a>b",
      ])
    }
    return value
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      text += random.pick([
        "word", "two words", "&amp;", "&lt;", "&#8230;", "é", "漢字", "a > b", "\"'", "1 < 2",
        "&copy;",
      ])
    }
    return text
  }

  private mutating func flipCase(_ name: String) -> String {
    guard random.chance(25) else { return name }
    return String(name.map { random.chance(50) ? Character($0.uppercased()) : $0 })
  }
}
