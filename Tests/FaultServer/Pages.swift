/// Pages that several paths have.
enum Pages {
  /// A page with the ids `a`, `b` and, as GitHub prefixes them, `c`.
  static let good = """
    <title>Good</title>
    <h1 id="a">A</h1><p id=b>B</p><a name="user-content-c"></a>
    """

  /// What a server sends with 200 for anything it does not have.
  static let notFound = """
    <title>Oops</title>
    <h1>Page not found</h1><p>We looked everywhere for it.</p>
    """
}
