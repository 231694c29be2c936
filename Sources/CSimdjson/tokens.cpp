#include "tokens.hpp"

namespace {
bool isBlank(uint8_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool isDigit(uint8_t c) { return c >= '0' && c <= '9'; }
bool isHex(uint8_t c) { return isDigit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f'); }

bool escapesAreGood(const uint8_t *at, const uint8_t *end, const uint8_t *&bad) {
    while ((at = static_cast<const uint8_t *>(memchr(at, '\\', end - at)))) {
        bad = at;
        if (end - at < 2) return false;
        if (at[1] == 'u') {
            if (end - at < 6) return false;
            for (int k = 2; k < 6; k++)
                if (!isHex(at[k])) return false;
            at += 6;
        } else {
            if (!strchr("\"\\/bfnrt", at[1]) || at[1] == 0) return false;
            at += 2;
        }
    }
    return true;
}
}  // namespace

size_t csj_number_end(const uint8_t *b, size_t start, size_t length) {
    size_t i = start;
    auto digits = [&] {
        size_t from = i;
        while (i < length && isDigit(b[i])) i++;
        return i > from;
    };
    if (i < length && b[i] == '-') i++;
    if (i < length && b[i] == '0') {
        i++;
    } else if (!digits()) {
        return start;
    }
    if (i < length && b[i] == '.') {
        i++;
        if (!digits()) return start;
    }
    if (i < length && (b[i] | 32) == 'e') {
        i++;
        if (i < length && (b[i] == '+' || b[i] == '-')) i++;
        if (!digits()) return start;
    }
    return i;
}

// The closing quote is no token, but nothing except white space stands between it and the next.
bool Tokens::string(csj_value &out) {
    uint32_t start = place();
    uint32_t end = next + 1 < count ? places[next + 1] : static_cast<uint32_t>(length);
    while (end > start + 1 && isBlank(bytes[end - 1])) end--;
    if (end < start + 2 || bytes[end - 1] != '"') return fail(CSJ_NOT_JSON, start);
    bool escaped = memchr(bytes + start, '\\', end - start) != nullptr;
    const uint8_t *bad = nullptr;
    if (escaped && !escapesAreGood(bytes + start + 1, bytes + end - 1, bad))
        return fail(CSJ_NOT_JSON, static_cast<uint32_t>(bad - bytes));
    out = {escaped ? CSJ_ESCAPED_STRING : CSJ_STRING, {start, end}, false};
    next++;
    return true;
}

bool Tokens::scalar(csj_value &out) {
    uint32_t start = place();
    auto word = [&](const char *text, size_t size, csj_kind kind) {
        if (length - start < size || memcmp(bytes + start, text, size) != 0) return false;
        out = {kind, {start, static_cast<uint32_t>(start + size)}, false};
        return true;
    };
    bool good = false;
    switch (peek()) {
    case '"': return string(out);
    case 't': good = word("true", 4, CSJ_TRUE); break;
    case 'f': good = word("false", 5, CSJ_FALSE); break;
    case 'n': good = word("null", 4, CSJ_NULL); break;
    default: {
        size_t end = csj_number_end(bytes, start, length);
        good = end > start;
        out = {CSJ_NUMBER, {start, static_cast<uint32_t>(end)}, false};
    }
    }
    if (!good) return fail();
    uint32_t end = out.text.end;
    uint32_t following = next + 1 < count ? places[next + 1] : static_cast<uint32_t>(length);
    if (end < following && !isBlank(bytes[end])) return fail();
    next++;
    return true;
}

bool Tokens::value(csj_value &out) {
    uint8_t first = peek();
    if (first != '{' && first != '[') return scalar(out);
    uint32_t start = place();
    if (!skipNested()) return false;
    out = {first == '{' ? CSJ_OBJECT : CSJ_ARRAY, {start, places[next - 1] + 1}, false};
    return true;
}

bool Tokens::skipNested() {
    bool isObject[deepest];
    size_t depth = 0;
    csj_value ignored;
    csj_range ignoredName;
    bool ignoredFlag;
    for (;;) {
        // A value begins here.
        uint8_t c = peek();
        if (c == '{' || c == '[') {
            if (depth == deepest) return fail(CSJ_TOO_DEEP, place());
            isObject[depth++] = c == '{';
            next++;
            if (peek() != (c == '{' ? '}' : ']')) {
                if (c == '{' && !name(ignoredName, ignoredFlag)) return false;
                continue;
            }
        } else if (!scalar(ignored)) {
            return false;
        } else if (peek() == ',') {
            next++;
            if (isObject[depth - 1] && !name(ignoredName, ignoredFlag)) return false;
            continue;
        }
        // A value ended here.
        for (;;) {
            c = peek();
            if (c == ',') {
                next++;
                if (isObject[depth - 1] && !name(ignoredName, ignoredFlag)) return false;
                break;
            }
            if (c != (isObject[depth - 1] ? '}' : ']')) return fail();
            next++;
            if (--depth == 0) return true;
        }
    }
}
