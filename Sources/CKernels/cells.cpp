#include "ckernels.h"
#include "vectors.h"

#include <cmath>
#include <cstring>

namespace {

// Positions are looked up in batches, each step for all of a batch, so that the memory's answers overlap.
// Batches are short enough for what is noted of them to stay in the first cache.
enum { BATCH = 512, LANES = 8, FOUR = 4 };

// Columns and rows counted from 1; 0 and the one after the last are outside, as is what is no number.
BODY void number_axes(
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

// The slot of each position: the number of its cell and, in the lowest bits, that of the smallest cell
// within the cell's block; for those outside the frame the cell after the last.
BODY void locate(
    const dmz_cells *g, const dmz_position *positions, uint32_t *slots, bool is_plain)
{
    const uint32_t b = g->block_bits, c = g->column_bits, r = g->row_bits;
    const double columns = double(UINT32_C(1) << (c + b)), rows = double(UINT32_C(1) << (r + b));
    const f64x4 origin = {g->west, g->south, g->west, g->south};
    const f64x4 scale = {
        g->columns_per_degree, g->rows_per_degree, g->columns_per_degree, g->rows_per_degree};
    const f64x4 beyond = {columns + 1, rows + 1, columns + 1, rows + 1};
    i32x4 v[4];
    for (int k = 0; k < 4; k++) {
        f64x4 p;
        memcpy(&p, positions + 2 * k, sizeof p);
        number_axes(p, origin, scale, beyond, is_plain, v[k]);
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
    memcpy(slots, &ordered, sizeof ordered);
}

BODY void locate_in(
    const dmz_cells *g, const dmz_position *positions, size_t count, bool is_plain, uint32_t *slots)
{
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) locate(g, positions + i, slots + i, is_plain);
    if (i < count) {
        dmz_position last[LANES];
        for (size_t k = 0; k < LANES; k++) last[k] = positions[i + k < count ? i + k : i];
        locate(g, last, slots + i, is_plain);
    }
}

BODY void locate_batch(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *slots)
{
    if (g->is_plain) {
        locate_in(g, positions, count, true, slots);
    } else {
        locate_in(g, positions, count, false, slots);
    }
}

/// The label of positions that are not on the globe. Frames hold none of them.
BODY void mark_unusable(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *labels)
{
    for (size_t i = 0; i < count; i++) {
        const dmz_position &p = positions[i];
        const bool is_on_globe = (p.longitude >= -180) & (p.longitude <= 180) &
            (p.latitude >= -90) & (p.latitude <= 90);
        labels[i] = is_on_globe ? labels[i] : g->unusable_label;
    }
}

/// Positions of a batch that are in blocks; three more are read than there are.
struct InBlocks {
    /// Their numbers in the batch.
    uint32_t numbers[BATCH + FOUR];
    uint32_t slots[BATCH + FOUR], blocks[BATCH + FOUR];
    /// Where the code of each one's cell is, and the numbers of its block's first open cell and label.
    uint32_t codes[BATCH + FOUR], opens[BATCH + FOUR], palettes[BATCH + FOUR];
};

// The labels of cells, and the numbers of those that hold none. The next batch's positions are fetched
// meanwhile.
BODY size_t gather(
    const dmz_cells *g, const dmz_position *positions, const uint32_t *slots, size_t count,
    uint32_t *labels, uint32_t *in_blocks)
{
    const uint32_t outside = UINT32_C(1) << (g->column_bits + g->row_bits + 2 * g->block_bits);
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++) most = slots[i] > most ? slots[i] : most;
    const uint32_t shift = 2 * g->block_bits;
    const uint16_t *cells = g->cells;
    size_t found = 0, i = 0;
    for (; i + FOUR <= count; i += FOUR) {
        __builtin_prefetch((const void *)(uintptr_t(positions) + (count + i) * sizeof *positions));
        for (size_t k = i; k < i + FOUR; k++) {
            const uint32_t cell = cells[slots[k] >> shift];
            labels[k] = cell;
            in_blocks[found] = uint32_t(k);
            found += cell >> 15;
        }
    }
    for (; i < count; i++) {
        const uint32_t cell = cells[slots[i] >> shift];
        labels[i] = cell;
        in_blocks[found] = uint32_t(i);
        found += cell >> 15;
    }
    if (most == outside) mark_unusable(g, positions, count, labels);
    return found;
}

/// Fills up to a multiple of four what is read by fours.
template <typename T> BODY void pad(T *list, size_t count, const T &with)
{
    for (size_t k = count; k < count + FOUR - 1; k++) list[k] = with;
}

/// Four rows of four numbers, column by column.
BODY void turn(const u32x4 *rows, u32x4 *columns)
{
    const u32x4 low01 = __builtin_shufflevector(rows[0], rows[1], 0, 4, 1, 5);
    const u32x4 high01 = __builtin_shufflevector(rows[0], rows[1], 2, 6, 3, 7);
    const u32x4 low23 = __builtin_shufflevector(rows[2], rows[3], 0, 4, 1, 5);
    const u32x4 high23 = __builtin_shufflevector(rows[2], rows[3], 2, 6, 3, 7);
    columns[0] = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
    columns[1] = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
    columns[2] = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
    columns[3] = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
}

// Where the code of each position's cell in its block is. Nothing is branched on: what comes cannot be
// foreseen.
BODY void find_codes(
    const dmz_cells *g, const uint32_t *slots, size_t count, const uint32_t *labels, InBlocks &in)
{
    const uint32_t b = g->block_bits, row_shift = 2 * b + g->column_bits;
    const uint32_t mask = (UINT32_C(1) << b) - 1;
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = in.numbers[k], at = slots[i];
        in.slots[k] = at;
        in.blocks[k] = g->row_blocks[at >> row_shift] + (labels[i] & 0x7fff);
        __builtin_prefetch(g->blocks + in.blocks[k]);
    }
    pad(in.slots, count, UINT32_C(0));
    pad(in.blocks, count, UINT32_C(0));
    for (size_t k = 0; k < count; k += FOUR) {
        u32x4 blocks[FOUR], fields[FOUR], at;
        for (size_t j = 0; j < FOUR; j++) {
            memcpy(blocks + j, g->blocks + in.blocks[k + j], sizeof *blocks);
        }
        turn(blocks, fields);
        memcpy(&at, in.slots + k, sizeof at);
        const u32x4 bits = fields[3], skipped = b - bits;
        const u32x4 code =
            fields[0] + ((at >> b & mask) >> skipped << bits | (at & mask) >> skipped);
        memcpy(in.codes + k, &code, sizeof code);
        memcpy(in.opens + k, fields + 1, sizeof *fields);
        memcpy(in.palettes + k, fields + 2, sizeof *fields);
        for (size_t j = 0; j < FOUR; j++) __builtin_prefetch(g->codes + in.codes[k + j]);
    }
}

