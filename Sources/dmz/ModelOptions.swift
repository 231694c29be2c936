import ArgumentParser
import Zones

/// What is assumed of how positions spread.
struct ModelOptions: ParsableArguments {
    @Option(
        help: """
            What is assumed of how positions spread: normal (circles and ellipses with a level, such as CE90, are \
            normal distributions, all else is uniform) or uniform. Without one, a level below 100 % says nothing \
            for certain.
            """)
    var model: PositionModel.Spread?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            The probability from which on a report with a level below 100 % is said to be inside or outside a \
            zone; 99.99% unless said.
            """, valueName: "percentage"))
    var certainAt: String?

    func validate() throws { _ = try positionModel() }

    /// The model, if one is named.
    func positionModel() throws -> PositionModel? {
        guard let model else {
            guard certainAt == nil else {
                throw ValidationError("--certain-at needs a model, as in --model normal")
            }
            return nil
        }
        var certainty = PositionModel.usualCertainty
        if let certainAt {
            let text = certainAt.hasSuffix("%") ? String(certainAt.dropLast()) : certainAt
            guard certainAt.hasSuffix("%"),
                let percent = Double(text.filter { !$0.isWhitespace })
            else {
                throw ValidationError(
                    "--certain-at: '\(certainAt)' is no percentage, such as 99.9%")
            }
            certainty = percent / 100
        }
        do throws(FootprintError) {
            return try PositionModel(model, certainAt: certainty)
        } catch {
            throw ValidationError("--certain-at: \(error)")
        }
    }
}

extension PositionModel.Spread: ExpressibleByArgument {}
