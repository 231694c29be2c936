#pragma once
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

/// The end of the JSON number that begins at `start`, or `start` when there is none.
size_t csj_number_end(const uint8_t *bytes, size_t start, size_t length);