// The labels of cells in blocks; lists those that hold none.
BODY size_t gather_in_blocks(
    const dmz_cells *g, const InBlocks &in, size_t count, uint32_t *labels, dmz_pending *opens)
{
    size_t found = 0;
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = in.numbers[k], code = g->codes[in.codes[k]], is_open = code >> 15;
        labels[i] = g->palette[in.palettes[k] + (code & (is_open - 1))];
        // Looking for a page that is not there would take longer than reading.
        const uint32_t open = (in.opens[k] + code - DMZ_FIRST_OPEN) & -is_open;
        opens[found].number = i;
        opens[found].open = open;
        __builtin_prefetch(g->opens + open);
        found += is_open;
    }
    return found;
}

/// What decides positions in four open cells.
struct FourCuts {
    f32x4 a, b, low, high;
    u32x4 entry, run_or_labels;
};

BODY void read(const dmz_cells *g, const dmz_pending *opens, FourCuts &four)
{
    u32x4 rows[FOUR], fields[FOUR];
    for (size_t j = 0; j < FOUR; j++) memcpy(rows + j, g->opens + opens[j].open, sizeof *rows);
    turn(rows, fields);
    const i32x4 slopes = (i32x4)fields[0], bounds = (i32x4)fields[1];
    four.a = __builtin_convertvector(slopes << 16 >> 16, f32x4);
    four.b = __builtin_convertvector(slopes >> 16, f32x4);
    four.low = __builtin_convertvector(bounds << 16 >> 16, f32x4);
    four.high = __builtin_convertvector(bounds >> 16, f32x4);
    four.entry = fields[2];
    four.run_or_labels = fields[3];
}

