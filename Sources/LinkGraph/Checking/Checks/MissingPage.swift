extension FindingCode {
  /// A link to a page that is not there.
  public static let missingPage = FindingCode(
    "missing-page", .error, "Page is missing", "leads into a mount, where no such page is",
    why: "Whoever follows the link gets an error page.",
    remedy: "Correct the path, put the page back, or take the link away. A page that has "
      + "moved may be named under `aliases` of its mount, if its old URLs still work.")
}

/// Links to nothing where a page should be: the last segment has a page's extension, none, or is
/// empty.
struct MissingPage: LinkCheck {
  var code: FindingCode { .missingPage }
  var question: LinkQuestion { .existence }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.isMissing && reference.namesPage ? .links.subtracting(.image) : []
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    reference.describeMissing(&suggestions)
  }
}

extension JudgedReference {
  /// Whether it leads into a mount where nothing stands, in whatever letter case.
  var isMissing: Bool {
    target.tag == .missing && context.verdicts.otherCase(of: index, target) == nil
  }

  /// Whether the missing thing is a page by its name.
  var namesPage: Bool {
    let isLive = context.mirror.isLive
    return context.references.missing.strings.withBytes(target.index) { name in
      // In a live mirror a query is part of an id.
      let end = isLive ? ByteSearch.first(UInt8(ascii: "?"), in: name, 0..<name.count) : nil
      let id = name.extracting(0..<(end ?? name.count))
      return FileType(path: id).isPage
        || ByteSearch.first(UInt8(ascii: "."), in: id, FilePath.lastSegment(of: id)) == nil
    }
  }

  /// What to say of a target that is missing, whatever it should be.
  func describeMissing(_ suggestions: inout TargetSuggestion) -> FindingText {
    let id = context.references.missing.strings.withBytes(target.index) {
      var bytes: [UInt8] = []
      bytes.append(bytes: $0)
      return bytes
    }
    return FindingText(
      target: targetName, Self.whatStands(at: id, context.catalog, called: name),
      suggestion: (forgottenScheme ?? suggestions.nearest(to: id).map(withFragment)).map {
        "did you mean \($0)?"
      })
  }

  /// The reference as an address, where it looks like one without its scheme: `www.example.com/x`,
  /// `editor@example.com`.
  private var forgottenScheme: String? {
    let text = raw
    if Self.isMailAddress(text) { return "mailto:" + text }
    guard text.utf8.count > 8, text.prefix(4).lowercased() == "www.",
      (try? URLRecord(parsing: "https://" + text)) != nil,
      text.dropFirst(4).prefix(while: { $0 != "/" }).contains(".")
    else { return nil }
    return "https://" + text
  }

  /// Whether `text` can only be meant as an address of e-mail: `logo@2x.png` is a file.
  private static func isMailAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, FileType(path: Array(text.utf8).span) == .other,
      parts[0].utf8.allSatisfy({ $0.isASCIIAlphanumeric || ".+-_".utf8.contains($0) })
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
      } && labels[labels.count - 1].utf8.allSatisfy(\.isASCIILetter)
  }

  /// `id` with the fragment that was written, where its page has such an anchor.
  private func withFragment(_ id: String) -> String {
    guard traits.contains(.fragment),
      let fragment = context.references.withRaw(ofEntry: Int(index), FragmentText.raw),
      let page = context.catalog.place(Array(id.utf8).span)?.document,
      context.catalog.documentTypes[page].isPage,
      context.fragments.finds(fragment, on: page, traits: traits)
    else { return id }
    return id + "#" + String(decoding: fragment, as: UTF8.self)
  }

  /// What is there where no file is.
  private static func whatStands(at id: [UInt8], _ catalog: Catalog, called name: String) -> String
  {
    guard let place = catalog.place(id.span), place.tag == .closed else {
      return "nothing stands at \(name)"
    }
    return switch catalog.closed[place.index].reason {
    case .dangling: "\(name) is a symbolic link to nothing"
    case .notRegular: "\(name) is no file, but a FIFO, device or socket"
    case .leavesMount, .leavesMountToNothing: "\(name) is a symbolic link out of its mount"
    }
  }
}
