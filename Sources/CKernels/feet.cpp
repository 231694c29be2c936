#include "ellipsoid.h"
#include "four_chords.h"

#include <cmath>

namespace {

// So many places are measured together; chords are fetched so many eights ahead.
enum { TOGETHER = 64, AHEAD = 8 };

enum { RUN_BITS = 8, RUN_MASK = (1 << RUN_BITS) - 1, FIRST_MASK = (1 << 22) - 1, AT_ONCE = 4 };

/// Memory for what is measured for some places, one place after the other.
struct Room {
    /// The squares of the distances to chords.
    float *squares;
    /// The numbers of their eights, and of the places asked.
    uint32_t *eights, *owners;
    /// Which of these hold contenders, which contenders, and the contenders.
    uint32_t *hits, *masks, *pieces;

    static size_t size(size_t eights)
    {
        return (eights + AT_ONCE) * (8 * sizeof(float) + 12 * sizeof(uint32_t));
    }

    Room(void *memory, size_t eights)
    {
        const size_t most = eights + AT_ONCE;
        squares = (float *)memory;
        this->eights = (uint32_t *)(squares + 8 * most);
        owners = this->eights + most;
        hits = owners + most;
        masks = hits + most;
        pieces = masks + most;
    }
};

/// Lists the eights of all runs, and the places that they are candidates for.
BODY size_t list(const dmz_runs *candidates, size_t count, const Room &room)
{
    size_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        for (size_t r = 0; r < candidates[i].count; r++) {
            const uint32_t first = candidates[i].runs[r] >> RUN_BITS & FIRST_MASK;
            const uint32_t length = candidates[i].runs[r] & RUN_MASK;
            // So many are written whether they are there or not, which leaves little to foresee.
            for (uint32_t k = 0; k < length; k += AT_ONCE) {
                for (uint32_t j = 0; j < AT_ONCE; j++) {
                    room.eights[found + k + j] = first + k + j;
                    room.owners[found + k + j] = i;
                }
            }
            found += length;
        }
    }
    return found;
}

BODY float least_of(const f32x8 &eight)
{
    f32x8 other = __builtin_shufflevector(eight, eight, 4, 5, 6, 7, 0, 1, 2, 3);
    f32x8 least = other < eight ? other : eight;
    other = __builtin_shufflevector(least, least, 2, 3, 0, 1, 6, 7, 4, 5);
    least = other < least ? other : least;
    return least[1] < least[0] ? least[1] : least[0];
}

/// The squares of the distances from a point to eight chords.
BODY void square(const dmz_eight_chords *eight, const dmz_place &p, f32x8 &squared)
{
    f32x8 ax, ay, az, inverse, ux, uy, uz;
    memcpy(&ax, eight->ax, sizeof ax);
    memcpy(&ay, eight->ay, sizeof ay);
    memcpy(&az, eight->az, sizeof az);
    memcpy(&inverse, eight->inverse, sizeof inverse);
    memcpy(&ux, eight->ux, sizeof ux);
    memcpy(&uy, eight->uy, sizeof uy);
    memcpy(&uz, eight->uz, sizeof uz);
    const f32x8 zero = {0, 0, 0, 0, 0, 0, 0, 0}, one = zero + 1;
    const f32x8 x = float(p.x - double(eight->x)) - ax, y = float(p.y - double(eight->y)) - ay;
    const f32x8 z = float(p.z - double(eight->z)) - az;
    f32x8 t = (x * ux + y * uy + z * uz) * inverse;
    t = t > zero ? t : zero;
    t = t < one ? t : one;
    const f32x8 dx = x - t * ux, dy = y - t * uy, dz = z - t * uz;
    squared = dx * dx + dy * dy + dz * dz;
}

/// What is measured in single precision of places: squares of distances to chords of which one is the
/// least, and by how much distances may be off.
struct Measured {
    f32x8 least[TOGETHER];
    float slack[TOGETHER];
};

/// The share by which distances measured may be off, beside the slack.
const double SHARE = 1e-6;

