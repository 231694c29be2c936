import ArgumentParser
import Geodesy

/// A position as given on the command line: `34.25,47.51`, longitude first.
struct PositionArgument: ExpressibleByArgument {
    let coordinate: Coordinate

    init?(argument: String) {
        let words = argument.split { $0 == "," || $0 == " " || $0 == "\t" }
        let isDecimal = words.allSatisfy { word in
            word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        }
        guard words.count == 2, isDecimal, let longitude = Double(words[0]),
            let latitude = Double(words[1])
        else { return nil }
        coordinate = Coordinate(longitude: longitude, latitude: latitude)
    }

    /// What to write where `explain` is given a position in two words, as in `-30.5 47.52`; else `nil`.
    static func inTwoWords(_ arguments: [String]) -> String? {
        guard arguments.first == "explain" else { return nil }
        func number(_ word: String) -> String? {
            let digits = word.hasSuffix(",") ? String(word.dropLast()) : word
            let isDecimal = digits.utf8.allSatisfy { "0123456789+-.".utf8.contains($0) }
            return isDecimal && Double(digits) != nil ? digits : nil
        }
        for (word, next) in zip(arguments, arguments.dropFirst()) {
            guard let longitude = number(word), let latitude = number(next), !next.hasSuffix(",")
            else { continue }
            return "a position is one word, longitude first: write \(longitude),\(latitude)"
        }
        return nil
    }

    /// The arguments with each position that begins with a minus marked as a value, so that
    /// `-75.1,4.2` is a position and not a flag.
    static func shielded(_ arguments: some Sequence<String>) -> [String] {
        arguments.map { argument in
            let isPosition =
                argument.hasPrefix("-") && argument.contains(",")
                && argument.utf8.allSatisfy { "0123456789+-.eE, ".utf8.contains($0) }
            return isPosition ? " " + argument : argument
        }
    }
}
