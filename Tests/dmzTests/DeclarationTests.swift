import Testing

@testable import ArgumentParser
@testable import dmz

/// What the argument parser asks of declared options, such as names of their own; it looks itself only in builds for
/// debugging.
@Suite struct DeclarationTests {
    @Test("Options and arguments of every command are declared as the parser wants them")
    func valid() throws {
        var seen = 0
        func check(_ command: any ParsableCommand.Type) throws {
            try command._validate(parent: nil)
            seen += 1
            for subcommand in command.configuration.subcommands { try check(subcommand) }
        }
        try check(DMZ.self)
        #expect(seen > 12)
    }

    @Test("Two options of one name are told")
    func doubled() {
        #expect(throws: (any Error).self) { try Doubled._validate(parent: nil) }
    }

    private struct Doubled: ParsableArguments {
        @Flag(name: .customLong("same")) var one = false
        @Flag(name: .customLong("same")) var other = false
    }
}