/// The squares of the distances from places to the chords listed for them, and the least of each place.
BODY void measure(
    const dmz_line *line, const dmz_place *places, size_t listed, const Room &room,
    Measured &measured)
{
    for (size_t k = 0; k < listed; k++) {
        const size_t ahead = k + AHEAD < listed ? k + AHEAD : k;
        const char *next = (const char *)(line->eights + room.eights[ahead]);
        for (size_t at = 0; at < sizeof *line->eights; at += 64) __builtin_prefetch(next + at);
        const dmz_eight_chords *eight = line->eights + room.eights[k];
        const uint32_t owner = room.owners[k];
        f32x8 squared;
        square(eight, places[owner], squared);
        memcpy(room.squares + 8 * k, &squared, sizeof squared);
        f32x8 &least = measured.least[owner];
        least = squared < least ? squared : least;
        float &slack = measured.slack[owner];
        slack = eight->slack > slack ? eight->slack : slack;
    }
}

/// Pieces that contend for being nearest to a place.
struct Numbers {
    const uint32_t *numbers;
    size_t count;
};

/// Bounds of the squares of the least distances of four places, and those up to which chords contend for
/// being nearest.
BODY void find_reach(
    const dmz_line *line, const f64x4 &least, const f64x4 &slack, f64x4 &low, f64x4 &high,
    f64x4 &greatest)
{
    const f64x4 zero = {0, 0, 0, 0}, found = __builtin_elementwise_sqrt(least);
    low = found * (1 - SHARE) - slack;
    low = low > zero ? low : zero;
    high = found * (1 + SHARE) + slack;
    const f64x4 distance = high + line->sag;
    const f64x4 reach = distance + line->spread * distance * distance * distance + line->slack;
    const f64x4 widest = reach * (1 + 2 * SHARE) + slack;
    low *= low;
    high *= high;
    greatest = widest * widest;
}

/// Of the chords listed for places those that contend for being nearest: those that may be nearer than
/// `slack` + d + `spread` d^3, with d the least distance and `sag` more. Places whose least square is
/// certainly below or above their limits have none.
BODY void contend(
    const dmz_line *line, size_t listed, const Room &room, const Measured &measured,
    const dmz_limits *limits, size_t count, dmz_squares *squares, Numbers *contenders)
{
    float greatest[TOGETHER + 3];
    for (size_t i = 0; i < count; i += 4) {
        f64x4 least = {0, 0, 0, 0}, slack = {0, 0, 0, 0}, low, high, reach;
        for (size_t k = 0; k < 4 && i + k < count; k++) {
            least[k] = least_of(measured.least[i + k]);
            slack[k] = measured.slack[i + k];
        }
        find_reach(line, least, slack, low, high, reach);
        for (size_t k = 0; k < 4 && i + k < count; k++) {
            squares[i + k] = {low[k], high[k]};
            const dmz_limits &own = limits[i + k];
            const bool is_asked = (high[k] >= own.below) & (low[k] <= own.above);
            greatest[i + k] = is_asked ? float(reach[k]) : -1;
        }
    }
    size_t hits = 0, found = 0;
    for (size_t k = 0; k < listed; k++) {
        f32x8 squared;
        memcpy(&squared, room.squares + 8 * k, sizeof squared);
        const b8 is_kept = __builtin_convertvector(squared <= greatest[room.owners[k]], b8);
        uint8_t mask;
        memcpy(&mask, &is_kept, sizeof mask);
        room.hits[hits] = uint32_t(k);
        room.masks[hits] = mask;
        hits += mask != 0;
    }
    size_t counts[TOGETHER] = {0};
    for (size_t h = 0; h < hits; h++) {
        const uint32_t k = room.hits[h], first = line->eights[room.eights[k]].first;
        const size_t before = found;
        for (uint32_t mask = room.masks[h]; mask != 0; mask &= mask - 1) {
            const uint32_t number = first + uint32_t(__builtin_ctz(mask));
            room.pieces[found++] = number;
            __builtin_prefetch(line->chords + number);
            __builtin_prefetch(line->bows + number);
        }
        counts[room.owners[k]] += found - before;
    }
    const uint32_t *first = room.pieces;
    for (size_t i = 0; i < count; i++) {
        contenders[i] = {first, counts[i]};
        first += counts[i];
    }
}

struct FourPlaces {
    f64x4 x, y, z, nx, ny, nz;
};

struct FourBows {
    f64x4 x, y, z;
};

/// What four places show, as masks.
struct FourSides {
    i64x4 is_known, is_left;
};

BODY void read(const dmz_bow *bows, const uint32_t *numbers, FourBows &four)
{
    f64x4 rows[4], rest;
    for (size_t k = 0; k < 4; k++) memcpy(rows + k, bows + numbers[k], sizeof *rows);
    turn(rows, four.x, four.y, four.z, rest);
}

/// Which pieces are before and after four others, how the line turns there, and what is rough.
struct FourLinks {
    i32x4 previous, next, turn, is_rough;
};

