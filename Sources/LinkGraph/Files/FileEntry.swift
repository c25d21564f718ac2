/// What a store lists at one path.
struct FileEntry: Sendable {
  /// What stands there.
  enum Kind: Sendable, Equatable {
    case file
    case folder
    /// A symbolic link inside the store, with the path of what it leads to in the end.
    case link(to: [UInt8])
    /// A symbolic link to something outside the store.
    case leavingLink
    /// A symbolic link to where nothing stands, outside the store.
    case leavingDanglingLink
    /// A symbolic link to nothing inside the store, or to itself.
    case danglingLink
    /// A FIFO, device or socket.
    case special
    /// A folder that holds a report of this program, named a second time.
    case report
  }

  var kind: Kind
  /// The type of a file, where the store knows it from more than its name.
  var type: FileType?
  /// Bytes of a file, where listing tells.
  var size: Int?
  /// As ``FileStore/contentID(of:)`` says, where listing tells.
  var contentID: ContentID?

  /// An entry of which only the kind is known.
  init(_ kind: Kind) { self.kind = kind }
}
