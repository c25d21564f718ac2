import ArgumentParser
import FoundationEssentials
import Glibc
import LinkGraph

/// Parses the arguments, runs the command, and turns every error into a sentence and an exit code.
enum CommandRunner {
  /// To be called on the main thread, which then only waits for signals.
  static func run(_ root: LinkcheckCommand.Type) -> Never {
    do {
      try ProcessLimits.check()
    } catch {
      exit(fail("error: \(error)", .incomplete))
    }
    let interrupt = Interrupt()
    // A closed pipe is then an error to handle, not a signal that ends the process.
    _ = signal(SIGPIPE, SIG_IGN)
    let work: Task<Void, Never> = Task.detached {
      let result = await Interrupt.$current.withValue(interrupt) { await status(of: root) }
      exit(interrupt.hasCome ? ExitStatus.incomplete.rawValue : result)
    }
    interrupt.wait(cancelling: work)
  }

  private static func status(of root: LinkcheckCommand.Type) async -> Int32 {
    do {
      let arguments = try ProcessArguments.read()
      try refuseUnknownCommand(arguments.first, of: root)
      var command = try root.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.healthy.rawValue
    } catch let error as ExitCode {
      return error.rawValue
    } catch let error as ConfigurationError {
      for line in error.lines { _ = fail(line, .configuration) }
      return ExitStatus.configuration.rawValue
    } catch let error as MirrorError {
      return fail("error: \(error)", .incomplete)
    } catch let error as UsageError {
      return fail("error: \(error)", .usage)
    } catch let error as ReportFormatError {
      return fail("error: \(error)", .usage)
    } catch let error as OutputError {
      return fail("error: \(error)", error.isOfPath ? .usage : .incomplete)
    } catch let error as ByteSinkError {
      // Whoever reads our output has seen enough: `linkcheck ... | head`.
      if error.isBrokenPipe { return ExitStatus.incomplete.rawValue }
      return fail("error: \(error)", .incomplete)
    } catch {
      return parserMessage(root, error)
    }
  }

  /// Names the command that was probably meant.
  private static func refuseUnknownCommand(
    _ name: String?, of root: LinkcheckCommand.Type
  ) throws {
    guard let name, !name.hasPrefix("-") else { return }
    let names =
      root.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if names.contains(name) { return }
    let hint =
      FileProbe.exists(name)
      ? "to check it, write `linkcheck check \(name)`"
      : NearestName.nearest(to: name, in: names).map { "did you mean `\($0)`?" }
        ?? "commands are " + names.dropLast().joined(separator: ", ")
    throw UsageError(description: "there is no command `\(name)`; \(hint)")
  }

  /// What the parser of arguments says: help, which is asked for, or an error, which names what the
  /// user wrote.
  private static func parserMessage(_ root: LinkcheckCommand.Type, _ error: any Error) -> Int32 {
    let code = root.exitCode(for: error)
    let message = root.fullMessage(for: error)
    if code.isSuccess {
      print(message)
    } else {
      StandardError.write(lines: redaction(message))
    }
    return code.rawValue
  }

  private static var redaction: Redaction {
    Redaction(
      Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Int32 {
    StandardError.write(SafeText.line(redaction(message)) + "\n")
    return status.rawValue
  }
}
