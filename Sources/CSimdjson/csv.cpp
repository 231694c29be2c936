#include <cmath>
#include <cstring>

#include "csimdjson.h"

namespace {
/// The place of the first such byte, or `end`. Fields are too short for memchr to pay.
const uint8_t *find(const uint8_t *at, const uint8_t *end, uint8_t byte) {
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    const uint64_t pattern = ones * byte;
    for (; end - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        word ^= pattern;
        // The lowest bit set is that of the first such byte; higher ones may be others'.
        const uint64_t hit = (word - ones) & ~word & high;
        if (hit) return at + __builtin_ctzll(hit) / 8;
    }
    while (at < end && *at != byte) at++;
    return at;
}

csj_range trimmed(const uint8_t *bytes, csj_range field) {
    while (field.start < field.end && bytes[field.start] == ' ') field.start++;
    while (field.end > field.start && bytes[field.end - 1] == ' ') field.end--;
    return field;
}

bool number(const uint8_t *bytes, csj_range field, double limit, double *value) {
    field = trimmed(bytes, field);
    return csj_number(bytes + field.start, field.end - field.start, value) &&
           std::fabs(*value) <= limit;
}

/// The fields of a record, without their quotes, and whether quotes are doubled in each; false where quotes
/// do not stand around a whole field, or there are more or fewer fields.
bool split(
    const csj_columns &columns, const uint8_t *bytes, csj_range record, csj_range *fields,
    bool *areDoubled) {
    const uint8_t *at = bytes + record.start, *end = bytes + record.end;
    for (size_t k = 0; k < columns.field_count; k++) {
        const uint8_t *start = at, *stop;
        areDoubled[k] = false;
        if (at < end && *at == '"') {
            start = at + 1;
            stop = find(start, end, '"');
            while (stop + 1 < end && stop[1] == '"') {
                areDoubled[k] = true;
                stop = find(stop + 2, end, '"');
            }
            if (stop == end) return false;
            at = stop + 1;
            if (at < end && *at != columns.delimiter) return false;
        } else {
            stop = at = find(at, end, columns.delimiter);
            // Spaces before quotes are looked at alone.
            if (start < stop && *start == ' ' && memchr(start, '"', stop - start)) return false;
        }
        fields[k] = {static_cast<uint32_t>(start - bytes), static_cast<uint32_t>(stop - bytes)};
        const bool isLast = k + 1 == columns.field_count;
        if (isLast != (at == end)) return false;
        at++;
    }
    return true;
}
}  // namespace

extern "C" void csj_read_csv_rows(
    const csj_columns *columns, const uint8_t *bytes, const csj_range *records, size_t count,
    csj_row *rows, csj_value *values) {
    const size_t most = 256;
    csj_range fields[most];
    bool areDoubled[most];
    const bool takesNumbers = columns->takes_numbers && columns->longitude != columns->latitude;
    for (size_t k = 0; k < count; k++, values += columns->value_count) {
        csj_row &row = rows[k];
        // A carriage return within a line may end it for other readers; such are looked at alone.
        row.is_plain = columns->field_count <= most &&
                       !memchr(bytes + records[k].start, '\r', records[k].end - records[k].start) &&
                       split(*columns, bytes, records[k], fields, areDoubled);
        if (!row.is_plain) continue;
        row.bound = 0;
        row.has_text = !takesNumbers ||
                       !number(bytes, fields[columns->longitude], 180, &row.longitude) ||
                       !number(bytes, fields[columns->latitude], 90, &row.latitude);
        if (row.has_text) {
            row.longitude_text = trimmed(bytes, fields[columns->longitude]);
            row.latitude_text = trimmed(bytes, fields[columns->latitude]);
        }
        row.insert_at = records[k].end;
        row.keeps_members = false;
        for (size_t name = 0; name < columns->value_count; name++) {
            const int32_t field = columns->fields_of_values[name];
            if (field < 0 || fields[field].start == fields[field].end) {
                values[name] = {};
            } else {
                // Texts are taken as they stand.
                if (areDoubled[field]) row.is_plain = false;
                values[name] = {CSJ_TEXT, fields[field], false};
            }
        }
    }
}