/// Where in their cells of the frame two positions lie, each coordinate from 0 to 1.
BODY void find_two_in_cells(
    const dmz_cells *g, const f64x4 &two, const i32x4 &cells, f64x4 &within)
{
    const double share = 1 / double(UINT32_C(1) << g->block_bits);
    const f64x4 origin = {g->west, g->south, g->west, g->south};
    const double columns = g->columns_per_degree * share, rows = g->rows_per_degree * share;
    const f64x4 scale = {columns, rows, columns, rows};
    f64x4 off = two - origin;
    if (!g->is_plain) {
        const f64x4 turn = {360, 0, 360, 0}, whole = {360, INFINITY, 360, INFINITY};
        off = off < 0 ? off + turn : off;
        off = off >= whole ? off - turn : off;
    }
    within = off * scale - __builtin_convertvector(cells, f64x4);
}

/// Where in their cells of the frame four positions of a batch lie; their slots lead to the cells.
BODY void find_four_in_cells(
    const dmz_cells *g, const dmz_position *positions, const uint32_t *numbers,
    const uint32_t *slots, f64x4 &x, f64x4 &y)
{
    const uint32_t columns = (UINT32_C(1) << g->column_bits) - 1;
    u32x4 at;
    f64x4 two[2];
    for (size_t j = 0; j < FOUR; j++) {
        at[j] = slots[numbers[j]];
        memcpy((dmz_position *)two + j, positions + numbers[j], sizeof *positions);
    }
    const u32x4 cell = at >> 2 * g->block_bits;
    const i32x4 column = (i32x4)(cell & columns), row = (i32x4)(cell >> g->column_bits);
    f64x4 low, high;
    find_two_in_cells(g, two[0], __builtin_shufflevector(column, row, 0, 4, 1, 5), low);
    find_two_in_cells(g, two[1], __builtin_shufflevector(column, row, 2, 6, 3, 7), high);
    x = __builtin_shufflevector(low, high, 0, 2, 4, 6);
    y = __builtin_shufflevector(low, high, 1, 3, 5, 7);
}

// The labels of positions on either side of what cuts their cells; lists those beside it, numbered
// from `first` on. `opens` has room for three more.
BODY size_t take_sides(
    const dmz_cells *g, const dmz_position *positions, const uint32_t *slots, dmz_pending *opens,
    size_t count, uint32_t *labels, dmz_pending *pending, uint32_t first)
{
    if (count == 0) return 0;
    pad(opens, count, opens[0]);
    size_t found = 0;
    for (size_t k = 0; k < count; k += FOUR) {
        FourCuts cut;
        read(g, opens + k, cut);
        uint32_t numbers[FOUR];
        for (size_t j = 0; j < FOUR; j++) numbers[j] = opens[k + j].number;
        f64x4 wide_x, wide_y;
        find_four_in_cells(g, positions, numbers, slots, wide_x, wide_y);
        const f32x4 x = __builtin_convertvector(wide_x, f32x4);
        const f32x4 y = __builtin_convertvector(wide_y, f32x4);
        const f32x4 value = cut.a * x + cut.b * y;
        const u32x4 is_high = (u32x4)(value > cut.high);
        const u32x4 decided = is_high | (u32x4)(value < cut.low);
        const u32x4 is_leaf = (u32x4)((i32x4)cut.entry >> 31);
        const u32x4 of_decider = g->sides + ((cut.entry & DMZ_DECIDER) << 2);
        const u32x4 lower = (cut.run_or_labels & is_leaf) | (of_decider & ~is_leaf);
        // What is not decided reads the first label.
        const u32x4 found_at = (lower - is_high) & decided, is_open = decided + 1;
        for (size_t j = 0; j < FOUR && k + j < count; j++) {
            const uint32_t i = opens[k + j].number;
            labels[i] = g->labels[found_at[j]];
            pending[found].number = first + i;
            pending[found].open = opens[k + j].open;
            found += is_open[j];
        }
    }
    return found;
}

