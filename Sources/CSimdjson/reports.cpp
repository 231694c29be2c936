#include <new>

#include "kinds.hpp"
#include "tokens.hpp"

namespace {
/// Where wanted members stand, before the attributes.
enum { categoryIndex, partyIndex, timeIndex, uncertaintyIndex, firstAttribute };
/// More texts than any agreement asks for are read one by one.
constexpr size_t mostTexts = 64;

int pair(const uint8_t *at) {
    const unsigned a = at[0] - '0', b = at[1] - '0';
    return a < 10 && b < 10 ? int(a * 10 + b) : -1;
}

/// 2026-12-01T06:00:00Z or with an offset such as +02:00; false for every other text, good or bad.
bool readTime(const uint8_t *at, size_t length, int64_t *seconds) {
    if ((length != 20 && length != 25) || at[4] != '-' || at[7] != '-' || at[10] != 'T' ||
        at[13] != ':' || at[16] != ':')
        return false;
    const int century = pair(at), years = pair(at + 2), month = pair(at + 5), day = pair(at + 8),
              hour = pair(at + 11), minute = pair(at + 14), second = pair(at + 17);
    if ((century | years | month | day | hour | minute | second) < 0) return false;
    // Days that not every month has, and leap seconds, are left to the careful way.
    if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59)
        return false;
    int offset = 0;
    if (length == 20) {
        if (at[19] != 'Z') return false;
    } else {
        const int hours = pair(at + 20), minutes = pair(at + 23);
        if (at[22] != ':' || (hours | minutes) < 0 || hours > 23 || minutes > 59) return false;
        offset = hours * 3600 + minutes * 60;
        if (at[19] == '-') {
            // -00:00 says that the offset is not known.
            if (offset == 0) return false;
            offset = -offset;
        } else if (at[19] != '+') {
            return false;
        }
    }
    // Days since 1970 with years beginning in March (H. Hinnant, chrono-compatible low-level date
    // algorithms).
    const int year = century * 100 + years - (month <= 2);
    if (year < 0) return false;
    const int era = year / 400, yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int64_t days = int64_t(era) * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 +
                         dayOfYear - 719468;
    *seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset;
    return true;
}

/// The text of a value; false where it is none that can be taken as it stands.
bool text(const csj_value &value, csj_range *out) {
    if (value.repeated) return false;
    switch (value.kind) {
    case CSJ_ABSENT: case CSJ_NULL: *out = {0, 0}; return true;
    case CSJ_TEXT: case CSJ_NUMBER: *out = value.text; return true;
    case CSJ_STRING: *out = {value.text.start + 1, value.text.end - 1}; return true;
    default: return false;
    }
}

bool read(
    csj_kinds &kinds, const uint8_t *bytes, const csj_value *values, csj_report &report) {
    csj_range texts[mostTexts];
    for (size_t k = 0; k < kinds.textCount; k++)
        if (!text(values[k < 2 ? k : k - 2 + firstAttribute], &texts[k])) return false;
    csj_range time, uncertainty;
    if (!text(values[timeIndex], &time) || !text(values[uncertaintyIndex], &uncertainty))
        return false;
    report.has_time = time.end > time.start;
    if (report.has_time && (values[timeIndex].kind == CSJ_NUMBER ||
                            !readTime(bytes + time.start, time.end - time.start, &report.seconds)))
        return false;
    report.uncertainty = 0;
    report.has_uncertainty = uncertainty.end > uncertainty.start;
    if (values[uncertaintyIndex].kind == CSJ_STRING) return false;
    if (report.has_uncertainty &&
        (!csj_number(bytes + uncertainty.start, uncertainty.end - uncertainty.start,
                     &report.uncertainty) ||
         report.uncertainty < 0))
        return false;
    report.kind = kinds.number(bytes, texts);
    return true;
}
}  // namespace

extern "C" {
csj_kinds *csj_kinds_new(size_t text_count) { return new (std::nothrow) csj_kinds(text_count); }
void csj_kinds_free(csj_kinds *kinds) { delete kinds; }
size_t csj_kinds_count(const csj_kinds *kinds) { return kinds->count(); }
void csj_kinds_forget(csj_kinds *kinds) { *kinds = csj_kinds(kinds->textCount); }

uint32_t csj_kinds_number(csj_kinds *kinds, const uint8_t *bytes, const csj_range *texts) {
    return kinds->number(bytes, texts);
}

const uint8_t *csj_kinds_text(
    const csj_kinds *kinds, uint32_t kind, size_t text, size_t *length) {
    const size_t start = kinds->start(kind, text);
    *length = kinds->ends[kind * kinds->textCount + text] - start;
    return kinds->bytes.data() + start;
}

void csj_read_reports(
    csj_kinds *kinds, const uint8_t *bytes, const csj_row *rows, const csj_value *values,
    size_t count, size_t width, csj_report *reports) {
    const bool isFew = kinds->textCount <= mostTexts;
    for (size_t k = 0; k < count; k++, values += width)
        reports[k].is_plain = rows[k].is_plain && isFew && read(*kinds, bytes, values, reports[k]);
}
}
