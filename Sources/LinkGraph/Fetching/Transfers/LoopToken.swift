/// Names something that waits on a ``TransferLoop`` and can be cancelled from any thread: a slot,
/// and how often the slot had been used, so that a late cancellation cannot hit its next user.
struct LoopToken: Sendable, Equatable {
  /// Who waits.
  enum Kind: Sendable {
    case sleeper, transfer
  }

  var kind: Kind
  var slot: Int
  var generation: UInt32
}
