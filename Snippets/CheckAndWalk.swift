// Checks the folder that is the first argument, walks its graph and writes a report to the second.
import LinkGraph

let mirror = try Mirror.open(directory: CommandLine.arguments[1])
let checked = try await CheckedMirror.check(mirror)

for finding in checked.report.findings {
  print(finding.severity, finding.code.rawValue, finding.target ?? "", finding.message)
}
for page in 0..<UInt32(checked.graph.pageCount) {
  let targets = checked.graph.successors(of: page).map { checked.graph.targets[$0] }
  print(mirror.catalog.documents[Int(page)], "->", Set(targets).count, "pages")
}

try FileSink.write(to: CommandLine.arguments[2]) { file throws(ByteSinkError) in
  try JSONReport.write(checked.report, to: &file)
}
