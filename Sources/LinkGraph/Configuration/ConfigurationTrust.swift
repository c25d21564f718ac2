/// Whose word a configuration is.
public enum ConfigurationTrust: Sendable {
  /// The user named it, with `-c` or as the argument.
  case named
  /// It was found in the folder, and so may have come with a foreign mirror: it opens no private host,
  /// sends no secret anywhere, and leads nowhere outside its folder.
  case found
}
