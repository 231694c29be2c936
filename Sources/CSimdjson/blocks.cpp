#include <cstring>

#include "parser.hpp"

namespace {
/// Whether every backslash stands in a string. The first stage takes one anywhere for an escape, so
/// that a quote behind it would go unseen.
bool backslashesAreInStrings(const csj_parser &parser, const uint8_t *bytes, size_t length) {
    const uint32_t *places = parser.stage->structural_indexes.get();
    const size_t count = parser.stage->n_structural_indexes;
    const uint8_t *at = bytes, *end = bytes + length;
    size_t token = 0;
    while ((at = static_cast<const uint8_t *>(memchr(at, '\\', end - at)))) {
        const size_t place = at - bytes;
        while (token + 1 < count && places[token + 1] <= place) token++;
        if (places[token] > place || bytes[places[token]] != '"') return false;
        if (token + 1 == count) return true;
        at = bytes + places[token + 1];
    }
    return true;
}

struct Depths {
    int8_t change[256] = {};
    constexpr Depths() {
        change[static_cast<int>('{')] = change[static_cast<int>('[')] = 1;
        change[static_cast<int>('}')] = change[static_cast<int>(']')] = -1;
    }
};
constexpr Depths depths;
}  // namespace

extern "C" bool csj_index(csj_parser *parser, const uint8_t *bytes, size_t length) {
    parser->cursor = 0;
    if (csj_find_tokens(*parser, bytes, length) != CSJ_OK) return false;
    parser->length = length;
    parser->mayEscape = memchr(bytes, '\\', length) != nullptr;
    return !parser->mayEscape || backslashesAreInStrings(*parser, bytes, length);
}

extern "C" size_t csj_elements(
    csj_parser *parser, const uint8_t *bytes, size_t *at, bool *comma, csj_range *elements,
    size_t capacity) {
    const uint32_t *places = parser->stage->structural_indexes.get();
    const size_t count = parser->stage->n_structural_indexes;
    size_t token = parser->cursor;
    while (token < count && places[token] < *at) token++;
    // Behind what was no element, a token may be farther off, behind the rest of a string.
    const size_t next = token < count ? places[token] : *at;
    for (size_t k = *at; k < next; k++)
        if (!strchr(" \n\t\r", bytes[k]) || bytes[k] == 0) {
            parser->cursor = token;
            return 0;
        }
    size_t found = 0;
    while (found < capacity && token < count) {
        if (*comma) {
            if (bytes[places[token]] != ',') break;
            *at = places[token++] + 1;
            *comma = false;
            continue;
        }
        if (depths.change[bytes[places[token]]] != 1) break;
        size_t next = token;
        int64_t depth = 0;
        do depth += depths.change[bytes[places[next++]]];
        while (depth > 0 && next < count);
        if (depth > 0) break;
        elements[found++] = {places[token], places[next - 1] + 1};
        *at = places[next - 1] + 1;
        *comma = true;
        token = next;
    }
    parser->cursor = token;
    return found;
}
