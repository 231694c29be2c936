#include "ckernels.h"
#include "vectors.h"

#include <cmath>
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

/// The chords of the last numbers of a list, of which there are less than four.
BODY void read_last(
    const dmz_chord *chords, const uint32_t *numbers, size_t count, FourChords &four)
{
    uint32_t filled[4];
    for (size_t k = 0; k < 4; k++) filled[k] = numbers[k < count ? k : 0];
    read(chords, filled, four);
}

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
    const f64x4 other = __builtin_shufflevector(least, least, 2, 3, 0, 1);
    least = other < least ? other : least;
    return least[1] < least[0] ? least[1] : least[0];
}

BODY void prefetch(const dmz_chord *chords, const dmz_numbers &numbers)
{
    for (size_t k = 0; k < numbers.count; k++) __builtin_prefetch(chords + numbers.numbers[k]);
}

BODY void contend(
    const dmz_chord *chords, const dmz_place *places, const dmz_numbers *candidates, size_t count,
    double sag, double spread, double slack, const dmz_limits *limits,
    const void *rest, size_t rest_size, double *squares, double *least, uint32_t *room,
    dmz_numbers *contenders)
{
    // So many places ahead chords are fetched.
    enum { AHEAD = 3 };
    for (size_t i = 0; i < count && i < AHEAD; i++) prefetch(chords, candidates[i]);
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count) prefetch(chords, candidates[i + AHEAD]);
        const dmz_numbers own = candidates[i];
        const dmz_point point = {places[i].x, places[i].y, places[i].z};
        least[i] = squared_distances(chords, own.numbers, own.count, point, squares);
        contenders[i] = {room, 0};
        if (least[i] < limits[i].below || least[i] > limits[i].above) continue;
        const double distance = __builtin_sqrt(least[i]) + sag;
        const double reach = distance + spread * distance * distance * distance + slack;
        for (size_t k = 0; k < own.count; k++) {
            *room = own.numbers[k];
            room += squares[k] <= reach * reach;
        }
        contenders[i].count = size_t(room - contenders[i].numbers);
        for (size_t k = 0; k < contenders[i].count; k++) {
            const char *start = (const char *)rest + contenders[i].numbers[k] * rest_size;
            __builtin_prefetch(start);
            __builtin_prefetch(start + rest_size - 1);
        }
    }
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

COMPILE_TWICE(
    void, contend,
    (const dmz_chord *chords, const dmz_place *places, const dmz_numbers *candidates, size_t count,
     double sag, double spread, double slack, const dmz_limits *limits, const void *rest,
     size_t rest_size, double *squares, double *least, uint32_t *room, dmz_numbers *contenders),
    (chords, places, candidates, count, sag, spread, slack, limits, rest, rest_size, squares,
     least, room, contenders))
