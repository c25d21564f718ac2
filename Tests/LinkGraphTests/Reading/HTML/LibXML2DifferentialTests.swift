import Testing

@testable import LinkGraph

/// The tokenizer and libxml2's HTML parser must read the same tags, attributes, comments, text and
/// lines off generated pages in many spellings.
///
/// What libxml2 2.9 reads otherwise than the standard says is not generated: character references
/// without a semicolon, HTML5's names and control characters; markup in `title`, `textarea`, `xmp`,
/// `iframe`, `plaintext` (libxml2 reads links there); `<!-->`; `<!--` in scripts; tags whose name
/// holds `=`; attribute names that are no XML names; tags without end. The elements that libxml2
/// adds (`html`, `body`, `p`) are left out, and so is white space in text, which it drops between
/// some elements.
@Suite struct LibXML2DifferentialTests {
  @Test(arguments: UInt64(1)...60)
  func sameTokens(seed: UInt64) throws {
    var page = GeneratedPage(seed: seed)
    let source = Array(page.html(pieces: 60).utf8)
    let theirs = try #require(LibXML2Events.read(source))
    var ours = TagCollector()
    HTMLTokenizer.tokenize(source.span, into: &ours)

    let implied: Set = ["html", "head", "body", "p"]
    let ourTags = ours.tags.filter { !implied.contains($0.name) }
    let theirTags = theirs.tags.filter { !implied.contains($0.name) }
    #expect(ourTags.count > 20)
    #expect(ourTags.count == theirTags.count)
    for (mine, their) in zip(ourTags, theirTags) where mine != their {
      Issue.record("seed \(seed): ours \(mine), libxml2 \(their)")
      break
    }
    #expect(ours.comments == theirs.comments)
    #expect(ours.text == theirs.text)
    #expect(ours.damages == 0)
  }
}

/// Start tags, comments and text in the form of ``LibXML2Events``.
private struct TagCollector: HTMLTokenSink {
  var tags: [LibXML2Events.Tag] = []
  var comments: [String] = []
  var text = ""
  var damages = 0
  private var line = 1
  private var counted = 0
  var isInForeignContent: Bool { false }

  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel {
    let end = tag.range.upperBound - 1
    line += ByteSearch.count(0x0A, in: source, counted..<end).count
    counted = end
    let attributes = tag.attributes.map { attribute in
      var value: [UInt8] = []
      CharacterReferences.decode(source, attribute.value, inAttribute: true, into: &value)
      return [
        source.extracting(attribute.name).string.lowercased(),
        String(decoding: value, as: UTF8.self),
      ]
    }
    tags.append(
      .init(
        name: source.extracting(tag.name).string.lowercased(), attributes: attributes, line: line))
    return ContentModel.of(tag.element)
  }

  mutating func endTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {}

  mutating func text(_ range: Range<Int>, in source: Span<UInt8>) {
    text += source.extracting(range).string.filter { !$0.isWhitespace }
  }

  mutating func reference(
    _ decoded: Span<UInt8>, at range: Range<Int>, in source: Span<UInt8>
  ) {
    text += decoded.string.filter { !$0.isWhitespace }
  }

  mutating func comment(_ range: Range<Int>, in source: Span<UInt8>) {
    comments.append(source.extracting(range).string)
  }

  mutating func damage(_ damage: MarkupDamage, in source: Span<UInt8>) { damages += 1 }
}
