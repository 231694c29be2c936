#pragma once
#include <cstddef>
#include <cstring>

#include "csimdjson.h"

/// Walks the places that simdjson's first stage found in one document: every bracket, colon,
/// comma, and the first byte of every string, number and word. Each step checks the grammar, so
/// that what is passed over is known to be JSON; nothing is copied and nothing recurses.
class Tokens {
public:
    static constexpr size_t deepest = 1024;

    const uint8_t *bytes;
    size_t length;
    const uint32_t *places;
    size_t count;
    size_t next = 0;
    csj_status status = CSJ_OK;
    uint32_t fault = 0;

    Tokens(const uint8_t *bytes, size_t length, const uint32_t *places, size_t count)
        : bytes(bytes), length(length), places(places), count(count) {}

    uint32_t place() const { return next < count ? places[next] : static_cast<uint32_t>(length); }
    uint8_t peek() const { return next < count ? bytes[places[next]] : 0; }

    bool fail(csj_status why, uint32_t at) {
        status = why;
        fault = at;
        return false;
    }
    bool fail() { return fail(CSJ_NOT_JSON, place()); }

    bool take(uint8_t byte) {
        if (peek() != byte) return fail();
        next++;
        return true;
    }

    /// Passes over one value of any kind.
    bool value(csj_value &out);

    /// Passes over the name of a member and its colon; `name` is without quotes.
    bool name(csj_range &name, bool &escaped) {
        if (peek() != '"') return fail();
        csj_value text;
        if (!scalar(text)) return false;
        name = {text.text.start + 1, text.text.end - 1};
        escaped = text.kind == CSJ_ESCAPED_STRING;
        return take(':');
    }

private:
    bool scalar(csj_value &out);
    bool string(csj_value &out);
    bool skipNested();
};

/// Reads a JSON number whose digits fit a double exactly, and so does the power of ten (Clinger 1990),
/// which is nearly every one; returns its end, or `at` for other numbers and what is none.
inline const uint8_t *csj_short_number(const uint8_t *at, const uint8_t *end, double *value) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,
                                    1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
    const uint8_t *const start = at;
    const bool negative = at < end && *at == '-';
    at += negative;
    uint64_t digits = 0;
    const uint8_t *const whole = at;
    while (at < end && static_cast<uint8_t>(*at - '0') < 10) digits = digits * 10 + (*at++ - '0');
    ptrdiff_t total = at - whole, after = 0;
    if (total == 0 || (total > 1 && *whole == '0')) return start;
    if (at < end && *at == '.') {
        const uint8_t *const point = ++at;
        while (at < end && static_cast<uint8_t>(*at - '0') < 10)
            digits = digits * 10 + (*at++ - '0');
        after = at - point;
        total += after;
        if (after == 0) return start;
    }
    if (total > 19 || digits > uint64_t(1) << 53 || (at < end && (*at | 32) == 'e')) return start;
    const double result = static_cast<double>(digits) / powers[after];
    *value = negative ? -result : result;
    return at;
}

/// The end of the JSON number that begins at `start`, or `start` when there is none.
size_t csj_number_end(const uint8_t *bytes, size_t start, size_t length);
