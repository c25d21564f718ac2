import Testing

@testable import LinkGraph

@Suite struct TemplatePlaceholderTests {
  @Test(
    "what is all of a segment, all of a URL or part of a host",
    arguments: [
      ("{{x}}", "{{x}}"), ("{{ site.url }}/a/b.html", "{{ site.url }}"),
      ("a/{{x}}/b.html", "{{x}}"),
      ("{% url 'a/b' %}", "{% url 'a/b' %}"), ("<%= x %>", "<%= x %>"), ("<% x %>/y", "<% x %>"),
      ("<?php echo $x; ?>", "<?php echo $x; ?>"), ("<?= x ?>/a", "<?= x ?>"), ("${x}", "${x}"),
      ("/a/${x.y}", "${x.y}"), ("#{x.y}", "#{x.y}"), ("{{{x}}}", "{{{x}}}"),
      ("{{a}}{{b}}/c", "{{a}}{{b}}"), ("{{x}}?q=1#f", "{{x}}"), ("{{x}}#f", "{{x}}"),
      ("{{#if x}}", "{{#if x}}"), ("%7B%7Bx%7D%7D", "{{x}}"),
      ("/a/%7b%7b%20x%20%7d%7d/", "{{ x }}"),
      ("%7B%25%20x%20%25%7D", "{% x %}"), ("%3C%25=%20x%20%25%3E", "<%= x %>"),
      ("$%7Bx%7D", "${x}"),
      ("https://{{host}}/x", "{{host}}"), ("https://{{sub}}.e.example/x", "{{sub}}"),
      ("https://e.example/{{x}}", "{{x}}"), ("//{{host}}/x", "{{host}}"),
      ("{{scheme}}://x", "{{scheme}}"),
      ("{{host}}:8080/x", "{{host}}"), ("[% x %]", "[% x %]"),
      ("<!--#echo var=x -->/y", "<!--#echo var=x -->"),
      ("{{ url_for(", "{{ url_for("), ("<?php echo ", "<?php echo "), ("../{{x}}", "{{x}}"),
      ("a\\{{x}}\\b", "{{x}}"),
    ])
  func found(reference: String, placeholder: String) {
    #expect(TemplatePlaceholder.first(in: Array(reference.utf8).span) == placeholder)
  }

  @Test(
    "names that only look a little like it",
    arguments: [
      "gone{1}.html", "{x}", "{x}/y", "a{{x}}.html", "img-{{x}}.png", "{{x}}.html", "$x", "${x",
      "#{x",
      "a/b.html?q={{x}}", "a/b.html#{{x}}", "[%x", "a{{b/c", "%7Bx%7D", "100%.html", "", "/",
      "a//b",
      "https://e.example/a{b}", "$%7Bx",
    ])
  func none(reference: String) {
    #expect(TemplatePlaceholder.first(in: Array(reference.utf8).span) == nil)
  }

  @Test func whatIsThereIsFoundAndTheRestIsNotJudged() async throws {
    let checked = try await MemoryMirror.site(
      [
        "index.html": """
        <a href="{{x}}/a.html">1</a> <a href="/b/{{x}}/">2</a> <a href="gone{1}.html">3</a>
        <a href="https://{{host}}/">4</a> <img src="<?php echo "a.png"; ?>">
        <img src="<%= asset "b.png" %>" alt="b"> <a href="{{there}}">5</a>
        <a href="page.html#{{id}}">6</a> <a href="#{bean.url}">7</a> <a href="../../${y}">8</a>
        """,
        "{{there}}": "text", "page.html": "text",
      ])
    #expect(checked.lines() == ["missing-page gone{1}.html"])
    let lines = checked.report.summary.unchecked.filter { $0.reason == "template placeholder" }
    #expect(
      lines.map { "\($0.prefix) \($0.links)" }.sorted() == [
        "${y} 1", "<%= asset 1", "<?php echo 1", "{{host}} 1", "{{x}} 2",
      ])
    let anchors = checked.report.summary.unchecked.filter { $0.reason.hasSuffix("for an anchor") }
    #expect(anchors.map { "\($0.prefix) \($0.links)" } == ["site 2"])
  }

  @Test func inMarkdown() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": """
      [a]({{site.baseurl}}/x) [b](%7B%7Bx%7D%7D) ![c]({{img}}) [d](<{% link x.md %}>)

      <a href="{{ page.url }}">e</a> [f](gone{1}.md)
      """
    ])
    #expect(checked.lines() == ["missing-page gone{1}.md"])
  }

  @Test("a URL of openings takes linear time")
  func hostile() {
    for piece in ["${", "{{", "/{{", "/${", "{{}}", "<%", "%7B", "[%", "/[%"] {
      let text = Array(("https://" + String(repeating: piece, count: 20_000)).utf8)
      let time = ContinuousClock().measure { _ = TemplatePlaceholder.first(in: text.span) }
      #expect(time < .seconds(10), "\(piece): \(time)")
    }
  }
}
