#include "ckernels.h"
#include "vectors.h"

#include <cmath>
#include <cstring>

namespace {

// Positions are looked up in runs, each step for all of a run, so that the memory's answers overlap.
enum { RUN = 1024, LANES = 8 };

// Columns and rows counted from 1; 0 and the one after the last are outside, as is what is no number.
BODY void place(
    const f64x4 &p, const f64x4 &origin, const f64x4 &scale, const f64x4 &beyond, bool is_plain,
    i32x4 &found)
{
    f64x4 off = p - origin;
    if (!is_plain) {
        const f64x4 greatest = {180, 90, 180, 90};
        const f64x4 turn = {360, 0, 360, 0};
        const f64x4 whole = {360, INFINITY, 360, INFINITY};
        i64x4 on_globe = (p <= greatest) & (p >= -greatest);
        on_globe &= __builtin_shufflevector(on_globe, on_globe, 1, 0, 3, 2);
        off = off < 0 ? off + turn : off;
        off = off >= whole ? off - turn : off;
        off = on_globe ? off : greatest * double(NAN);
    }
    const f64x4 none = {0, 0, 0, 0};
    f64x4 number = off * scale + 1;
    number = number > none ? number : none;
    number = number < beyond ? number : beyond;
    found = __builtin_convertvector(number, i32x4);
}

// The number of each position's cell and, in the lowest bits, of its place in the cell's block; the
// cell after the last for those outside the frame.
BODY void locate(
    const dmz_cells *g, const dmz_position *positions, uint32_t *places, bool is_plain)
{
    const uint32_t b = g->block_bits, c = g->column_bits, r = g->row_bits;
    const double columns = double(UINT32_C(1) << (c + b)), rows = (double)(UINT32_C(1) << (r + b));
    const f64x4 origin = {g->west, g->south, g->west, g->south};
    const f64x4 scale = {
        g->columns_per_degree, g->rows_per_degree, g->columns_per_degree, g->rows_per_degree};
    const f64x4 beyond = {columns + 1, rows + 1, columns + 1, rows + 1};
    i32x4 v[4];
    for (int k = 0; k < 4; k++) {
        f64x4 p;
        memcpy(&p, positions + 2 * k, sizeof p);
        place(p, origin, scale, beyond, is_plain, v[k]);
    }
    const i32x8 lower = __builtin_shufflevector(v[0], v[1], 0, 1, 2, 3, 4, 5, 6, 7);
    const i32x8 upper = __builtin_shufflevector(v[2], v[3], 0, 1, 2, 3, 4, 5, 6, 7);
    // Columns and rows apart, of the positions 0, 1, 4, 5, 2, 3, 6, 7.
    const u32x8 x = (u32x8)__builtin_shufflevector(lower, upper, 0, 2, 8, 10, 4, 6, 12, 14) - 1;
    const u32x8 y = (u32x8)__builtin_shufflevector(lower, upper, 1, 3, 9, 11, 5, 7, 13, 15) - 1;
    const uint32_t mask = (UINT32_C(1) << b) - 1;
    const u32x8 number = (y & ~mask) << (b + c) | (x & ~mask) << b | (y & mask) << b | (x & mask);
    // What is outside has its highest bit set in one of these.
    const u32x8 signs =
        x | y | (((UINT32_C(1) << (c + b)) - 1) - x) | (((UINT32_C(1) << (r + b)) - 1) - y);
    const u32x8 outside = (u32x8)((i32x8)signs >> 31);
    const u32x8 found = (number & ~outside) | ((UINT32_C(1) << (c + r + 2 * b)) & outside);
    const u32x8 ordered = __builtin_shufflevector(found, found, 0, 1, 4, 5, 2, 3, 6, 7);
    memcpy(places, &ordered, sizeof ordered);
}

BODY void locate_run(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *places, bool is_plain)
{
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) locate(g, positions + i, places + i, is_plain);
    if (i < count) {
        dmz_position last[LANES];
        for (size_t k = 0; k < LANES; k++) last[k] = positions[i + k < count ? i + k : i];
        locate(g, last, places + i, is_plain);
    }
}

// The labels of cells, and the numbers of those that hold none.
BODY size_t gather(
    const dmz_cells *g, const uint32_t *places, size_t count, uint32_t *labels, uint32_t *in_blocks)
{
    const uint32_t shift = 2 * g->block_bits;
    const uint16_t *cells = g->cells;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t cell = cells[places[i] >> shift];
        labels[i] = cell;
        in_blocks[found] = (uint32_t)i;
        found += cell >> 15;
    }
    return found;
}