BODY size_t label(
    const dmz_cells *g, const dmz_position *positions, size_t count, uint32_t *labels,
    dmz_pending *pending)
{
    uint32_t slots[BATCH + LANES];
    InBlocks in;
    dmz_pending opens[BATCH + FOUR];
    size_t found = 0;
    for (size_t first = 0; first < count; first += BATCH) {
        const size_t length = count - first < BATCH ? count - first : BATCH;
        locate_batch(g, positions + first, length, slots);
        const size_t within =
            gather(g, positions + first, slots, length, labels + first, in.numbers);
        find_codes(g, slots, within, labels + first, in);
        const size_t open = gather_in_blocks(g, in, within, labels + first, opens);
        found += take_sides(
            g, positions + first, slots, opens, open, labels + first, pending + found,
            uint32_t(first));
    }
    return found;
}

/// The reports of a batch, and which of them are still to be looked at.
struct Reports {
    const dmz_position *positions;
    const double *bounds;
    uint32_t *labels;
    /// Per report the least clearance that is enough for it.
    uint32_t needs[BATCH + LANES];
    /// Of this batch and the next.
    uint32_t both_slots[2][BATCH + LANES];
    uint32_t *slots, *next_slots;
    uint32_t others[BATCH + FOUR], margins[BATCH + FOUR];
    dmz_pending opens[BATCH + FOUR];
    InBlocks in;
};

/// How four reports lie to four cuts.
struct FourSides {
    /// Whether a report is lower, upper, or may be on either side and is reported on one.
    i64x4 is_told;
    /// The number of that among the labels of a cut.
    u32x4 side;
};

BODY u32x4 narrow(const i64x4 &mask) { return __builtin_convertvector(mask, u32x4); }

// `at` is the cuts' value at the reports; `share` of the bound is how much the value changes at least.
BODY FourSides sides_of(
    const f64x4 &at, const f64x4 &low, const f64x4 &high, const f64x4 &bound, const f64x4 &share)
{
    const f64x4 least = bound * share;
    const i64x4 is_low = at < low, is_high = at > high;
    const i64x4 is_astride = (at - least < low) & (at + least > high) & (is_low | is_high);
    const i64x4 is_lower = at + bound < low, is_upper = at - bound > high;
    FourSides found;
    found.is_told = is_lower | is_upper | is_astride;
    // 0 lower, 1 upper, 2 reported lower, 3 reported upper.
    found.side = (narrow(is_high) & 1) | (~narrow(is_lower | is_upper) & 2);
    return found;
}

// Clearances are the first bits of a length: its doublings of a metre and the eighth between two. What is no
// bound needs more than there is.
BODY void find_needs(const double *bounds, size_t count, uint32_t *needs)
{
    for (size_t i = 0; i < count; i += FOUR) {
        f64x4 four = {};
        if (i + FOUR <= count) {
            memcpy(&four, bounds + i, sizeof four);
        } else {
            for (size_t j = 0; i + j < count; j++) four[j] = bounds[i + j];
        }
        // A hair less, so that what is just as long is not longer; none is no longer than anything.
        const u64x4 shorter = (u64x4)four + (u64x4)((u64x4)four != 0);
        const u64x4 bits = shorter >> (52 - DMZ_CLEARANCE_BITS);
        const i32x4 code =
            __builtin_convertvector(bits, i32x4) + (1 - (1023 << DMZ_CLEARANCE_BITS));
        const i32x4 one = {1, 1, 1, 1};
        const u32x4 need = (u32x4)(code > one ? code : one);
        memcpy(needs + i, &need, sizeof need);
    }
}

/// The label of reports that are less off than their cells' labels allow; lists the others, with what their cells
/// say in place of labels. The cells of the next batch are fetched meanwhile.
BODY size_t label_clear(const dmz_reports *r, Reports &batch, size_t count)
{
    const uint32_t shift = 2 * r->cells->block_bits;
    size_t found = 0;
    for (size_t k = 0; k < count; k++) {
        __builtin_prefetch(r->report_cells + (batch.next_slots[k] >> shift));
        const dmz_report_cell cell = r->report_cells[batch.slots[k] >> shift];
        const bool is_clear = batch.needs[k] <= cell.label_clearance;
        batch.labels[k] = cell.cell | (is_clear ? 0 : uint32_t(cell.clearance) << 16);
        batch.others[found] = uint32_t(k);
        found += !is_clear;
    }
    return found;
}

