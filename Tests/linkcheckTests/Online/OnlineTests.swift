import Testing

/// Tests that ask the fault server. One after the other: each has its own servers and time limits,
/// and on few cores they would starve each other.
@Suite(.serialized) struct OnlineTests {}