BODY void read(const dmz_bow *bows, const uint32_t *numbers, FourLinks &four)
{
    i32x4 rows[4];
    for (size_t k = 0; k < 4; k++) memcpy(rows + k, &bows[numbers[k]].previous, sizeof *rows);
    const i32x4 low01 = __builtin_shufflevector(rows[0], rows[1], 0, 4, 1, 5);
    const i32x4 low23 = __builtin_shufflevector(rows[2], rows[3], 0, 4, 1, 5);
    const i32x4 high01 = __builtin_shufflevector(rows[0], rows[1], 2, 6, 3, 7);
    const i32x4 high23 = __builtin_shufflevector(rows[2], rows[3], 2, 6, 3, 7);
    four.previous = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
    four.next = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
    four.turn = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
    four.is_rough = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
}

/// The numbers of the pieces beside four others, or their own where there are none.
BODY void find_others(const i32x4 &beside, const uint32_t *numbers, uint32_t *others)
{
    i32x4 own;
    memcpy(&own, numbers, sizeof own);
    const i32x4 found = beside < 0 ? own : beside;
    memcpy(others, &found, sizeof found);
}

BODY void parameter(const FourChords &c, const FourPlaces &p, f64x4 &raw)
{
    raw = ((p.x - c.ax) * c.ux + (p.y - c.ay) * c.uy + (p.z - c.az) * c.uz) * c.inverse;
}

BODY void clamp(const f64x4 &raw, f64x4 &t)
{
    const f64x4 zero = {0, 0, 0, 0}, one = {1, 1, 1, 1};
    t = raw < one ? raw : one;
    t = raw > zero ? t : zero;
}

/// The vectors from the places at parameters to points.
BODY void offset(
    const FourChords &c, const FourBows &w, const FourPlaces &p, const f64x4 &t, f64x4 &x,
    f64x4 &y, f64x4 &z)
{
    const f64x4 lift = t * (1 - t);
    x = p.x - c.ax - t * c.ux - lift * w.x;
    y = p.y - c.ay - t * c.uy - lift * w.y;
    z = p.z - c.az - t * c.uz - lift * w.z;
}

/// The parameters of the nearest places, not yet brought to 0...1: on the chords, or where edges bend
/// on the parabolas by a step of Newton's from there.
BODY void find_parameter(
    const FourChords &c, const FourBows &w, const FourPlaces &p, bool is_bent, f64x4 &raw)
{
    parameter(c, p, raw);
    if (!is_bent) return;
    f64x4 t, x, y, z;
    clamp(raw, t);
    offset(c, w, p, t, x, y, z);
    const f64x4 bow = 1 - 2 * t;
    const f64x4 vx = c.ux + bow * w.x, vy = c.uy + bow * w.y, vz = c.uz + bow * w.z;
    const f64x4 slope =
        vx * vx + vy * vy + vz * vz + 2 * (x * w.x + y * w.y + z * w.z);
    raw = slope > 0 ? t + (x * vx + y * vy + z * vz) / slope : raw;
}

/// How far in metres offsets to the side may be off.
BODY void find_side_slack(
    const dmz_line *line, const FourChords &c, const f64x4 &distance, bool is_bent, f64x4 &slack)
{
    slack = line->sideways_least + line->sideways_cubic * distance * distance * distance;
    if (!is_bent) return;
    // Along edges that are no geodesics the parabola may leave the edge by 2e-5 m at its quarters.
    // A cubic term that does turns its direction at the ends by 16/3 of that over half the length;
    // three times as much is allowed.
    const f64x4 least = {1e-3, 1e-3, 1e-3, 1e-3};
    const f64x4 half = c.half > least ? c.half : least;
    slack += distance * 3.2e-4 / half;
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

BODY bool any(const i64x4 &mask) { return __builtin_reduce_or(mask) != 0; }

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
        find_others(links.next, numbers, after);
        read(line->chords, after, other);
        read(line->bows, after, other_bow);
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
        find_others(links.previous, numbers, before);
        read(line->chords, before, other);
        read(line->bows, before, other_bow);
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
        if (near.foot.is_left != far.foot.is_left) near.foot.is_left = -1;
        if (near.foot.is_beyond_end != far.foot.is_beyond_end) near.foot.is_beyond_end = -1;
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
        feet[i] = {INFINITY, INFINITY, 0, 0, -1, -1, candidates[i].runs != nullptr};
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
