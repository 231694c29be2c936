import Geodesy

/// Rows of `dmz measure`.
package enum MeasuredRow {
    /// The line of column names.
    package static let header =
        "lon,lat,distance_m,side,nearest_lon,nearest_lat,part,segment,fraction\n"

    /// Appends a position with its nearest place on the line; without one, the other columns stay
    /// empty.
    package static func append(
        _ reading: PositionReader.Reading, _ nearest: NearestPlace?, to output: inout ByteBuffer
    ) {
        let comma = UInt8(ascii: ",")
        output.appendCSV(reading.longitude, comma)
        output.append(comma)
        output.appendCSV(reading.latitude, comma)
        guard let nearest, nearest.distance.metres.magnitude < 1e15 else {
            output.append(",,,,,,,\n")
            return
        }
        let place = nearest.place
        output.append(comma)
        output.append(nearest.distance.metres, decimals: 9)
        let columns = [
            nearest.side.rawValue, "\(place.longitude)",
            "\(place.latitude)", "\(nearest.part)", "\(nearest.segment)", "\(nearest.fraction)",
        ]
        for column in columns {
            output.append(comma)
            output.append(contentsOf: column.utf8)
        }
        output.append(0x0A)
    }
}
