import AgreementFiles
import Agreements
import Datums
import Geodesy
import SystemFiles

/// What the uncertainties of an explanation are made of.
struct UncertaintyShares {
    /// What was said of the position's error.
    let stated: Distance
    /// The position as it was given, with what its digits and its datum leave open.
    let position: PositionArgument
    /// The systems in which the agreement has coordinates.
    let systems: [WrittenSystem]

    /// The system of a line's coordinates, where it has one of its own.
    func system(ofLine id: String) -> WrittenSystem? { system(at: ["lines", id]) }

    /// The system of a zone's coordinates, where it has one of its own.
    func system(ofZone id: String) -> WrittenSystem? { system(at: ["zones", id]) }

    private func system(at path: [String]) -> WrittenSystem? {
        systems.first { $0.path == path }
    }

    /// What was said of a line's accuracy, without what its datum leaves open.
    func stated(of line: Explanation.Line) -> Distance {
        let metres = (line.accuracy - (system(ofLine: line.id)?.accuracy ?? .zero)).metres
        return .metres((metres * 1e6).rounded() / 1e6)
    }

    /// All of them in lines, for a person to read; empty where nothing was stated but the position's
    /// uncertainty and the accuracies of lines, which the explanation itself has.
    func text(_ explanation: Explanation) -> String {
        guard position.digits > .zero || position.datum != nil || !systems.isEmpty else {
            return ""
        }
        var shares = ["stated \(stated.inWords)", "digits \(position.digits.inWords)"]
        if let use = position.datum?.use {
            shares.append("datum \(use.accuracy.inWords) (\(use.summary()))")
        }
        var rows = [["position", shares.joined(separator: ", ")]]
        for line in explanation.lines {
            guard let system = system(ofLine: line.id) else { continue }
            rows.append([
                "line \(line.id)", "stated \(stated(of: line).inWords), " + Self.share(system),
            ])
        }
        for system in systems where system.path.first == "zones" {
            rows.append(["zone \(system.path.last ?? "")", Self.share(system)])
        }
        var text = AlignedRows()
        text.gap()
        text.section("Shares", rows)
        return text.text
    }

    private static func share(_ system: WrittenSystem) -> String {
        "datum \(system.accuracy.inWords) (\(system.summary))"
    }
}
