/// A reference with faults, and what it does on its page.
struct PlacedReference: Sendable {
  /// What a reference does.
  enum Role: Sendable { case anchor, image }

  var role: Role
  var reference: Reference
}