// Where the code of each position's cell in its block is, and the block. Nothing is branched on: what
// comes cannot be foreseen.
BODY void find_codes(
    const dmz_cells *g, const uint32_t *places, const uint32_t *in_blocks, size_t count,
    const uint32_t *labels, uint32_t *blocks, uint32_t *codes)
{
    const uint32_t b = g->block_bits, shift = 2 * b, row_shift = shift + g->column_bits;
    const uint32_t mask = (UINT32_C(1) << b) - 1;
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = in_blocks[k], at = places[i];
        const uint32_t number = g->row_blocks[at >> row_shift] + (labels[i] & 0x7fff);
        const dmz_block *block = g->blocks + number;
        const uint32_t bits = block->bits, skipped = b - bits;
        const uint32_t cell = (at >> b & mask) >> skipped << bits | (at & mask) >> skipped;
        blocks[k] = number;
        codes[k] = block->codes + cell;
        __builtin_prefetch(g->codes + codes[k]);
    }
}

// The labels of cells in blocks; lists those that hold none.
BODY size_t gather_in_blocks(
    const dmz_cells *g, const uint32_t *in_blocks, size_t count, const uint32_t *blocks,
    const uint32_t *codes, uint32_t *labels, dmz_pending *opens)
{
    size_t found = 0;
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = in_blocks[k], code = g->codes[codes[k]];
        const dmz_block *block = g->blocks + blocks[k];
        const uint32_t is_open = code >> 15;
        labels[i] = g->palette[block->palette + (code & (is_open - 1))];
        opens[found].number = i;
        opens[found].open = block->opens + code - DMZ_FIRST_OPEN;
        __builtin_prefetch(g->opens + opens[found].open);
        found += is_open;
    }
    return found;
}

// The labels of positions on either side of what cuts their cells; lists those beside it, numbered
// from `first` on.
BODY size_t take_sides(
    const dmz_cells *g, const dmz_position *positions, const uint32_t *places,
    const dmz_pending *opens, size_t count, uint32_t *labels, dmz_pending *pending, uint32_t first)
{
    const uint32_t shift = 2 * g->block_bits;
    const uint32_t columns = (UINT32_C(1) << g->column_bits) - 1;
    const double scale = 1 / double(UINT32_C(1) << g->block_bits);
    const double per_column = g->columns_per_degree * scale, per_row = g->rows_per_degree * scale;
    size_t found = 0;
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = opens[k].number, cell = places[i] >> shift;
        const dmz_open_cell *open = g->opens + opens[k].open;
        double east = positions[i].longitude - g->west;
        if (!g->is_plain) {
            east += east < 0 ? 360 : 0;
            east -= east >= 360 ? 360 : 0;
        }
        const double north = positions[i].latitude - g->south;
        const float x = float(east * per_column - double(int32_t(cell & columns)));
        const float y = float(north * per_row - double(int32_t(cell >> g->column_bits)));
        const float at = open->a * x + open->b * y;
        const uint32_t is_high = at > open->high;
        const uint32_t decided = 0u - ((at < open->low) | is_high), leaf = 0u - (open->entry >> 31);
        // What is not decided reads the first label.
        const uint32_t table = uint32_t(g->tables[open->entry & DMZ_DECIDER & decided & ~leaf]);
        labels[i] = g->labels[((open->run & leaf) + (table & ~leaf) + is_high) & decided];
        pending[found].number = first + i;
        pending[found].open = opens[k].open;
        found += uint32_t(decided + 1);
    }
    return found;
}

BODY size_t label(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *labels,
    dmz_pending *pending)
{
    uint32_t places[RUN + LANES], in_blocks[RUN + 1], blocks[RUN], codes[RUN];
    dmz_pending opens[RUN + 1];
    size_t found = 0;
    for (size_t first = 0; first < count; first += RUN) {
        const size_t length = count - first < RUN ? count - first : RUN;
        if (g->is_plain) {
            locate_run(g, positions + first, length, places, true);
        } else {
            locate_run(g, positions + first, length, places, false);
        }
        const size_t within = gather(g, places, length, labels + first, in_blocks);
        find_codes(g, places, in_blocks, within, labels + first, blocks, codes);
        const size_t open =
            gather_in_blocks(g, in_blocks, within, blocks, codes, labels + first, opens);
        found += take_sides(
            g, positions + first, places, opens, open, labels + first, pending + found,
            (uint32_t)first);
    }
    return found;
}

size_t label_plain(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *labels,
    dmz_pending *pending)
{
    return label(g, positions, count, labels, pending);
}

WIDE size_t label_wide(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *labels,
    dmz_pending *pending)
{
    return label(g, positions, count, labels, pending);
}

} // namespace

size_t dmz_label(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *labels,
    dmz_pending *pending)
{
    return has_wide() ? label_wide(g, positions, count, labels, pending)
                      : label_plain(g, positions, count, labels, pending);
}
