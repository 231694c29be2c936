// Chords four by four.
#ifndef FOUR_CHORDS_H
#define FOUR_CHORDS_H

#include "ckernels.h"
#include "vectors.h"

#include <cstddef>
#include <cstring>

namespace {

/// Four chords, number by number.
struct FourChords {
    f64x4 ax, ay, az, inverse, ux, uy, uz, half;
};

BODY void turn(const f64x4 *rows, f64x4 &a, f64x4 &b, f64x4 &c, f64x4 &d)
{
    const f64x4 low01 = __builtin_shufflevector(rows[0], rows[1], 0, 4, 2, 6);
    const f64x4 high01 = __builtin_shufflevector(rows[0], rows[1], 1, 5, 3, 7);
    const f64x4 low23 = __builtin_shufflevector(rows[2], rows[3], 0, 4, 2, 6);
    const f64x4 high23 = __builtin_shufflevector(rows[2], rows[3], 1, 5, 3, 7);
    a = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
    b = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
    c = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
    d = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
}

/// The chords of four numbers.
BODY void read(const dmz_chord *chords, const uint32_t *numbers, FourChords &four)
{
    f64x4 starts[4], ways[4];
    for (size_t k = 0; k < 4; k++) {
        const dmz_chord *chord = chords + numbers[k];
        memcpy(starts + k, &chord->ax, sizeof *starts);
        memcpy(ways + k, &chord->ux, sizeof *ways);
    }
    turn(starts, four.ax, four.ay, four.az, four.inverse);
    turn(ways, four.ux, four.uy, four.uz, four.half);
}

/// The squares of the distances from a point to four chords.
BODY void square(const FourChords &c, const dmz_point &p, f64x4 &squared)
{
    const f64x4 zero = {0, 0, 0, 0}, one = {1, 1, 1, 1};
    const f64x4 x = p.x - c.ax, y = p.y - c.ay, z = p.z - c.az;
    f64x4 t = (x * c.ux + y * c.uy + z * c.uz) * c.inverse;
    t = t > zero ? t : zero;
    t = t < one ? t : one;
    const f64x4 dx = x - t * c.ux, dy = y - t * c.uy, dz = z - t * c.uz;
    squared = dx * dx + dy * dy + dz * dz;
}

BODY bool any(const i64x4 &mask) { return __builtin_reduce_or(mask) != 0; }

BODY double least_of(const f64x4 &four)
{
    const f64x4 other = __builtin_shufflevector(four, four, 2, 3, 0, 1);
    const f64x4 least = other < four ? other : four;
    return least[1] < least[0] ? least[1] : least[0];
}

} // namespace

#endif
