#include <cmath>
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

bool isPlain(const csj_feature &f) {
    return f.status == CSJ_OK && f.cut_count == 0 && f.properties.kind == CSJ_OBJECT &&
           f.crs.kind == CSJ_ABSENT && std::fabs(f.longitude) <= 180 &&
           std::fabs(f.latitude) <= 90;
}
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

extern "C" void csj_read_rows(
    csj_parser *parser, const uint8_t *bytes, const csj_range *records, size_t count,
    csj_row *rows, csj_value *values) {
    const uint32_t *places = parser->stage->structural_indexes.get();
    Tokens t(bytes, parser->length, places, parser->stage->n_structural_indexes);
    t.mayEscape = parser->mayEscape;
    t.isAlone = false;
    csj_feature feature;
    for (size_t k = 0; k < count; k++) rows[k].is_plain = false;
    for (size_t k = 0; k < count; k++, values += parser->names.size()) {
        while (t.next < t.count && places[t.next] < records[k].start) t.next++;
        if (t.place() != records[k].start) continue;
        feature = {};
        parser->cuts.clear();
        for (size_t name = 0; name < parser->names.size(); name++) values[name] = {};
        t.status = CSJ_OK;
        csj_read_feature(*parser, t, feature, values);
        const bool isWhole = t.next > 0 && places[t.next - 1] + 1 == records[k].end;
        if (!isWhole || !isPlain(feature)) continue;
        rows[k] = {
            feature.longitude, feature.latitude, feature.insert_at, feature.keeps_members, true};
    }
}
