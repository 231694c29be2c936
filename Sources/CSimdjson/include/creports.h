#ifndef CREPORTS_H
#define CREPORTS_H
#include "csimdjson.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Numbers for the texts by which rules tell reports apart: category, party, then attributes. Equal texts
/// have one number; an empty one is as good as none.
typedef struct csj_kinds csj_kinds;

/// A table for so many texts to a report, or NULL without memory.
csj_kinds *csj_kinds_new(size_t text_count);
void csj_kinds_free(csj_kinds *kinds);

/// How many kinds have been numbered.
size_t csj_kinds_count(const csj_kinds *kinds);

/// Begins the numbers anew.
void csj_kinds_forget(csj_kinds *kinds);

/// The number of texts, which are given by their places in `bytes`.
uint32_t csj_kinds_number(csj_kinds *kinds, const uint8_t *bytes, const csj_range *texts);

/// A text of a kind, until the next kind is numbered.
const uint8_t *csj_kinds_text(
    const csj_kinds *kinds, uint32_t kind, size_t text, size_t *length);

/// What a report says besides its position.
typedef struct {
    /// In metres; 0 where none is given.
    double uncertainty;
    /// Since 1970-01-01T00:00:00Z, if there is a time.
    int64_t seconds;
    uint32_t kind;
    bool has_time;
    bool has_uncertainty;
    /// False where a member needs a second look; nothing else is known then.
    bool is_plain;
} csj_report;

/// Reads the wanted members of rows: category, party, time, uncertainty, attributes, and what is behind
/// these, which is passed over. Times are read in the form 2026-12-01T06:00:00Z or with an offset.
void csj_read_reports(
    csj_kinds *kinds, const uint8_t *bytes, const csj_row *rows, const csj_value *values,
    size_t count, size_t width, csj_report *reports);

#ifdef __cplusplus
}
#endif
#endif
