import Geodesy

/// Rows of `dmz measure`.
package enum MeasuredRow {
    /// The line of column names.
    package static let header =
        "lon,lat,distance_m,side,nearest_lon,nearest_lat,part,segment,fraction\n"

    /// Appends a position with its nearest place on the line; without one, the other columns stay
    /// empty.
    ///
    /// Only digits that hold are written, so that another processor or mathematical library writes the
    /// same ones: the distance to a micrometre, the place to a tenth of a millimetre, and the fraction to
    /// a millionth.
    package static func append(
        _ reading: PositionReader.Reading, _ nearest: NearestPlace?, to output: inout ByteBuffer
    ) {
        let comma = UInt8(ascii: ",")
        output.append(degrees: reading.longitude)
        output.append(comma)
        output.append(degrees: reading.latitude)
        guard let nearest, nearest.distance.metres.magnitude < 1e15 else {
            output.append(",,,,,,,\n")
            return
        }
        let place = nearest.place
        output.append(comma)
        output.append(nearest.distance.metres, decimals: 6)
        let columns = [
            nearest.side.rawValue, rounded(place.longitude, 1e9), rounded(place.latitude, 1e9),
            "\(nearest.part)", "\(nearest.segment)", rounded(nearest.fraction, 1e6),
        ]
        for column in columns {
            output.append(comma)
            output.append(contentsOf: column.utf8)
        }
        output.append(0x0A)
    }

    private static func rounded(_ number: Double, _ scale: Double) -> String {
        // Not "-0.0".
        "\((number * scale).rounded() / scale + 0)"
    }
}

extension ByteBuffer {
    /// A coordinate as it was found: a number stays one, also below zero; other text may be anything.
    fileprivate mutating func append(degrees text: String) {
        let comma = UInt8(ascii: ",")
        if Double(text) == nil { appendCSV(plain: text, comma) } else { appendCSV(text, comma) }
    }
}
