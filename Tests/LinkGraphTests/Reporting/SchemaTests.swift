import Foundation
import Testing

@testable import LinkGraph

/// The JSON Schemas list what the library knows, no more and no less.
@Suite("The schemas of reports")
struct SchemaTests {
  /// All objects of schema `name`, whatever holds them.
  private func objects(_ name: String) throws -> [[String: Any]] {
    let file = Sources.repository.appending(path: "Reports/schema/\(name).schema.json")
    var rest = [try JSONSerialization.jsonObject(with: Data(contentsOf: file))]
    var objects: [[String: Any]] = []
    while let value = rest.popLast() {
      if let object = value as? [String: Any] {
        objects.append(object)
        rest += object.values
      } else if let array = value as? [Any] {
        rest += array
      }
    }
    return objects
  }

  /// The lists of names in schema `name` that have `member`; null left out.
  private func lists(_ name: String, with member: String) throws -> [[String]] {
    try objects(name).compactMap { $0["enum"] as? [Any] }
      .map { $0.compactMap { $0 as? String } }.filter { $0.contains(member) }
  }

  @Test("know every code", arguments: [("report", 2), ("report-line", 1)])
  func codes(name: String, count: Int) throws {
    let lists = try lists(name, with: "orphan-page")
    #expect(lists.count == count)
    for list in lists { #expect(Set(list) == Set(CheckList.standard.codes.map(\.rawValue))) }
  }

  @Test("know every severity that is reported", arguments: ["report", "report-line"])
  func severities(name: String) throws {
    let lists = try lists(name, with: "error")
    #expect(lists.count == 1)
    for list in lists {
      #expect(list == Severity.allCases.filter { $0 != .off }.map(\.rawValue))
    }
  }

  @Test("know every role", arguments: [("report", 2), ("report-line", 1), ("links-line", 1)])
  func roles(name: String, count: Int) throws {
    let lists = try lists(name, with: "anchor")
    #expect(lists.count == count)
    for list in lists { #expect(list == Role.allCases.map(\.name)) }
  }

  @Test(
    "are of formats that can be written",
    arguments: [("report", "json"), ("report-line", "jsonl"), ("links-line", "jsonl")])
  func formats(name: String, format: String) throws {
    let title = try #require(try objects(name)[0]["title"] as? String)
    #expect(title.hasSuffix(" \(format)"))
    #expect(ReportFormat(rawValue: format) != nil)
  }
}
