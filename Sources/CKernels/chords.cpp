#include "four_chords.h"

#include <cmath>
#include <cstring>

namespace {

/// The chords of the last numbers of a list, of which there are less than four.
BODY void read_last(
    const dmz_chord *chords, const uint32_t *numbers, size_t count, FourChords &four)
{
    uint32_t filled[4];
    for (size_t k = 0; k < 4; k++) filled[k] = numbers[k < count ? k : 0];
    read(chords, filled, four);
}

BODY double squared_distances(
    const dmz_chord *chords, const uint32_t *numbers, size_t count, dmz_point p, double *squares)
{
    f64x4 least = {INFINITY, INFINITY, INFINITY, INFINITY};
    FourChords c;
    f64x4 squared;
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        read(chords, numbers + i, c);
        square(c, p, squared);
        least = squared < least ? squared : least;
        memcpy(squares + i, &squared, sizeof squared);
    }
    if (i < count) {
        read_last(chords, numbers + i, count - i, c);
        square(c, p, squared);
        least = squared < least ? squared : least;
        memcpy(squares + i, &squared, sizeof squared);
    }
    return least_of(least);
}

/// The greatest squares that are kept.
BODY void limit(
    const FourChords &c, const dmz_point &q, double base, double slope, double floor, f64x4 &most)
{
    const f64x4 dx = c.ax + 0.5 * c.ux - q.x, dy = c.ay + 0.5 * c.uy - q.y;
    const f64x4 dz = c.az + 0.5 * c.uz - q.z;
    most = base + slope * (__builtin_elementwise_sqrt(dx * dx + dy * dy + dz * dz) + c.half);
    most = most > floor ? most : floor + f64x4{0, 0, 0, 0};
}

BODY size_t keep_near(
    const dmz_chord *chords, const uint32_t *numbers, const double *squares, size_t count,
    dmz_point q, double base, double slope, double floor, double most_kept, uint32_t *kept)
{
    size_t found = 0, i = 0;
    FourChords c;
    f64x4 most;
    for (; i + 4 <= count; i += 4) {
        f64x4 four;
        memcpy(&four, squares + i, sizeof four);
        const i64x4 is_far = four > most_kept;
        if (is_far[0] & is_far[1] & is_far[2] & is_far[3]) continue;
        read(chords, numbers + i, c);
        limit(c, q, base, slope, floor, most);
        for (size_t k = 0; k < 4; k++) {
            kept[found] = numbers[i + k];
            found += squares[i + k] <= most[k];
        }
    }
    if (i < count) {
        read_last(chords, numbers + i, count - i, c);
        limit(c, q, base, slope, floor, most);
        for (size_t k = 0; i + k < count; k++) {
            kept[found] = numbers[i + k];
            found += squares[i + k] <= most[k];
        }
    }
    return found;
}

} // namespace

COMPILE_TWICE(
    double, squared_distances,
    (const dmz_chord *chords, const uint32_t *numbers, size_t count, dmz_point point,
     double *squares),
    (chords, numbers, count, point, squares))

COMPILE_TWICE(
    size_t, keep_near,
    (const dmz_chord *chords, const uint32_t *numbers, const double *squares, size_t count,
     dmz_point point, double base, double slope, double floor, double most_kept, uint32_t *kept),
    (chords, numbers, squares, count, point, base, slope, floor, most_kept, kept))
