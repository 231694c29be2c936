#include "rows.hpp"

namespace {
bool isBlank(uint8_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

const NameKey typeKey = NameKey::of("type"), geometryKey = NameKey::of("geometry"),
              propertiesKey = NameKey::of("properties"), crsKey = NameKey::of("crs"),
              coordinatesKey = NameKey::of("coordinates");
}  // namespace

/// The closing quote is no token, but only white space stands between it and the next one.
inline bool RowReader::string(csj_range &text, bool &escaped) {
    if (next + 1 >= count) return false;
    const uint32_t start = places[next];
    uint32_t end = places[next + 1];
    while (isBlank(bytes[end - 1])) end--;
    if (bytes[start] != '"' || end < start + 2 || bytes[end - 1] != '"') return false;
    escaped = mayEscape && memchr(bytes + start, '\\', end - start) != nullptr;
    text = {start, end};
    next++;
    return true;
}

inline bool RowReader::name(csj_range &text, NameKey &key) {
    bool escaped;
    if (!string(text, escaped) || escaped) return false;
    const uint8_t *start = bytes + text.start + 1;
    key = NameKey::of(start, text.end - text.start - 2, bytes + length - start);
    return take(':');
}

/// A value of any kind; strings without escapes, which most are, without another look.
inline bool RowReader::value(csj_value &out) {
    if (peek() == '"') {
        bool escaped;
        const size_t before = next;
        if (!string(out.text, escaped)) return false;
        out.kind = CSJ_STRING;
        out.repeated = false;
        if (!escaped) return true;
        next = before;
    }
    Tokens t(bytes, length, places, count);
    t.next = next;
    if (!t.value(out)) return false;
    next = t.next;
    return true;
}

inline bool RowReader::number(double &value) {
    if (next + 1 >= count) return false;
    const uint8_t *const start = bytes + places[next], *const end = bytes + places[next + 1];
    const uint8_t *at = csj_short_number(start, end, &value);
    if (at == start) {
        at = bytes + csj_number_end(bytes, places[next], length);
        if (!csj_number(start, at - start, &value)) return false;
    }
    next++;
    return at == end || isBlank(*at);
}

inline bool RowReader::isPoint() {
    csj_range text;
    bool escaped;
    return string(text, escaped) && text.end - text.start == 7 &&
           memcmp(bytes + text.start, "\"Point\"", 7) == 0;
}

inline bool RowReader::position(csj_row &row) {
    if (!take('[') || !number(row.longitude)) return false;
    note(next - 1, RecordShape::longitude);
    if (!take(',') || !number(row.latitude)) return false;
    note(next - 1, RecordShape::latitude);
    double height;
    size_t heights = 0;
    while (peek() == ',') {
        next++;
        if (!number(height)) return false;
        note(next - 1, RecordShape::height);
        heights++;
    }
    // Four numbers may be two that decimal commas parted.
    if (heights == 2) return false;
    return take(']') && isPlace(row);
}

inline bool RowReader::geometry(csj_row &row) {
    bool hasType = false, hasCoordinates = false;
    if (!take('{')) return false;
    do {
        csj_range text;
        NameKey key;
        csj_value other;
        if (!name(text, key)) return false;
        if (key == typeKey) {
            if (hasType || !isPoint()) return false;
            hasType = true;
        } else if (key == coordinatesKey && memcmp(bytes + text.start + 9, "tes", 3) == 0) {
            if (hasCoordinates || !position(row)) return false;
            hasCoordinates = true;
        } else if (key == crsKey || !value(other)) {
            return false;
        }
    } while (take(','));
    return take('}') && hasType && hasCoordinates;
}

bool RowReader::isWatched(csj_range text, NameKey key) const {
    for (const Wanted &name : watched) {
        if (name.key == key &&
            (key.length <= 8 ||
             memcmp(bytes + text.start + 9, name.name->data() + 8, key.length - 8) == 0))
            return true;
    }
    return false;
}

inline bool RowReader::properties(csj_row &row, csj_value *values) {
    row.insert_at = places[next] + 1;
    row.keeps_members = false;
    if (!take('{')) return false;
    if (take('}')) return true;
    do {
        csj_range text;
        NameKey key;
        csj_value member;
        if (!name(text, key)) return false;
        if (key.length >= 4 && memcmp(bytes + text.start + 1, "dmz_", 4) == 0) return false;
        if (watchedLengths >> (key.length & 63) & 1 && isWatched(text, key)) return false;
        const size_t token = next;
        if (!value(member)) return false;
        int32_t use = RecordShape::other;
        row.insert_at = member.text.end;
        row.keeps_members = true;
        lastMember = token;
        for (size_t k = 0; k < wanted.size(); k++) {
            if (!(wanted[k].key == key)) continue;
            if (key.length > 8 &&
                memcmp(bytes + text.start + 9, wanted[k].name->data() + 8, key.length - 8) != 0)
                continue;
            if (values[k].kind != CSJ_ABSENT) return false;
            values[k] = member;
            // Two wanted members of one name: both get the value, which a shape does not tell.
            if (use != RecordShape::other) isShapeless = true;
            use = static_cast<int32_t>(k);
        }
        note(token, use);
    } while (take(','));
    return take('}');
}

bool RowReader::read(csj_range record, csj_row &row, csj_value *values) {
    row.bound = 0;
    row.has_text = false;
    while (next < count && places[next] < record.start) next++;
    if (next == count || places[next] != record.start) return false;
    for (size_t k = 0; k < shapes.shapes.size(); k++) {
        const size_t number = (shapes.recent + k) % shapes.shapes.size();
        if (!match(shapes.shapes[number], record, row, values)) continue;
        shapes.recent = number;
        shapes.hits++;
        return true;
    }
    met.clear();
    lastMember = 0;
    isShapeless = false;
    const size_t first = next;
    if (!readByGrammar(record, row, values)) return false;
    if (row.keeps_members && !isShapeless && shapes.pays()) remember(first, record, lastMember);
    return true;
}

bool RowReader::readByGrammar(csj_range record, csj_row &row, csj_value *values) {
    for (size_t k = 0; k < wanted.size(); k++) values[k] = {};
    bool hasType = false, hasGeometry = false, hasProperties = false;
    if (!take('{')) return false;
    do {
        csj_range text;
        NameKey key;
        csj_value other;
        if (!name(text, key)) return false;
        if (key == typeKey) {
            bool escaped;
            if (hasType || !string(text, escaped) || text.end - text.start != 9 ||
                memcmp(bytes + text.start, "\"Feature\"", 9) != 0)
                return false;
            hasType = true;
        } else if (key == geometryKey) {
            if (hasGeometry || !geometry(row)) return false;
            hasGeometry = true;
        } else if (key == propertiesKey && memcmp(bytes + text.start + 9, "es", 2) == 0) {
            if (hasProperties || !properties(row, values)) return false;
            hasProperties = true;
        } else if (key == crsKey) {
            return false;
        } else {
            const size_t token = next;
            if (!value(other)) return false;
            note(token, RecordShape::other);
        }
    } while (take(','));
    return take('}') && hasType && hasGeometry && hasProperties &&
           places[next - 1] + 1 == record.end;
}

extern "C" void csj_read_rows(
    csj_parser *parser, const uint8_t *bytes, const csj_range *records, size_t count,
    bool takesAll, csj_row *rows, csj_value *values) {
    RowReader reader(*parser, bytes, takesAll);
    for (size_t k = 0; k < count; k++, values += parser->names.size())
        rows[k].is_plain = reader.read(records[k], rows[k], values);
}
