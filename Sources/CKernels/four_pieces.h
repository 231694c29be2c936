// Pieces of lines, four by four.
#ifndef FOUR_PIECES_H
#define FOUR_PIECES_H

#include "ellipsoid.h"
#include "four_chords.h"

namespace {

struct FourPlaces {
    f64x4 x, y, z, nx, ny, nz;
};

struct FourBows {
    f64x4 x, y, z;
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

/// The pieces beside four others, as `links` names them, and their numbers.
BODY void read_beside(
    const dmz_line *line, const i32x4 &links, const uint32_t *numbers, uint32_t *others,
    FourChords &chords, FourBows &bows)
{
    find_others(links, numbers, others);
    read(line->chords, others, chords);
    read(line->bows, others, bows);
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

} // namespace

#endif
