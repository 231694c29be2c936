#include "csimdjson.h"

namespace {
int hex4(const uint8_t *at) {
    int value = 0;
    for (int k = 0; k < 4; k++) {
        uint8_t c = at[k];
        int digit = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
        value = value * 16 + digit;
    }
    return value;
}

uint8_t *writeUTF8(uint8_t *out, int code) {
    if (code < 0x80) {
        *out++ = static_cast<uint8_t>(code);
    } else if (code < 0x800) {
        *out++ = static_cast<uint8_t>(0xC0 | code >> 6);
        *out++ = static_cast<uint8_t>(0x80 | (code & 63));
    } else if (code < 0x10000) {
        *out++ = static_cast<uint8_t>(0xE0 | code >> 12);
        *out++ = static_cast<uint8_t>(0x80 | (code >> 6 & 63));
        *out++ = static_cast<uint8_t>(0x80 | (code & 63));
    } else {
        *out++ = static_cast<uint8_t>(0xF0 | code >> 18);
        *out++ = static_cast<uint8_t>(0x80 | (code >> 12 & 63));
        *out++ = static_cast<uint8_t>(0x80 | (code >> 6 & 63));
        *out++ = static_cast<uint8_t>(0x80 | (code & 63));
    }
    return out;
}
}  // namespace

// The escapes themselves were checked when the record was read.
extern "C" ptrdiff_t csj_unescape(const uint8_t *bytes, size_t length, uint8_t *out) {
    const uint8_t *at = bytes, *end = bytes + length;
    uint8_t *start = out;
    while (at < end) {
        if (*at != '\\') {
            *out++ = *at++;
            continue;
        }
        if (end - at < 2) return -1;
        switch (at[1]) {
        case 'b': *out++ = '\b'; break;
        case 'f': *out++ = '\f'; break;
        case 'n': *out++ = '\n'; break;
        case 'r': *out++ = '\r'; break;
        case 't': *out++ = '\t'; break;
        case 'u': {
            if (end - at < 6) return -1;
            int code = hex4(at + 2);
            if (code >= 0xDC00 && code <= 0xDFFF) return -1;
            if (code >= 0xD800 && code <= 0xDBFF) {
                if (end - at < 12 || at[6] != '\\' || at[7] != 'u') return -1;
                int low = hex4(at + 8);
                if (low < 0xDC00 || low > 0xDFFF) return -1;
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 6;
            }
            out = writeUTF8(out, code);
            at += 4;
            break;
        }
        default: *out++ = at[1];
        }
        at += 2;
    }
    return out - start;
}
