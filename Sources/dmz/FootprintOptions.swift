import ArgumentParser
import ReportFiles
import Zones

/// Under which names reports say in which region their object may be.
struct FootprintOptions: ParsableArguments {
    @Option(
        help: """
            The property with the level of an uncertainty or an ellipse: bound (unless said), CEP, CE90, CE95, \
            1 sigma, 2DRMS or a percentage.
            """)
    var uncertaintyLevelField: String?
    @Option(help: "The property with the longer semi-axis of an ellipse in metres.")
    var semiMajorField: String?
    @Option(help: "The property with its shorter semi-axis in metres.")
    var semiMinorField: String?
    @Option(help: "The property with the direction of its longer axis in degrees from north.")
    var azimuthField: String?
    @Option(help: "The property with the width of a rectangle, across its heading, in metres.")
    var widthField: String?
    @Option(help: "The property with its length, along its heading, in metres.")
    var lengthField: String?
    @Option(
        help: """
            The property with the heading of a rectangle or of a detection's pixel in degrees from north.
            """)
    var headingField: String?
    @Option(
        help:
            "The property with the direction in which a thing was seen from the position, in degrees."
    )
    var bearingField: String?
    @Option(help: "The property with how far that may be off either way, in degrees.")
    var bearingErrorField: String?
    @Option(help: "The property with that direction as one of the 16 points of the compass.")
    var compassField: String?
    @Option(help: "The property with the distance at which it was seen in metres.")
    var rangeField: String?
    @Option(help: "The property with how far that may be off either way in metres.")
    var rangeErrorField: String?
    @Option(help: "The property with the least distance in metres.")
    var rangeMinField: String?
    @Option(help: "The property with the greatest distance in metres.")
    var rangeMaxField: String?

    @Option(
        help: """
            What of a line, a polygon or several points the reported object takes up: all-of-it (unless said), or \
            somewhere, one place within it.
            """)
    var geometryMeans: Footprint.Meaning?

    private var named: [(part: FootprintFields.Part, name: String)] {
        let names: [(FootprintFields.Part, String?)] = [
            (.level, uncertaintyLevelField), (.semiMajor, semiMajorField),
            (.semiMinor, semiMinorField), (.azimuth, azimuthField), (.width, widthField),
            (.length, lengthField), (.heading, headingField), (.bearing, bearingField),
            (.bearingError, bearingErrorField), (.compass, compassField), (.range, rangeField),
            (.rangeError, rangeErrorField), (.rangeMin, rangeMinField), (.rangeMax, rangeMaxField),
        ]
        return names.compactMap { part, name in name.map { (part, $0) } }
    }

    /// Puts the names that were given.
    func put(into fields: inout FieldNames) {
        for (part, name) in named {
            fields.footprint?[part] = name
            fields.named.append(name)
        }
        fields.geometryMeans = geometryMeans
    }
}

extension Footprint.Meaning: ExpressibleByArgument {}
