#include "four_pieces.h"

#include <cmath>

namespace {

/// Of the angles between pieces and a strip the least cosine. A position left of the strip that saw the right
/// side of a piece would have its nearest place in a direction whose part across the strip is at most minus
/// this cosine, but for 0.0064 (the horizontals of two places 40 km apart), 0.0004 (a chord against its
/// geodesic, at 1,000 km) and 0.0032 (a parabola's direction for the shortest chord): that is below 0, and the
/// position would lie less far across than the place. And in metres half of the shortest chord that
/// tells enough of its edge's direction, how far from its place a strip's pieces may begin, and how much
/// wider it is made.
const double LEAST_COSINE = 0.1, LEAST_HALF = 0.1, FARTHEST = 20000, SLACK = 2e-3;

/// Pieces beside the candidates, up to so many; where there are more, candidates are no strip.
enum { MOST_BESIDE = 32, FOUR = 4 };

BODY double dot(const dmz_point &a, const dmz_point &b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

BODY void dot(
    const f64x4 &x, const f64x4 &y, const f64x4 &z, const dmz_point &way, f64x4 &product)
{
    product = x * way.x + y * way.y + z * way.z;
}

BODY void find_magnitude(f64x4 &x) { x = x < 0 ? -x : x; }

/// Whether the edges of four pieces certainly go forward along a way.
BODY bool go_forward(
    const FourChords &c, const FourBows &w, const FourLinks &links, const dmz_point &way)
{
    const f64x4 bulge = __builtin_elementwise_sqrt(w.x * w.x + w.y * w.y + w.z * w.z);
    f64x4 forward, turned;
    dot(c.ux, c.uy, c.uz, way, forward);
    dot(w.x, w.y, w.z, way, turned);
    find_magnitude(turned);
    const i64x4 is_rough = __builtin_convertvector(links.is_rough, i64x4) != 0;
    const i64x4 goes = forward - turned >= LEAST_COSINE * (2 * c.half + bulge);
    return !any(is_rough | ~goes | ~(c.half >= LEAST_HALF));
}

/// The way that pieces lead altogether, horizontal at the place and of length 1; 0 where they lead back.
BODY dmz_point find_way(
    const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place)
{
    dmz_point way = {0, 0, 0};
    for (size_t k = 0; k < count; k++) {
        const dmz_chord *chord = line->chords + numbers[k];
        way.x += chord->ux;
        way.y += chord->uy;
        way.z += chord->uz;
    }
    const double up = dot(way, {place->nx, place->ny, place->nz});
    way = {way.x - up * place->nx, way.y - up * place->ny, way.z - up * place->nz};
    const double length = sqrt(dot(way, way)), scale = length > 0 ? 1 / length : 0;
    return {way.x * scale, way.y * scale, way.z * scale};
}

/// The pieces beside candidates that are none themselves.
struct Beside {
    uint32_t numbers[MOST_BESIDE];
    size_t count;
};

/// Notes a piece beside another; false where there is none.
BODY bool note(int32_t number, bool is_candidate, Beside &beside)
{
    if (is_candidate) return true;
    if (number < 0 || beside.count == MOST_BESIDE) return false;
    beside.numbers[beside.count++] = uint32_t(number);
    return true;
}

BODY dmz_strip find_strip(
    const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place)
{
    const dmz_strip none = {};
    const dmz_point way = find_way(line, numbers, count, place);
    const dmz_point across = {
        place->ny * way.z - place->nz * way.y, place->nz * way.x - place->nx * way.z,
        place->nx * way.y - place->ny * way.x};
    Beside beside;
    beside.count = 0;
    const f64x4 zero = {0, 0, 0, 0};
    f64x4 right = zero + INFINITY, left = -right;
    FourChords c;
    FourBows w;
    FourLinks links;
    uint32_t four[FOUR];
    for (size_t i = 0; i < count; i += FOUR) {
        for (size_t k = 0; k < FOUR; k++) four[k] = numbers[i + k < count ? i + k : count - 1];
        read(line->chords, four, c);
        read(line->bows, four, w);
        read(line->bows, four, links);
        if (!go_forward(c, w, links, way)) return none;
        // At a vertex the side is told by both edges, so that those beside candidates must go forward too;
        // beyond an open end the prolongation counts, which lies in no strip.
        for (size_t k = 0; k < FOUR && i + k < count; k++) {
            const size_t n = i + k;
            const int32_t previous = links.previous[k], next = links.next[k];
            if (!note(previous, n > 0 && int32_t(numbers[n - 1]) == previous, beside)) return none;
            if (!note(next, n + 1 < count && int32_t(numbers[n + 1]) == next, beside)) return none;
        }
        const f64x4 x = c.ax - place->x, y = c.ay - place->y, z = c.az - place->z;
        if (any(~(x * x + y * y + z * z < FARTHEST * FARTHEST))) return none;
        f64x4 start, end, bulge;
        dot(x, y, z, across, start);
        dot(c.ux, c.uy, c.uz, across, end);
        dot(w.x, w.y, w.z, across, bulge);
        find_magnitude(bulge);
        // t (1 - t) is at most a quarter: so far the parabola reaches beyond its chord.
        end += start;
        const f64x4 least = (start < end ? start : end) - bulge / 4;
        const f64x4 most = (start > end ? start : end) + bulge / 4;
        right = least < right ? least : right;
        left = most > left ? most : left;
    }
    for (size_t i = 0; i < beside.count; i += FOUR) {
        for (size_t k = 0; k < FOUR; k++) {
            four[k] = beside.numbers[i + k < beside.count ? i + k : i];
        }
        read(line->chords, four, c);
        read(line->bows, four, w);
        read(line->bows, four, links);
        if (!go_forward(c, w, links, way)) return none;
    }
    return {count > 0, across, least_of(right) - SLACK, SLACK - least_of(-left)};
}

} // namespace

COMPILE_TWICE(
    dmz_strip, find_strip,
    (const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place),
    (line, numbers, count, place))
