/// How long addresses may become.
///
/// A reference is as long as its page, and a `<base href>` comes before each relative one: without a
/// limit a page of 228 kB stands for 1 GB of URLs.
enum AddressLimit {
  /// The longest URL that is resolved, in bytes: what Chromium follows. `data:` and other URLs that
  /// name no place may be of any length.
  static let url = 2 << 20

  /// What is said of a longer URL.
  static let explanation = "is longer than \(url >> 20) MiB, which no browser follows"
}
