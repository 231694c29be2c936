// Reads positions as people write them.

import Demarcation

// snippet.read
let cell = try WrittenPosition("37U DP 3000 5000")
let angles = try WrittenPosition("48°27'15.5\"N 38°17'35\"E")
print(cell.notation, angles.notation, angles.coordinate)
// snippet.end

// snippet.disc
let disc = cell.disc()
let report = Report(position: disc.centre, uncertainty: disc.bound, category: "tank")
print("within", report.uncertainty.metres, "m")
// snippet.end

// snippet.refuse
do throws(NotationError) {
    print(try WrittenPosition("48 27 15 38 20 10"))
} catch {
    print(error.code.rawValue, error.readings)
}
// snippet.end

// snippet.write
print(try disc.centre.mgrs(digits: 4), try disc.centre.degreesMinutesSeconds(decimals: 1))
// snippet.end
