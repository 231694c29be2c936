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

/// Which squares are kept whose chords lie within `far` of places x, y and z off the point. Without a
/// root: d is at most base + slope x (m + far) if d - base - slope x far is at most 0, or its square at
/// most that of slope x m.
BODY void choose(
    const dmz_keeping *k, const f64x4 &squares, const f64x4 &x, const f64x4 &y, const f64x4 &z,
    const f64x4 &far, i64x4 &is_kept)
{
    const f64x4 rest = squares - k->base - k->slope * far;
    const f64x4 most = k->slope * k->slope * (x * x + y * y + z * z);
    is_kept = (squares <= k->floor) | (rest <= 0) | (rest * rest <= most);
}

BODY void choose(
    const dmz_keeping *k, const FourChords &c, const f64x4 &squares, i64x4 &is_kept)
{
    choose(
        k, squares, c.ax + 0.5 * c.ux - k->point.x, c.ay + 0.5 * c.uy - k->point.y,
        c.az + 0.5 * c.uz - k->point.z, c.half, is_kept);
}

BODY size_t keep_near(
    const dmz_chord *chords, const uint32_t *numbers, const double *squares, size_t count,
    const dmz_keeping *keeping, double most_kept, uint32_t *kept)
{
    size_t found = 0, i = 0;
    FourChords c;
    f64x4 four;
    i64x4 is_kept;
    for (; i + 4 <= count; i += 4) {
        memcpy(&four, squares + i, sizeof four);
        if (!any(four <= most_kept)) continue;
        read(chords, numbers + i, c);
        choose(keeping, c, four, is_kept);
        for (size_t k = 0; k < 4; k++) {
            kept[found] = numbers[i + k];
            found -= is_kept[k];
        }
    }
    if (i < count) {
        read_last(chords, numbers + i, count - i, c);
        memcpy(&four, squares + i, sizeof four);
        choose(keeping, c, four, is_kept);
        for (size_t k = 0; i + k < count; k++) {
            kept[found] = numbers[i + k];
            found -= is_kept[k];
        }
    }
    return found;
}

/// Four stretches of a list: where the chords begin that are half-way along each, and how far from there
/// the stretch reaches at most.
struct FourStretches {
    f64x4 x, y, z, reach;
};

BODY void read(
    const dmz_path *path, const uint32_t *numbers, size_t count, size_t length, size_t first,
    FourStretches &four)
{
    for (size_t k = 0; k < 4; k++) {
        const size_t start = (first + k) * length < count ? (first + k) * length : 0;
        const size_t end = start + length < count ? start + length : count;
        const uint32_t from = numbers[start], to = numbers[end - 1] + 1, middle = from + (to - from) / 2;
        const dmz_chord *chord = path->chords + middle;
        four.x[k] = chord->ax;
        four.y[k] = chord->ay;
        four.z[k] = chord->az;
        const double before = path->along[middle] - path->along[from];
        const double after = path->along[to] - path->along[middle];
        four.reach[k] = before > after ? before : after;
    }
}

BODY dmz_nearness bound_stretches(
    const dmz_path *path, const uint32_t *numbers, size_t count, size_t length, dmz_point p,
    double *bounds)
{
    const f64x4 zero = {0, 0, 0, 0};
    dmz_nearness found = {INFINITY, INFINITY, p};
    double nearest = INFINITY;
    FourStretches stretches;
    for (size_t i = 0; i * length < count; i += 4) {
        read(path, numbers, count, length, i, stretches);
        const f64x4 x = p.x - stretches.x, y = p.y - stretches.y, z = p.z - stretches.z;
        const f64x4 squared = x * x + y * y + z * z;
        // All of a stretch lies within its reach of the place on it, so no chord of it is nearer.
        f64x4 bound = __builtin_elementwise_sqrt(squared) - stretches.reach;
        bound = bound > zero ? bound : zero;
        memcpy(bounds + i, &bound, sizeof bound);
        const double least = least_of(bound);
        found.least = least < found.least ? least : found.least;
        for (size_t k = 0; k < 4; k++) {
            if (!(squared[k] < nearest)) continue;
            nearest = squared[k];
            found.point = {stretches.x[k], stretches.y[k], stretches.z[k]};
        }
    }
    found.most = sqrt(nearest);
    return found;
}

BODY size_t keep_stretches(
    const dmz_path *path, const uint32_t *numbers, size_t count, size_t length,
    const double *bounds, const dmz_keeping *keeping, uint32_t *kept)
{
    const dmz_point &q = keeping->point;
    size_t found = 0;
    FourStretches stretches;
    for (size_t i = 0; i * length < count; i += 4) {
        read(path, numbers, count, length, i, stretches);
        f64x4 bound;
        memcpy(&bound, bounds + i, sizeof bound);
        i64x4 is_kept;
        choose(
            keeping, bound * bound, stretches.x - q.x, stretches.y - q.y, stretches.z - q.z,
            stretches.reach, is_kept);
        for (size_t k = 0; k < 4 && (i + k) * length < count; k++) {
            if (!is_kept[k]) continue;
            const size_t start = (i + k) * length;
            const size_t some = start + length < count ? length : count - start;
            memcpy(kept + found, numbers + start, some * sizeof *numbers);
            found += some;
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
     const dmz_keeping *keeping, double most_kept, uint32_t *kept),
    (chords, numbers, squares, count, keeping, most_kept, kept))

COMPILE_TWICE(
    dmz_nearness, bound_stretches,
    (const dmz_path *path, const uint32_t *numbers, size_t count, size_t length, dmz_point point,
     double *bounds),
    (path, numbers, count, length, point, bounds))

COMPILE_TWICE(
    size_t, keep_stretches,
    (const dmz_path *path, const uint32_t *numbers, size_t count, size_t length,
     const double *bounds, const dmz_keeping *keeping, uint32_t *kept),
    (path, numbers, count, length, bounds, keeping, kept))
