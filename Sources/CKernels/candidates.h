// Candidates for being nearest, measured in single precision, and which of them contend for it.
#ifndef CANDIDATES_H
#define CANDIDATES_H

#include "ckernels.h"
#include "vectors.h"

#include <cmath>
#include <cstddef>
#include <cstring>

namespace {

// So many places are measured together; chords are fetched so many eights ahead.
enum { TOGETHER = 64, AHEAD = 8 };

enum {
    RUN_MASK = (1 << DMZ_RUN_COUNT_BITS) - 1,
    FIRST_MASK = (1 << DMZ_RUN_FIRST_BITS) - 1,
    AT_ONCE = 8
};

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
    const u32x8 counted = {0, 1, 2, 3, 4, 5, 6, 7};
    size_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        const u32x8 owner = u32x8{} + i;
        for (size_t r = 0; r < candidates[i].count; r++) {
            const uint32_t first = candidates[i].runs[r] >> DMZ_RUN_COUNT_BITS & FIRST_MASK;
            const uint32_t length = candidates[i].runs[r] & RUN_MASK;
            // So many are written whether they are there or not, which leaves little to foresee.
            for (uint32_t k = 0; k < length; k += AT_ONCE) {
                const u32x8 eights = counted + (first + k);
                memcpy(room.eights + found + k, &eights, sizeof eights);
                memcpy(room.owners + found + k, &owner, sizeof owner);
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
    low = found * (1 - DMZ_SINGLE_SHARE) - slack;
    low = low > zero ? low : zero;
    high = found * (1 + DMZ_SINGLE_SHARE) + slack;
    const f64x4 distance = high + line->sag;
    const f64x4 reach = distance + line->spread * distance * distance * distance + line->slack;
    const f64x4 widest = reach * (1 + 2 * DMZ_SINGLE_SHARE) + slack;
    low *= low;
    high *= high;
    greatest = widest * widest;
}

/// Notes the piece of the lowest bit of a mask of pieces from the first on, and fetches it.
BODY void note(
    const dmz_line *line, uint32_t first, uint32_t mask, const Room &room, size_t &found)
{
    const uint32_t number = first + uint32_t(__builtin_ctz(mask));
    room.pieces[found++] = number;
    __builtin_prefetch(line->chords + number);
    __builtin_prefetch(line->bows + number);
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
        uint32_t mask = room.masks[h];
        note(line, first, mask, room, found);
        // A second is noted whether it is there or not, as above; few eights hold more.
        mask &= mask - 1;
        const bool is_more = mask != 0;
        note(line, first, mask | uint32_t(!is_more), room, found);
        found -= !is_more;
        for (mask &= mask - 1; is_more && mask != 0; mask &= mask - 1) {
            note(line, first, mask, room, found);
        }
        counts[room.owners[k]] += found - before;
    }
    const uint32_t *first = room.pieces;
    for (size_t i = 0; i < count; i++) {
        contenders[i] = {first, counts[i]};
        first += counts[i];
    }
}

} // namespace

#endif
