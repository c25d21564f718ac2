/// Quoted strings of DOT that are kept as attributes and not drawn: as labels are written, but for
/// the ampersand, which stands for itself there.
enum DOTAttributeFormat: TextFormat {
  @inline(__always)
  static func isSpecial(_ scalar: UInt32) -> Bool {
    scalar != 0x26 && DOTTextFormat.isSpecial(scalar)
  }

  static func append(special scalar: UInt32, to output: inout [UInt8]) {
    DOTTextFormat.append(special: scalar, to: &output)
  }
}
