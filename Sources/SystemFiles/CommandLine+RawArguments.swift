extension CommandLine {
    /// The arguments as `String(rawBytes:)` has them; `arguments` repairs what is no UTF-8, and the
    /// name of a file becomes that of another.
    package static var rawArguments: [String] {
        (0..<Int(argc)).compactMap { number in
            unsafeArgv[number].map { String(fileName: $0) }
        }
    }
}
