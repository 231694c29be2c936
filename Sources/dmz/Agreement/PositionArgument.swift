import ArgumentParser
import GeoJSONText
import Geodesy
import Notations

/// A position as given on the command line: `34.25,47.51`, longitude first, or a text in another notation.
struct PositionArgument {
    let coordinate: Coordinate
    /// How far from it the place that was meant may lie, by the digits of its text.
    let bound: Distance
    /// How it was written; `nil` for longitude and latitude.
    let notation: Notation?

    /// - Throws: `ValidationError` for a text that is no position.
    init(_ argument: String) throws {
        let words = argument.split { $0 == "," || $0 == " " || $0 == "\t" }
        let isDecimal = words.allSatisfy { word in
            word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        }
        if words.count == 2, isDecimal, let longitude = Double(words[0]),
            let latitude = Double(words[1])
        {
            coordinate = Coordinate(longitude: longitude, latitude: latitude)
            (bound, notation) = (.zero, nil)
            return
        }
        do throws(NotationError) {
            let written = try WrittenPosition(argument)
            let disc = written.disc()
            // Up to a whole millimetre: more digits say nothing.
            let millimetres = (disc.bound.metres * 1000).rounded(.up)
            (coordinate, bound, notation) = (
                disc.centre, .metres(millimetres / 1000), written.notation
            )
        } catch {
            let example =
                "longitude and latitude in one word, such as -75.1,4.2, or a notation such as "
                + "37UDP3000050000 or \"48°27'15''N 38°17'35''E\""
            throw ValidationError(
                error.code == .notAPosition
                    ? "'\(String(shown: argument))' is no position; write \(example)"
                    : error.description)
        }
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
