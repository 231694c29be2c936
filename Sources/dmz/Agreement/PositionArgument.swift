import ArgumentParser
import Datums
import GeoJSONText
import Geodesy
import Notations
import ReportFiles
import Zones

/// A position as given on the command line: `34.25,47.51`, longitude first, or a text in another notation.
struct PositionArgument {
    let coordinate: Coordinate
    /// How far from it the place that was meant may lie, by the digits of its text.
    let digits: Distance
    /// All places that the text may stand for, on WGS 84, where more is known of them than `digits`.
    let footprint: Footprint?
    /// How it was written; `nil` for two numbers.
    let notation: Notation?
    /// The system in which it was written, and the operation that took it to WGS 84, where one was named.
    let datum: (system: ReferenceSystem, use: DatumUse?)?

    /// How far from it the place that was meant may lie in all.
    var bound: Distance { digits + (datum?.use?.accuracy ?? .zero) }

    /// A position on WGS 84.
    ///
    /// - Throws: `ValidationError` for a text that is no position.
    init(_ argument: String) throws {
        datum = nil
        let words = argument.split { $0 == "," || $0 == " " || $0 == "\t" }
        let isDecimal = words.allSatisfy { word in
            word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        }
        if words.count == 2, isDecimal, let longitude = Double(words[0]),
            let latitude = Double(words[1])
        {
            coordinate = Coordinate(longitude: longitude, latitude: latitude)
            (digits, notation, footprint) = (.zero, nil, nil)
            return
        }
        do throws(NotationError) {
            let written = try WrittenPosition(argument)
            let disc = written.disc()
            footprint = written.footprint()
            (coordinate, digits, notation) = (
                disc.centre, disc.bound.upToMillimetres, written.notation
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

    /// A position in another system, which the transform takes to WGS 84.
    ///
    /// - Throws: `ValidationError` for a text that is no position there.
    init(_ argument: String, by transform: DatumTransform) throws {
        let system = transform.system
        let words = argument.split { $0 == "," || $0 == " " || $0 == "\t" }
        let numbers = words.compactMap { Double($0) }
        let text = PositionText(.standard, transform)
        do throws(PositionText.Fault) {
            // Longitude comes first here, as without a system.
            let found =
                words.count == 2 && numbers.count == 2
                ? try text.numbers(x: numbers[0], y: numbers[1]) : try text.read([argument])
            let use = system.isWGS84 ? nil : transform.used.first
            coordinate = found.position
            digits = max(found.bound - (use?.accuracy ?? .zero), .zero).upToMillimetres
            (notation, footprint) = (found.notation, nil)
            datum = (system, use)
        } catch {
            throw ValidationError(error.sentence)
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

extension Distance {
    /// Up to a whole millimetre: more digits say nothing.
    fileprivate var upToMillimetres: Distance { .metres((metres * 1000).rounded(.up) / 1000) }
}
