#include "ckernels.h"
#include "ellipsoid.h"
#include "vectors.h"

#include <cstring>

namespace {

// Taylor's series on an eighth of a turn: the terms left out are below 1e-16.
BODY void sines_and_cosines(const f64x4 &degrees, f64x4 &sine, f64x4 &cosine)
{
    const double magic = 0x1.8p52;
    const f64x4 shifted = degrees * (1.0 / 90) + magic;
    const f64x4 quarter = shifted - magic;
    const f64x4 r = (degrees - quarter * 90) * (3.14159265358979323846 / 180);
    const f64x4 q = r * r;
    f64x4 s = q * (-1.0 / 1307674368000) + 1.0 / 6227020800;
    s = s * q - 1.0 / 39916800;
    s = s * q + 1.0 / 362880;
    s = s * q - 1.0 / 5040;
    s = s * q + 1.0 / 120;
    s = s * q - 1.0 / 6;
    s = s * q * r + r;
    f64x4 c = q * (1.0 / 20922789888000) - 1.0 / 87178291200;
    c = c * q + 1.0 / 479001600;
    c = c * q - 1.0 / 3628800;
    c = c * q + 1.0 / 40320;
    c = c * q - 1.0 / 720;
    c = c * q + 1.0 / 24;
    c = c * q - 0.5;
    c = c * q + 1;
    const i64x4 turns = (i64x4)shifted;
    const i64x4 is_odd = (turns & 1) != 0;
    const f64x4 one = is_odd ? c : s, other = is_odd ? s : c;
    sine = (turns & 2) != 0 ? -one : one;
    cosine = ((turns + 1) & 2) != 0 ? -other : other;
}

/// The places of four positions.
BODY void four_places(const dmz_position *positions, dmz_place *places)
{
    const double e2 = SQUARED_ECCENTRICITY;
    f64x4 longitude, latitude;
    for (int k = 0; k < 4; k++) {
        longitude[k] = positions[k].longitude;
        latitude[k] = positions[k].latitude;
    }
    f64x4 nx, ny, nz, across, sine, cosine;
    sines_and_cosines(latitude, nz, across);
    sines_and_cosines(longitude, sine, cosine);
    const f64x4 n = SEMI_MAJOR / __builtin_elementwise_sqrt(1 - e2 * nz * nz);
    nx = across * cosine;
    ny = across * sine;
    const f64x4 x = n * nx, y = n * ny, z = n * (1 - e2) * nz;
    for (int k = 0; k < 4; k++) places[k] = {x[k], y[k], z[k], nx[k], ny[k], nz[k]};
}

BODY void find_places(const dmz_position *positions, size_t count, dmz_place *places)
{
    size_t i = 0;
    for (; i + 4 <= count; i += 4) four_places(positions + i, places + i);
    if (i < count) {
        dmz_position last[4];
        dmz_place found[4];
        for (size_t k = 0; k < 4; k++) last[k] = positions[i + k < count ? i + k : i];
        four_places(last, found);
        memcpy(places + i, found, (count - i) * sizeof *places);
    }
}

} // namespace

COMPILE_TWICE(
    void, find_places, (const dmz_position *positions, size_t count, dmz_place *places),
    (positions, count, places))

void dmz_sine_and_cosine(double degrees, double *sine, double *cosine)
{
    f64x4 s, c;
    sines_and_cosines(f64x4{degrees, 0, 0, 0}, s, c);
    *sine = s[0];
    *cosine = c[0];
}
