#include "ckernels.h"

// A step at a time for some positions, so that the memory's answers overlap; what is quartered cannot be
// foreseen and is not branched on.
enum { TOGETHER = 64 };

static void find_some(
    const dmz_chord_lists *g, const dmz_position *positions, size_t count, dmz_runs *candidates)
{
    enum { BITS = 30 };
    const double units = double(UINT32_C(1) << BITS);
    uint32_t columns[TOGETHER], rows[TOGETHER];
    const uint32_t *entries[TOGETHER];
    bool is_within[TOGETHER];
    for (size_t i = 0; i < count; i++) {
        double east = positions[i].longitude - g->west;
        east += east < 0 ? 360 : 0;
        east -= east >= 360 ? 360 : 0;
        const double x = east * g->columns_per_degree;
        const double y = (positions[i].latitude - g->south) * g->rows_per_degree;
        is_within[i] = (x >= 0) & (x < units) & (y >= 0) & (y < units);
        columns[i] = is_within[i] ? uint32_t(int32_t(x)) : 0;
        rows[i] = is_within[i] ? uint32_t(int32_t(y)) : 0;
        const uint32_t cell = rows[i] >> (BITS - g->row_bits) << g->column_bits |
            columns[i] >> (BITS - g->column_bits);
        entries[i] = g->cells + cell;
    }
    for (uint32_t d = 1; d <= g->depth; d++) {
        for (size_t i = 0; i < count; i++) {
            const uint32_t entry = *entries[i], is_quartered = entry >> 31;
            const uint32_t quarter = (columns[i] >> (BITS - g->column_bits - d) & 1) |
                (rows[i] >> (BITS - g->row_bits - d) & 1) << 1;
            const uintptr_t part = uintptr_t(g->quarters + ((entry & ~DMZ_QUARTERED) + quarter));
            const uintptr_t other = 0 - uintptr_t(is_quartered);
            entries[i] = (const uint32_t *)((part & other) | (uintptr_t(entries[i]) & ~other));
        }
    }
    for (size_t i = 0; i < count; i++) {
        const uint32_t entry = *entries[i];
        const bool is_direct = entry & DMZ_DIRECT;
        const uint32_t *list = g->lists + (is_direct ? 0 : entry);
        candidates[i].runs = is_direct ? entries[i] : list + 1;
        candidates[i].count = is_direct ? 1 : *list;
        if (!is_within[i]) candidates[i] = {nullptr, 0};
    }
}

void dmz_find_candidates(
    const dmz_chord_lists *lists, const dmz_position *positions, size_t count,
    dmz_runs *candidates)
{
    for (size_t i = 0; i < count; i += TOGETHER) {
        find_some(
            lists, positions + i, count - i < TOGETHER ? count - i : TOGETHER, candidates + i);
    }
}
