#include "candidates.h"
#include "four_pieces.h"

namespace {

/// What four places show, as masks.
struct FourSides {
    i64x4 is_known, is_left;
};

/// How far in metres offsets to the side may be off.
BODY void find_side_slack(
    const dmz_line *line, const FourChords &c, const f64x4 &distance, bool is_bent, f64x4 &slack)
{
    slack = line->sideways_least + line->sideways_cubic * distance * distance * distance;
    if (!is_bent) return;
    // Along edges that are no geodesics the parabola may leave the edge at its quarters. A cubic term
    // that does turns its direction at the ends by 16/3 of that over half the length; three times as
    // much is allowed.
    const f64x4 least = {1e-3, 1e-3, 1e-3, 1e-3};
    const f64x4 half = c.half > least ? c.half : least;
    slack += distance * (16 * DMZ_BOW_REST) / half;
}

/// How far parameters may be off, so that it is not certain on which side of an end they are.
BODY void find_end_slack(
    const FourChords &c, const f64x4 &distance, const f64x4 &side_slack, f64x4 &slack)
{
    // A place on a tilted chord is off its foot by the position's depth below the horizon.
    const f64x4 angle = distance * (1 / MEAN_RADIUS);
    slack = (side_slack + angle * angle * c.half) * __builtin_elementwise_sqrt(c.inverse);
}

/// The sides of courses on which points are; `across` is the vector from the place to the point, times
/// the normal, and `bow` what the parameter makes of the bulge.
BODY void find_sides(
    const FourChords &c, const FourBows &w, const f64x4 &bow, const f64x4 &cx, const f64x4 &cy,
    const f64x4 &cz, const f64x4 &slack, FourSides &sides)
{
    const f64x4 left =
        cx * (c.ux + bow * w.x) + cy * (c.uy + bow * w.y) + cz * (c.uz + bow * w.z);
    sides.is_known = ~(left * left * c.inverse < slack * slack);
    sides.is_left = left > 0;
}

/// The sides seen at vertices: those of both edges, and where they differ the outer one.
BODY void find_vertex_sides(
    const FourSides &before, const FourSides &after, const i64x4 &turns, FourSides &sides)
{
    const i64x4 is_same = ~(before.is_left ^ after.is_left);
    const i64x4 is_right = turns == DMZ_RIGHT, is_left = turns == DMZ_LEFT;
    const i64x4 is_certain = (is_same & (turns != DMZ_BACK)) | is_left | is_right;
    sides.is_known = before.is_known & after.is_known & is_certain;
    sides.is_left = (is_same & before.is_left) | (~is_same & is_right);
}

/// Whether both know the same side, or neither any.
BODY void is_alike(const FourSides &a, const FourSides &b, i64x4 &alike)
{
    alike = ~(a.is_known ^ b.is_known) & (~a.is_known | ~(a.is_left ^ b.is_left));
}

/// Whether points lie ahead of the perpendicular at an end of their pieces, 0 or 1.
BODY void find_ahead(
    const FourChords &c, const FourBows &w, const FourPlaces &p, const f64x4 &end, const f64x4 &slack,
    FourSides &ahead)
{
    f64x4 x, y, z;
    offset(c, w, p, end, x, y, z);
    const f64x4 bow = 1 - 2 * end;
    const f64x4 along =
        x * (c.ux + bow * w.x) + y * (c.uy + bow * w.y) + z * (c.uz + bow * w.z);
    ahead.is_known = ~(along * along * c.inverse < slack * slack);
    ahead.is_left = along > 0;
}

BODY void store(const i64x4 &mask, int64_t *flags)
{
    memcpy(flags, &mask, sizeof mask);
}

/// The nearest places on four pieces.
struct FourFeet {
    double distance[4], error[4], raw[4], end_slack[4], t[4];
    int64_t is_left[4], knows_left[4], is_beyond[4], knows_beyond[4];
    /// Whether the place is certainly the piece's end, and that the nearest of the piece after it.
    int64_t is_end[4];
};

BODY void choose(const i64x4 &mask, const FourSides &one, FourSides &other)
{
    other.is_known = (mask & one.is_known) | (~mask & other.is_known);
    other.is_left = (mask & one.is_left) | (~mask & other.is_left);
}

/// The distances to the nearest places on pieces, and what these show of sides and ends.
BODY void find_four(
    const dmz_line *line, const FourPlaces &p, const uint32_t *numbers, bool is_bent, FourFeet &feet)
{
    FourChords c, other;
    FourBows w, other_bow;
    read(line->chords, numbers, c);
    read(line->bows, numbers, w);
    f64x4 raw, t, x, y, z;
    find_parameter(c, w, p, is_bent, raw);
    clamp(raw, t);
    offset(c, w, p, t, x, y, z);
    const f64x4 squared = x * x + y * y + z * z;
    const f64x4 qx = p.x - x, qy = p.y - y, qz = (p.z - z) * (1 / (1 - SQUARED_ECCENTRICITY));
    const f64x4 scale = 1 / __builtin_elementwise_sqrt(qx * qx + qy * qy + qz * qz);
    const f64x4 nx = qx * scale, ny = qy * scale, nz = qz * scale;
    const f64x4 bend = (p.nx - nx) * x + (p.ny - ny) * y + (p.nz - nz) * z;
    const f64x4 chord = __builtin_elementwise_sqrt(squared);
    const f64x4 s = bend * bend / squared;
    const f64x4 series = 1 + s * (1.0 / 24 + s * (3.0 / 640 + s * (5.0 / 7168)));
    const f64x4 distance = squared > 1e-12 ? chord * series : chord;
    const f64x4 cube = distance * distance * distance;
    f64x4 error =
        line->error_least + cube * (line->error_quintic * distance * distance + line->error_cubic);
    f64x4 slack, end_slack;
    find_side_slack(line, c, distance, is_bent, slack);
    find_end_slack(c, distance, slack, end_slack);

    FourLinks links;
    read(line->bows, numbers, links);
    const i64x4 next = __builtin_convertvector(links.next, i64x4);
    const i64x4 previous = __builtin_convertvector(links.previous, i64x4);
    const i64x4 turns = __builtin_convertvector(links.turn, i64x4);
    const i64x4 is_rough = __builtin_convertvector(-links.is_rough, i64x4);
    // The offset times the normal, so that a scalar product with a tangent is positive to the left.
    const f64x4 one = {1, 1, 1, 1};
    const f64x4 cx = y * nz - z * ny, cy = z * nx - x * nz, cz = x * ny - y * nx;
    FourSides sides, own;
    find_sides(c, w, 1 - 2 * t, cx, cy, cz, slack, own);
    sides = own;
    const i64x4 is_late = raw >= 1 - end_slack, is_early = raw <= end_slack;
    i64x4 is_end = {0, 0, 0, 0}, alike;
    // So near to a vertex that the nearest place may be it or not, both must show the same.
    const i64x4 is_after = is_late & (next >= 0);
    if (any(is_after)) {
        uint32_t after[4];
        read_beside(line, links.next, numbers, after, other, other_bow);
        FourSides there, vertex;
        find_sides(other, other_bow, one, cx, cy, cz, slack, there);
        find_vertex_sides(own, there, turns, vertex);
        is_alike(own, vertex, alike);
        FourSides seen = vertex;
        seen.is_known &= (raw > 1 + end_slack) | alike;
        choose(is_after, seen, sides);
        f64x4 other_raw, other_slack, other_end_slack;
        find_parameter(other, other_bow, p, is_bent, other_raw);
        find_side_slack(line, other, distance, is_bent, other_slack);
        find_end_slack(other, distance, other_slack, other_end_slack);
        is_end = is_after & (raw >= 1) & (other_raw < -other_end_slack);
    }
    const i64x4 is_before = is_early & (previous >= 0);
    if (any(is_before)) {
        uint32_t before[4];
        read_beside(line, links.previous, numbers, before, other, other_bow);
        i64x4 turns_before;
        for (size_t k = 0; k < 4; k++) turns_before[k] = line->bows[before[k]].turn;
        FourSides there, vertex;
        find_sides(other, other_bow, -one, cx, cy, cz, slack, there);
        find_vertex_sides(there, own, turns_before, vertex);
        is_alike(sides, vertex, alike);
        FourSides seen = vertex;
        seen.is_known &= (raw < -end_slack) | alike;
        choose(is_before, seen, sides);
    }
    FourSides beyond = {{-1, -1, -1, -1}, {0, 0, 0, 0}};
    const i64x4 is_past_end = is_late & (next < 0);
    const i64x4 is_past_start = is_early & (previous < 0) & ~is_past_end;
    if (any(is_past_end | is_past_start)) {
        FourSides ahead;
        find_ahead(c, w, p, one, slack, ahead);
        choose(is_past_end, ahead, beyond);
        find_ahead(c, w, p, 0 * one, slack, ahead);
        ahead.is_left = ~ahead.is_left;
        choose(is_past_start, ahead, beyond);
    }
    sides.is_known &= ~(distance < 2e-3) & ~is_rough;
    error = is_rough ? INFINITY * one : error;
    memcpy(feet.distance, &distance, sizeof distance);
    memcpy(feet.error, &error, sizeof error);
    memcpy(feet.raw, &raw, sizeof raw);
    memcpy(feet.end_slack, &end_slack, sizeof end_slack);
    memcpy(feet.t, &t, sizeof t);
    store(sides.is_left, feet.is_left);
    store(sides.is_known, feet.knows_left);
    store(beyond.is_left, feet.is_beyond);
    store(beyond.is_known, feet.knows_beyond);
    store(is_end, feet.is_end);
}

BODY void read_places(const dmz_place *const *places, FourPlaces &four)
{
    for (size_t k = 0; k < 4; k++) {
        four.x[k] = places[k]->x;
        four.y[k] = places[k]->y;
        four.z[k] = places[k]->z;
        four.nx[k] = places[k]->nx;
        four.ny[k] = places[k]->ny;
        four.nz[k] = places[k]->nz;
    }
}

/// A place on a piece, as far as it is known to be the nearest.
struct Best {
    dmz_foot foot;
    double t;
    int32_t piece;
};

BODY void take(const FourFeet &feet, size_t k, dmz_foot &foot)
{
    foot.distance = feet.distance[k];
    foot.error = feet.error[k];
    // A mask is 0 or -1.
    foot.is_left = int8_t(((feet.is_left[k] & 1) & feet.knows_left[k]) | ~feet.knows_left[k]);
    foot.is_beyond_end =
        int8_t(((feet.is_beyond[k] & 1) & feet.knows_beyond[k]) | ~feet.knows_beyond[k]);
    foot.is_known = true;
}

/// The nearer of two places; two as near as each other must show the same.
BODY void merge(const Best &found, Best &best)
{
    const bool is_nearer = found.foot.distance < best.foot.distance;
    Best near = is_nearer ? found : best;
    const Best &far = is_nearer ? best : found;
    if (far.foot.distance <= near.foot.distance + near.foot.error) {
        if (near.foot.is_left != far.foot.is_left) near.foot.is_left = DMZ_UNTOLD;
        if (near.foot.is_beyond_end != far.foot.is_beyond_end) near.foot.is_beyond_end = DMZ_UNTOLD;
        if (far.foot.error > near.foot.error) near.foot.error = far.foot.error;
    }
    best = near;
}

/// Sets the segment on which a place lies, a vertex between two counted as the end of one.
BODY void find_segment(const dmz_line *line, double t, int32_t piece, dmz_foot &foot)
{
    const int32_t previous = line->bows[piece].previous;
    const dmz_bow *bow = line->bows + (((t == 0) & (previous >= 0)) ? previous : piece);
    foot.part = bow->part;
    foot.segment = bow->segment;
}

/// The nearest of the places on contenders, of which the first is known.
BODY void find_nearest(
    const dmz_line *line, const dmz_place *place, const Numbers &contenders, bool is_bent,
    Best &best)
{
    const dmz_place *const places[4] = {place, place, place, place};
    FourPlaces p;
    read_places(places, p);
    for (size_t first = 1; first < contenders.count; first += 4) {
        uint32_t numbers[4];
        const size_t left = contenders.count - first;
        for (size_t k = 0; k < 4; k++) numbers[k] = contenders.numbers[first + (k < left ? k : 0)];
        FourFeet feet;
        find_four(line, p, numbers, is_bent, feet);
        for (size_t k = 0; k < 4 && k < left; k++) {
            // A vertex that is known already from the piece beside it shows nothing new.
            const dmz_bow *bow = line->bows + numbers[k];
            const bool is_after = best.t == 1 && bow->previous == best.piece;
            const bool is_before = best.t == 0 && bow->next == best.piece;
            if (is_after && feet.raw[k] < -feet.end_slack[k]) continue;
            if (is_before && !is_after && feet.raw[k] > 1 + feet.end_slack[k]) continue;
            Best found;
            take(feet, k, found.foot);
            found.t = feet.t[k];
            found.piece = int32_t(numbers[k]);
            merge(found, best);
        }
    }
}

BODY void find_feet_of_kind(
    const dmz_line *line, const dmz_place *places, const dmz_runs *candidates, size_t count,
    const dmz_limits *limits, const Room &room, dmz_squares *squares, dmz_foot *feet, bool is_bent)
{
    Numbers contenders[TOGETHER];
    const size_t listed = list(candidates, count, room);
    Measured measured;
    for (size_t i = 0; i < count; i++) {
        measured.least[i] = f32x8{} + INFINITY;
        measured.slack[i] = 0;
    }
    measure(line, places, listed, room, measured);
    contend(line, listed, room, measured, limits, count, squares, contenders);
    size_t asked[TOGETHER + 3], left = 0;
    for (size_t i = 0; i < count; i++) {
        feet[i] = {INFINITY, INFINITY, 0, 0, DMZ_UNTOLD, DMZ_UNTOLD, candidates[i].runs != nullptr};
        asked[left] = i;
        left += contenders[i].count > 0;
    }
    if (left == 0) return;
    for (size_t k = left; k % 4 != 0; k++) asked[k] = asked[left - 1];
    for (size_t first = 0; first < left; first += 4) {
        const dmz_place *four[4];
        uint32_t numbers[4];
        for (size_t k = 0; k < 4; k++) {
            four[k] = places + asked[first + k];
            numbers[k] = contenders[asked[first + k]].numbers[0];
        }
        FourPlaces p;
        read_places(four, p);
        FourFeet found;
        find_four(line, p, numbers, is_bent, found);
        for (size_t k = 0; k < 4 && first + k < left; k++) {
            const size_t i = asked[first + k];
            const Numbers &own = contenders[i];
            take(found, k, feet[i]);
            const uint32_t last = own.numbers[own.count - 1];
            const bool is_end = (own.count == 2) & (found.is_end[k] != 0) &
                (last == uint32_t(line->bows[numbers[k]].next));
            if ((own.count == 1) | is_end) {
                find_segment(line, found.t[k], int32_t(numbers[k]), feet[i]);
            } else {
                Best best = {feet[i], found.t[k], int32_t(numbers[k])};
                find_nearest(line, places + i, own, is_bent, best);
                feet[i] = best.foot;
                find_segment(line, best.t, best.piece, feet[i]);
            }
        }
    }
}

BODY void find_feet(
    const dmz_line *line, const dmz_place *places, const dmz_runs *candidates, size_t count,
    const dmz_limits *limits, size_t most, void *memory, dmz_squares *squares, dmz_foot *feet)
{
    const Room room(memory, most);
    if (line->is_bent) {
        find_feet_of_kind(line, places, candidates, count, limits, room, squares, feet, true);
    } else {
        find_feet_of_kind(line, places, candidates, count, limits, room, squares, feet, false);
    }
}

} // namespace

size_t dmz_room_for_feet(size_t eights) { return Room::size(eights); }

COMPILE_TWICE(
    void, find_feet,
    (const dmz_line *line, const dmz_place *places, const dmz_runs *candidates, size_t count,
     const dmz_limits *limits, size_t most, void *memory, dmz_squares *squares, dmz_foot *feet),
    (line, places, candidates, count, limits, most, memory, squares, feet))
