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
    for (size_t k = count; k < count + FOUR - 1; k++) in.slots[k] = in.blocks[k] = 0;
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

// Where in its cell of the frame a position lies, each coordinate from 0 to 1.
BODY void find_in_cell(
    const dmz_cells *g, const dmz_position &position, uint32_t cell, double &x, double &y)
{
    const double scale = 1 / double(UINT32_C(1) << g->block_bits);
    const uint32_t columns = (UINT32_C(1) << g->column_bits) - 1;
    double east = position.longitude - g->west;
    if (!g->is_plain) {
        east += east < 0 ? 360 : 0;
        east -= east >= 360 ? 360 : 0;
    }
    const double north = position.latitude - g->south;
    x = east * (g->columns_per_degree * scale) - double(int32_t(cell & columns));
    y = north * (g->rows_per_degree * scale) - double(int32_t(cell >> g->column_bits));
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

/// Where in their cells of the frame two positions lie, as `find_in_cell`.
BODY void find_two_in_cells(
    const dmz_cells *g, const f64x4 &two, const i32x4 &cells, f32x4 &within)
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
    const f64x4 wide = off * scale - __builtin_convertvector(cells, f64x4);
    within = __builtin_convertvector(wide, f32x4);
}

// The labels of positions on either side of what cuts their cells; lists those beside it, numbered
// from `first` on. `opens` has room for three more.
BODY size_t take_sides(
    const dmz_cells *g, const dmz_position *positions, const uint32_t *slots, dmz_pending *opens,
    size_t count, uint32_t *labels, dmz_pending *pending, uint32_t first)
{
    const uint32_t shift = 2 * g->block_bits, columns = (UINT32_C(1) << g->column_bits) - 1;
    if (count == 0) return 0;
    for (size_t k = count; k < count + FOUR - 1; k++) opens[k] = opens[0];
    size_t found = 0;
    for (size_t k = 0; k < count; k += FOUR) {
        FourCuts cut;
        read(g, opens + k, cut);
        u32x4 at;
        f64x4 two[2];
        for (size_t j = 0; j < FOUR; j++) {
            const uint32_t i = opens[k + j].number;
            at[j] = slots[i];
            memcpy((dmz_position *)two + j, positions + i, sizeof *positions);
        }
        const u32x4 cell = at >> shift;
        const i32x4 column = (i32x4)(cell & columns), row = (i32x4)(cell >> g->column_bits);
        f32x4 low, high;
        find_two_in_cells(g, two[0], __builtin_shufflevector(column, row, 0, 4, 1, 5), low);
        find_two_in_cells(g, two[1], __builtin_shufflevector(column, row, 2, 6, 3, 7), high);
        const f32x4 x = __builtin_shufflevector(low, high, 0, 2, 4, 6);
        const f32x4 y = __builtin_shufflevector(low, high, 1, 3, 5, 7);
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

// The label of a report on one side of a cut or astride it, at a value of it.
BODY uint32_t label_beside(
    double at, double low, double high, double bound, double share, const uint32_t *labels)
{
    const double least = bound * share;
    const bool is_low = at < low, is_high = at > high;
    const bool is_astride = (at - least < low) & (at + least > high) & (is_low | is_high);
    const bool is_lower = at + bound < low, is_upper = at - bound > high;
    const uint32_t side = is_lower ? 0 : is_upper ? 1 : is_low ? 2 : 3;
    const uint32_t found = labels[side];
    return (is_lower | is_upper | is_astride) ? found : DMZ_NO_LABEL;
}

// The label by a report's cell in a block, of which the code is known, and the number of the entry in
// the palette or the open cell that it stands for.
BODY uint32_t label_in_block(
    const dmz_reports *r, const dmz_position &position, uint32_t number, uint32_t code,
    uint32_t entry, double bound)
{
    const dmz_cells *g = r->cells;
    if (code < DMZ_FIRST_OPEN) {
        return bound <= r->lengths[r->palette_clearances[entry]] ? g->palette[entry] : DMZ_NO_LABEL;
    }
    const dmz_open_cell *open = g->opens + entry;
    const bool is_cut = open->low > INT16_MIN && open->high < INT16_MAX;
    if (!is_cut || open->entry & DMZ_LEAF ||
        !(bound <= r->lengths[r->open_clearances[entry]])) {
        return DMZ_NO_LABEL;
    }
    double x, y;
    find_in_cell(g, position, number, x, y);
    const uint32_t decider = open->entry & DMZ_DECIDER;
    return label_beside(
        open->a * x + open->b * y, open->low, open->high, bound * r->units_per_metre,
        r->shares[decider], g->labels + g->sides + 4 * decider);
}

/// The labels of reports that are less off than their cells' labels allow; lists the others.
BODY size_t label_clear(
    const dmz_reports *r, const uint32_t *slots, const double *bounds, size_t count,
    uint32_t *labels, uint32_t *others)
{
    const uint32_t shift = 2 * r->cells->block_bits;
    size_t found = 0;
    for (size_t k = 0; k < count; k++) {
        const dmz_report_cell cell = r->report_cells[slots[k] >> shift];
        labels[k] = cell.cell;
        others[found] = uint32_t(k);
        found += !((bounds[k] > 0) & (bounds[k] <= r->lengths[cell.label_clearance]));
    }
    return found;
}

/// The label by the margin of a report's cell.
BODY uint32_t label_by_margin(
    const dmz_reports *r, const dmz_position &position, uint32_t number, double bound)
{
    const uint32_t found = r->margin_of_cell[number];
    const dmz_margin *margin = r->margins + found;
    double x, y;
    find_in_cell(r->cells, position, number, x, y);
    const uint32_t beside = label_beside(
        margin->a * x + margin->b * y, margin->low, margin->high, bound, margin->share,
        r->cells->labels + margin->labels);
    return found > 0 ? beside : DMZ_NO_LABEL;
}

/// The reports of a batch, and which of them are still to be looked at.
struct Reports {
    const dmz_position *positions;
    const double *bounds;
    uint32_t *labels;
    uint32_t slots[BATCH + LANES], others[BATCH + 1];
    InBlocks in;
};

/// The labels of those that margins decide; lists the others, numbered from `first` on, as pending, but
/// for those that their blocks may tell.
BODY size_t label_by_margins(
    const dmz_reports *r, Reports &batch, size_t count, uint32_t first, uint32_t *pending,
    size_t &within)
{
    const uint32_t shift = 2 * r->cells->block_bits;
    for (size_t n = 0; n < count; n++) {
        __builtin_prefetch(r->margins + r->margin_of_cell[batch.slots[batch.others[n]] >> shift]);
    }
    size_t found = 0;
    within = 0;
    for (size_t n = 0; n < count; n++) {
        const uint32_t k = batch.others[n], number = batch.slots[k] >> shift;
        const dmz_report_cell cell = r->report_cells[number];
        const double bound = batch.bounds[k];
        const bool is_near = (bound > 0) & (bound <= r->lengths[cell.clearance]) &
            (bound <= r->greatest_uncertainty);
        const uint32_t beside = label_by_margin(r, batch.positions[k], number, bound);
        const uint32_t label = is_near ? beside : DMZ_NO_LABEL;
        const bool is_asked = (label == DMZ_NO_LABEL) & is_near & (cell.cell >> 15);
        batch.labels[k] = is_asked ? cell.cell : label;
        batch.in.numbers[within] = k;
        within += is_asked;
        pending[found] = first + k;
        found += (label == DMZ_NO_LABEL) & !is_asked;
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
    for (size_t n = 0; n < count; n++) {
        const uint32_t code = g->codes[in.codes[n]];
        in.codes[n] = code;
        if (code < DMZ_FIRST_OPEN) {
            in.palettes[n] += code;
            __builtin_prefetch(r->palette_clearances + in.palettes[n]);
            continue;
        }
        in.palettes[n] = in.opens[n] + code - DMZ_FIRST_OPEN;
        __builtin_prefetch(g->opens + in.palettes[n]);
        __builtin_prefetch(r->open_clearances + in.palettes[n]);
    }
    size_t found = 0;
    for (size_t n = 0; n < count; n++) {
        const uint32_t k = in.numbers[n];
        batch.labels[k] = label_in_block(
            r, batch.positions[k], in.slots[n] >> 2 * g->block_bits, in.codes[n], in.palettes[n],
            batch.bounds[k]);
        pending[found] = first + k;
        found += batch.labels[k] == DMZ_NO_LABEL;
    }
    return found;
}

BODY size_t label_reports(
    const dmz_reports *r, const dmz_position *positions, const double *bounds, size_t count,
    uint32_t *labels, uint32_t *pending)
{
    Reports batch;
    size_t found = 0;
    for (size_t first = 0; first < count; first += BATCH) {
        const size_t length = count - first < BATCH ? count - first : BATCH;
        batch.positions = positions + first;
        batch.bounds = bounds + first;
        batch.labels = labels + first;
        locate_batch(r->cells, batch.positions, length, batch.slots);
        const size_t left =
            label_clear(r, batch.slots, batch.bounds, length, batch.labels, batch.others);
        size_t within;
        found +=
            label_by_margins(r, batch, left, uint32_t(first), pending + found, within);
        found += label_by_blocks(r, batch, within, uint32_t(first), pending + found);
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