/// The labels of those that margins decide; lists the others, numbered from `first` on, as pending, but
/// for those that their blocks may tell.
BODY size_t label_by_margins(
    const dmz_reports *r, Reports &batch, size_t count, uint32_t first, uint32_t *pending,
    size_t &within)
{
    within = 0;
    if (count == 0) return 0;
    const uint32_t shift = 2 * r->cells->block_bits;
    for (size_t n = 0; n < count; n++) {
        batch.margins[n] = r->margin_of_cell[batch.slots[batch.others[n]] >> shift];
        __builtin_prefetch(r->margins + batch.margins[n]);
    }
    pad(batch.others, count, batch.others[0]);
    pad(batch.margins, count, UINT32_C(0));
    size_t found = 0;
    for (size_t n = 0; n < count; n += FOUR) {
        u32x4 rows[FOUR], fields[FOUR], lists, needs, said;
        f32x4 shares;
        f64x4 bound;
        for (size_t j = 0; j < FOUR; j++) {
            const uint32_t k = batch.others[n + j];
            const dmz_margin *margin = r->margins + batch.margins[n + j];
            memcpy(rows + j, margin, sizeof *rows);
            shares[j] = margin->share;
            lists[j] = margin->labels;
            bound[j] = batch.bounds[k];
            needs[j] = batch.needs[k];
            said[j] = batch.labels[k];
        }
        turn(rows, fields);
        f64x4 x, y, cut[FOUR];
        find_four_in_cells(r->cells, batch.positions, batch.others + n, batch.slots, x, y);
        for (size_t j = 0; j < FOUR; j++) {
            cut[j] = __builtin_convertvector((f32x4)fields[j], f64x4);
        }
        const FourSides sides = sides_of(
            cut[0] * x + cut[1] * y, cut[2], cut[3], bound,
            __builtin_convertvector(shares, f64x4));
        const u32x4 is_near = (u32x4)(needs <= said >> 16) &
            narrow((i64x4)(bound <= r->greatest_uncertainty));
        const u32x4 is_told = is_near & narrow(sides.is_told);
        const u32x4 is_asked = ~is_told & is_near & (0 - (said >> 15 & 1));
        // What is not told reads the first label.
        const u32x4 list = (lists + sides.side) & is_told;
        for (size_t j = 0; j < FOUR && n + j < count; j++) {
            const uint32_t k = batch.others[n + j];
            batch.labels[k] = is_told[j] ? r->cells->labels[list[j]] : said[j];
            batch.in.numbers[within] = k;
            within += is_asked[j] & 1;
            pending[found] = first + k;
            found += ~(is_told[j] | is_asked[j]) & 1;
        }
    }
    return found;
}

/// Where what cells of blocks say is: entries of the palette, and open cells. Both are listed with their reports,
/// entries first in `in.numbers`; returns how many these are.
BODY size_t find_entries(const dmz_reports *r, Reports &batch, size_t count)
{
    const dmz_cells *g = r->cells;
    InBlocks &in = batch.in;
    size_t labelled = 0, open = 0;
    for (size_t n = 0; n < count; n++) {
        const uint32_t code = g->codes[in.codes[n]], is_open = code >> 15, k = in.numbers[n];
        const uint32_t entry = in.palettes[n] + code;
        const uint32_t cell = in.opens[n] + code - DMZ_FIRST_OPEN;
        in.numbers[labelled] = k;
        in.palettes[labelled] = entry;
        labelled += is_open ^ 1;
        batch.opens[open].number = k;
        batch.opens[open].open = cell;
        open += is_open;
        const uintptr_t of_cell = uintptr_t(g->opens + cell) & -uintptr_t(is_open);
        const uintptr_t of_entry = uintptr_t(r->palette_clearances + entry) & (uintptr_t(is_open) - 1);
        __builtin_prefetch((const void *)(of_cell | of_entry));
    }
    return labelled;
}

