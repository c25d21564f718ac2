/// Text from outside, such as a mirror's names or the user's arguments, made safe to print.
public enum SafeText {
  /// `text` as one line: nothing in it steers a terminal, ends the line, or is a command to a CI
  /// system that reads it. What is too long is cut, and that is said. O(its length).
  public static func line(_ text: String) -> String {
    String(decoding: VisibleText(text).bytes, as: UTF8.self)
  }
}
