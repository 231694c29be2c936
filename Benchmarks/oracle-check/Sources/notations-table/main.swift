import Notations

// Answers lines of standard input, one for one: `W longitude latitude digits` with the MGRS cell
// and the place in UTM or UPS, `R text` with longitude and latitude of what the text names, and of
// its disc's centre.
var output = ""
while let line = readLine() {
    let parts = line.split(separator: " ", maxSplits: 1)
    do throws(NotationError) {
        if parts[0] == "R" {
            let found = try WrittenPosition(parts[1])
            let (place, centre) = (found.coordinate, found.disc().centre)
            output +=
                "\(place.longitude) \(place.latitude) \(centre.longitude) \(centre.latitude)\n"
        } else {
            let numbers = parts[1].split(separator: " ").compactMap { Double($0) }
            let place = Coordinate(longitude: numbers[0], latitude: numbers[1])
            output += try place.mgrs(digits: Int(numbers[2])) + " " + place.utm(decimals: 4) + "\n"
        }
    } catch {
        output += "! \(error.code.rawValue)\n"
    }
    if output.utf8.count > 1 << 16 {
        print(output, terminator: "")
        output = ""
    }
}
print(output, terminator: "")