/// The labels of those of which the cut of an open cell tells it; lists the others as pending.
BODY size_t label_by_cuts(
    const dmz_reports *r, Reports &batch, size_t count, uint32_t first, uint32_t *pending)
{
    const dmz_cells *g = r->cells;
    dmz_pending *opens = batch.opens;
    if (count == 0) return 0;
    pad(opens, count, opens[0]);
    size_t found = 0;
    for (size_t n = 0; n < count; n += FOUR) {
        FourCuts cut;
        read(g, opens + n, cut);
        const f32x4 none = {INT16_MIN, INT16_MIN, INT16_MIN, INT16_MIN};
        const f32x4 all = {INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX};
        const u32x4 is_cut = (u32x4)(cut.low > none) & (u32x4)(cut.high < all) &
            ~(u32x4)((i32x4)cut.entry >> 31);
        const u32x4 decider = cut.entry & DMZ_DECIDER & is_cut;
        uint32_t numbers[FOUR];
        u32x4 needs, clearances;
        f64x4 bound, share;
        for (size_t j = 0; j < FOUR; j++) {
            const uint32_t k = numbers[j] = opens[n + j].number;
            needs[j] = batch.needs[k];
            clearances[j] = r->open_clearances[opens[n + j].open];
            bound[j] = batch.bounds[k];
            share[j] = r->shares[decider[j]];
        }
        f64x4 x, y;
        find_four_in_cells(g, batch.positions, numbers, batch.slots, x, y);
        const f64x4 at = __builtin_convertvector(cut.a, f64x4) * x +
            __builtin_convertvector(cut.b, f64x4) * y;
        const FourSides sides = sides_of(
            at, __builtin_convertvector(cut.low, f64x4), __builtin_convertvector(cut.high, f64x4),
            bound * r->units_per_metre, share);
        const u32x4 is_told = (u32x4)(needs <= clearances) & is_cut & narrow(sides.is_told);
        const u32x4 list = (g->sides + (decider << 2) + sides.side) & is_told;
        for (size_t j = 0; j < FOUR && n + j < count; j++) {
            batch.labels[numbers[j]] = g->labels[list[j]];
            pending[found] = first + numbers[j];
            found += ~is_told[j] & 1;
        }
    }
    return found;
}

/// The labels of those that their blocks decide; lists the others as pending.
BODY size_t label_by_blocks(
    const dmz_reports *r, Reports &batch, size_t count, uint32_t first, uint32_t *pending)
{
    const dmz_cells *g = r->cells;
    InBlocks &in = batch.in;
    find_codes(g, batch.slots, count, batch.labels, in);
    const size_t labelled = find_entries(r, batch, count);
    size_t found = 0;
    for (size_t n = 0; n < labelled; n++) {
        const uint32_t k = in.numbers[n], entry = in.palettes[n];
        batch.labels[k] = g->palette[entry];
        pending[found] = first + k;
        found += batch.needs[k] > r->palette_clearances[entry];
    }
    return found + label_by_cuts(r, batch, count - labelled, first, pending + found);
}

BODY size_t label_reports(
    const dmz_reports *r, const dmz_position *positions, const double *bounds, size_t count,
    uint32_t *labels, uint32_t *pending)
{
    Reports batch;
    batch.slots = batch.both_slots[0];
    batch.next_slots = batch.both_slots[1];
    locate_batch(r->cells, positions, count < BATCH ? count : BATCH, batch.slots);
    size_t found = 0;
    for (size_t first = 0; first < count; first += BATCH) {
        const size_t length = count - first < BATCH ? count - first : BATCH;
        const size_t next = count - first - length < BATCH ? count - first - length : BATCH;
        batch.positions = positions + first;
        batch.bounds = bounds + first;
        batch.labels = labels + first;
        locate_batch(r->cells, batch.positions + length, next, batch.next_slots);
        for (size_t k = next; k < length; k++) batch.next_slots[k] = batch.slots[0];
        find_needs(batch.bounds, length, batch.needs);
        const size_t left = label_clear(r, batch, length);
        size_t within;
        found +=
            label_by_margins(r, batch, left, uint32_t(first), pending + found, within);
        found += label_by_blocks(r, batch, within, uint32_t(first), pending + found);
        uint32_t *const done = batch.slots;
        batch.slots = batch.next_slots;
        batch.next_slots = done;
    }
    return found;
}

} // namespace

COMPILE_TWICE(
    size_t, label,
    (const dmz_cells *cells, const dmz_position *positions, size_t count, uint32_t *labels,
     dmz_pending *pending),
    (cells, positions, count, labels, pending))

COMPILE_TWICE(
    size_t, label_reports,
    (const dmz_reports *reports, const dmz_position *positions, const double *bounds, size_t count,
     uint32_t *labels, uint32_t *pending),
    (reports, positions, bounds, count, labels, pending))
