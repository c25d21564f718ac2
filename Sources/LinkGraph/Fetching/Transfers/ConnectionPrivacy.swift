/// Whether any connection to an address that links must not reach was made with permission.
///
/// libcurl may reuse such a connection for a request to the same host without permission; only
/// once there is one must requests on old connections be checked as well.
final class ConnectionPrivacy {
  var hasPrivateConnections = false
}
