/// The version of the library and of the program.
public let linkcheckVersion = "0.1.0"
