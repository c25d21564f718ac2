import ArgumentParser
import FoundationEssentials
import Glibc
import LinkGraph

/// Parses the arguments, runs the command, and turns every error into a sentence and an exit code.
enum CommandRunner {
  static func run(_ root: LinkcheckCommand.Type) async -> Never {
    // A closed pipe is then an error to handle, not a signal that ends the process.
    _ = signal(SIGPIPE, SIG_IGN)
    do {
      var command = try root.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      root.exit(withError: ExitStatus.healthy.code)
    } catch let error as ExitCode {
      root.exit(withError: error)
    } catch let error as ConfigurationError {
      fail("\(error)", .configuration)
    } catch let error as MirrorError {
      fail("error: \(error)", .incomplete)
    } catch let error as UsageError {
      fail("error: \(error)", .usage)
    } catch let error as ReportFormatError {
      fail("error: \(error)", .usage)
    } catch let error as HTMLReportError {
      fail("error: \(error)", .usage)
    } catch let error as ByteSinkError {
      // Whoever reads our output has seen enough: `linkcheck ... | head`.
      if error.isBrokenPipe { root.exit(withError: ExitStatus.incomplete.code) }
      fail("error: \(error)", .incomplete)
    } catch {
      let code = root.exitCode(for: error)
      guard code != .success else { root.exit(withError: error) }
      StandardError.write(redaction(root.fullMessage(for: error)) + "\n")
      root.exit(withError: code)
    }
  }

  private static var redaction: Redaction {
    Redaction(
      Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Never {
    StandardError.write(redaction(message) + "\n")
    LinkcheckCommand.exit(withError: status.code)
  }
}
