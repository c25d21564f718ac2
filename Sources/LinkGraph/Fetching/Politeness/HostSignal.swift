/// What the end of one transfer says about its host.
enum HostSignal: Sendable, Equatable {
  /// A complete HTTP answer that asks for no special care, whatever its status.
  case answered
  /// 429, or 503 with `Retry-After` (RFC 6585, section 4; RFC 9110, section 10.2.3): no more before
  /// this time, or for a time of our own choice where the server names none.
  case slowDown(until: Duration?)
  /// 503 without `Retry-After`: of one page, or of all.
  case overloaded
  /// No address, or no connection.
  case unreachable
  /// Connected, but reset, not HTTP, or a 5xx.
  case troubled
  /// Connected, but no complete answer in time.
  case stalled
  /// It did not come to asking.
  case nothing
}
