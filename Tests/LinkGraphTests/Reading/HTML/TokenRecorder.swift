@testable import LinkGraph

/// Writes tokens as short strings and checks that their places make sense.
struct TokenRecorder: HTMLTokenSink {
  /// `<a href="x">`, `</a>`, `#text`, `!comment`; a damage is in ``damages``.
  private(set) var tokens: [String] = []
  /// `cause element attribute address`.
  private(set) var damages: [String] = []
  /// `name start..<end` of every tag.
  private(set) var places: [String] = []
  /// What is wrong with the tokens' places, if anything.
  private(set) var misplaced: [String] = []
  /// What ``isInForeignContent`` answers.
  var isInForeignContent = false
  private var last = 0

  /// The tokens of `text`.
  static func read(_ text: String, foreign: Bool = false) -> TokenRecorder {
    read(Array(text.utf8), foreign: foreign)
  }

  /// The tokens of `bytes`.
  static func read(_ bytes: [UInt8], foreign: Bool = false) -> TokenRecorder {
    var recorder = TokenRecorder()
    recorder.isInForeignContent = foreign
    HTMLTokenizer.tokenize(bytes.span, into: &recorder)
    return recorder
  }

  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel {
    note(tag, in: source)
    var text = "<" + source.extracting(tag.name).string
    for attribute in tag.attributes {
      var value: [UInt8] = []
      CharacterReferences.decode(source, attribute.value, inAttribute: true, into: &value)
      text += " " + source.extracting(attribute.name).string
      text += "=\"" + String(decoding: value, as: UTF8.self) + "\""
    }
    tokens.append(text + (tag.isSelfClosing ? "/>" : ">"))
    return isInForeignContent ? .data : ContentModel.of(tag.element)
  }

  mutating func endTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    note(tag, in: source)
    tokens.append("</" + source.extracting(tag.name).string + ">")
  }

  mutating func text(_ range: Range<Int>, in source: Span<UInt8>) {
    check(range, source)
    if range.isEmpty { misplaced.append("empty text at \(range)") }
    append("#", source.extracting(range).string)
  }

  mutating func reference(
    _ decoded: Span<UInt8>, at range: Range<Int>, in source: Span<UInt8>
  ) {
    check(range, source)
    if source[range.lowerBound] != UInt8(ascii: "&") { misplaced.append("reference at \(range)") }
    append("#", decoded.string)
  }

  mutating func comment(_ range: Range<Int>, in source: Span<UInt8>) {
    check(range, source)
    tokens.append("!" + source.extracting(range).string)
  }

  mutating func damage(_ damage: MarkupDamage, in source: Span<UInt8>) {
    if damage.tag.upperBound > source.count || !Self.holds(damage.tag, damage.address) {
      misplaced.append("damage at \(damage.tag)")
    }
    damages.append(
      "\(damage.cause) \(damage.element) \(damage.attribute) "
        + source.extracting(damage.address).string)
  }

  /// Adds text to the token before it where that is text too.
  private mutating func append(_ kind: Character, _ text: String) {
    if let before = tokens.last, before.first == kind {
      tokens[tokens.count - 1] = before + text
    } else {
      tokens.append(String(kind) + text)
    }
  }

  private mutating func note(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    check(tag.range, source)
    if source[tag.range.lowerBound] != UInt8(ascii: "<")
      || source[tag.range.upperBound - 1] != UInt8(ascii: ">")
      || !Self.holds(tag.range, tag.name)
    {
      misplaced.append("tag at \(tag.range)")
    }
    var at = tag.name.upperBound
    for attribute in tag.attributes {
      if attribute.name.lowerBound < at || attribute.value.lowerBound < attribute.name.upperBound
        || attribute.value.upperBound >= tag.range.upperBound
      {
        misplaced.append("attribute at \(attribute.name)")
      }
      at = attribute.value.upperBound
    }
    places.append("\(source.extracting(tag.name).string) \(tag.range)")
  }

  private static func holds(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  private mutating func check(_ range: Range<Int>, _ source: Span<UInt8>) {
    if range.lowerBound < last || range.upperBound > source.count {
      misplaced.append("\(range) after \(last) of \(source.count)")
    }
    last = range.upperBound
  }
}
