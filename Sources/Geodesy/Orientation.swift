/// On which side of the straight line from `a` to `b`, in longitude and latitude, `p` lies.
///
/// `turnA` and `turnB` are whole turns of 360 degrees added to the longitudes of `a` and `b`.
///
/// - Returns: 1 to the left, -1 to the right, 0 on the line; exact for all finite numbers of
///   ordinary size (products must not underflow, which degrees above 1e-150 do not).
package func orientation(
    _ a: Coordinate, turn turnA: Double, _ b: Coordinate, turn turnB: Double, _ p: Coordinate
) -> Int {
    let ax = a.longitude + turnA - p.longitude
    let ay = a.latitude - p.latitude
    let bx = b.longitude + turnB - p.longitude
    let by = b.latitude - p.latitude
    let left = ax * by
    let right = ay * bx
    let determinant = left - right
    // Each difference is off by at most 2^-53 of its terms, with turns of terms up to 900 degrees.
    let slack =
        1e-15 * (left.magnitude + right.magnitude)
        + 4e-13 * (ax.magnitude + ay.magnitude + bx.magnitude + by.magnitude)
    if turnA == 0 && turnB == 0 {
        // Shewchuk's filter: without turns the only roundings are those of the differences.
        if determinant.magnitude > 4e-16 * (left.magnitude + right.magnitude) {
            return determinant > 0 ? 1 : -1
        }
    } else if determinant.magnitude > slack {
        return determinant > 0 ? 1 : -1
    }
    let px = Expansion(p.longitude)
    let py = Expansion(p.latitude)
    let eax = Expansion(a.longitude) + Expansion(turnA) - px
    let ebx = Expansion(b.longitude) + Expansion(turnB) - px
    let eay = Expansion(a.latitude) - py
    let eby = Expansion(b.latitude) - py
    return (eax * eby - eay * ebx).sign
}
