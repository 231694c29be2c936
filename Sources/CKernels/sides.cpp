#include "four_pieces.h"

namespace {

/// The sides of the pieces' courses that positions within `reach` of a place may be on, as masks.
BODY void find_sides(
    const FourChords &c, const FourBows &w, const FourPlaces &p, const f64x4 &t,
    const f64x4 &reach, i64x4 &left, i64x4 &right)
{
    f64x4 x, y, z;
    offset(c, w, p, t, x, y, z);
    // Upwards, not of length 1.
    const f64x4 nx = p.x - x, ny = p.y - y, nz = (p.z - z) * (1 / (1 - SQUARED_ECCENTRICITY));
    const f64x4 bow = 1 - 2 * t;
    const f64x4 off = (y * nz - z * ny) * (c.ux + bow * w.x) +
        (z * nx - x * nz) * (c.uy + bow * w.y) + (x * ny - y * nx) * (c.uz + bow * w.z);
    const i64x4 is_beside =
        off * off * c.inverse <= reach * reach * (nx * nx + ny * ny + nz * nz);
    left = is_beside | (off > 0);
    right = is_beside | ~(off > 0);
}

/// The sides that the vertices after pieces show: those of both edges, and where they differ the outer
/// one.
BODY void find_vertex_sides(
    const dmz_line *line, const FourChords &c, const FourBows &w, const FourLinks &links,
    const uint32_t *numbers, const FourPlaces &p, const f64x4 &reach, i64x4 &left, i64x4 &right)
{
    const f64x4 start = {0, 0, 0, 0}, end = {1, 1, 1, 1};
    i64x4 left_before, right_before, left_after, right_after;
    find_sides(c, w, p, end, reach, left_before, right_before);
    uint32_t after[4];
    FourChords next;
    FourBows next_bow;
    read_beside(line, links.next, numbers, after, next, next_bow);
    find_sides(next, next_bow, p, start, reach, left_after, right_after);
    const i64x4 turns = __builtin_convertvector(links.turn, i64x4);
    const i64x4 differ = (left_before & right_after) | (right_before & left_after);
    const i64x4 is_back = turns == DMZ_BACK;
    left = (left_before & left_after) | (differ & (turns != DMZ_LEFT)) | is_back;
    right = (right_before & right_after) | (differ & (turns != DMZ_RIGHT)) | is_back;
}

struct Shown {
    i64x4 left, right, is_alongside, is_beyond;
};

/// Adds what four pieces show to all positions within a radius of a place.
BODY void add(
    const dmz_line *line, const uint32_t *numbers, const FourPlaces &p, double radius, Shown &shown)
{
    FourChords c;
    FourBows w;
    FourLinks links;
    read(line->chords, numbers, c);
    read(line->bows, numbers, w);
    read(line->bows, numbers, links);
    const f64x4 start = {0, 0, 0, 0}, end = {1, 1, 1, 1};
    f64x4 raw, t, squared;
    parameter(c, p, raw);
    clamp(raw, t);
    square(c, {p.x[0], p.y[0], p.z[0]}, squared);
    const f64x4 distance = __builtin_elementwise_sqrt(squared);
    const f64x4 angle = distance * (1 / MEAN_RADIUS);
    // Feet move a little more than positions where perpendiculars come together, a bent edge's foot lies
    // off its chord's, and a chord's foot off by its tilt.
    f64x4 reach = radius * (1.01 + angle * angle) + line->sideways_least +
        line->sideways_cubic * distance * distance * distance + angle * angle * c.half;
    if (line->is_bent) reach += distance * line->sag * 4 / (c.half > end ? c.half : end);
    const f64x4 along = raw * 2 * c.half, past = along - 2 * c.half;
    const i64x4 is_last = __builtin_convertvector(links.next, i64x4) < 0;
    const i64x4 is_first = __builtin_convertvector(links.previous, i64x4) < 0;

    i64x4 left, right;
    const i64x4 is_within = (along >= -reach) & (past <= reach);
    find_sides(c, w, p, t, reach, left, right);
    shown.left |= is_within & left;
    shown.right |= is_within & right;
    const i64x4 is_at_end = past >= -reach, is_at_vertex = is_at_end & ~is_last;
    shown.is_alongside |= is_within | is_at_vertex;
    if (any(is_at_vertex)) {
        find_vertex_sides(line, c, w, links, numbers, p, reach, left, right);
        shown.left |= is_at_vertex & left;
        shown.right |= is_at_vertex & right;
    }
    const i64x4 is_past_end = is_at_end & is_last, is_past_start = is_first & (along <= reach);
    if (any(is_past_end | is_past_start)) {
        shown.is_beyond |= is_past_end | is_past_start;
        shown.is_alongside |= (is_past_end & (past < reach)) | (is_past_start & (along > -reach));
        find_sides(c, w, p, end, reach, left, right);
        shown.left |= is_past_end & left;
        shown.right |= is_past_end & right;
        find_sides(c, w, p, start, reach, left, right);
        shown.left |= is_past_start & left;
        shown.right |= is_past_start & right;
    }
    const i64x4 is_rough = __builtin_convertvector(links.is_rough, i64x4) != 0;
    shown.left |= is_rough;
    shown.right |= is_rough;
}

BODY dmz_shown shown_sides(
    const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place,
    double radius)
{
    const i64x4 none = {0, 0, 0, 0};
    const f64x4 zero = {0, 0, 0, 0};
    const FourPlaces p = {
        zero + place->x, zero + place->y, zero + place->z, zero + place->nx, zero + place->ny,
        zero + place->nz};
    Shown shown = {none, none, none, none};
    for (size_t i = 0; i < count; i += 4) {
        uint32_t four[4];
        for (size_t k = 0; k < 4; k++) four[k] = numbers[i + k < count ? i + k : i];
        add(line, four, p, radius, shown);
        if (any(shown.left) & any(shown.right)) break;
    }
    return {any(shown.left), any(shown.right), any(shown.is_alongside), any(shown.is_beyond)};
}

} // namespace

COMPILE_TWICE(
    dmz_shown, shown_sides,
    (const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place,
     double radius),
    (line, numbers, count, place, radius))
