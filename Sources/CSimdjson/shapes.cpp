#include "shapes.hpp"

#include "rows.hpp"

namespace {
/// Whether bytes are the same; they are too few for a call to pay.
inline bool isSame(const uint8_t *a, const uint8_t *b, size_t length) {
    uint64_t x, y, differ = 0;
    if (length < 8) {
        for (size_t k = 0; k < length; k++) differ |= a[k] ^ b[k];
        return differ == 0;
    }
    for (size_t k = 0; k + 8 < length; k += 8) {
        memcpy(&x, a + k, 8);
        memcpy(&y, b + k, 8);
        differ |= x ^ y;
    }
    // The last eight overlap with those before.
    memcpy(&x, a + length - 8, 8);
    memcpy(&y, b + length - 8, 8);
    return (differ | (x ^ y)) == 0;
}
}  // namespace

/// Remembers the shape of the record just read, whose first token is `first`, unless its last property, at
/// `insertToken`, is no scalar.
void RowReader::remember(size_t first, csj_range record, size_t insertToken) {
    RecordShape shape;
    bool endsInValue = false;
    size_t token = first;
    auto part = [&](size_t until, uint32_t end, int32_t use) {
        RecordShape::Part found = {static_cast<uint32_t>(until - token),
                                   static_cast<uint32_t>(shape.text.size()),
                                   end - places[token], use};
        shape.text.append(reinterpret_cast<const char *>(bytes) + places[token], found.length);
        token = until + 1;
        return found;
    };
    for (const ShapeValue &value : met) {
        // Values come in order, and something stands between any two of them.
        if (value.token <= token) return;
        if (value.token == insertToken) {
            shape.insertPart = shape.parts.size();
            endsInValue = true;
        }
        shape.parts.push_back(part(value.token, places[value.token], value.use));
    }
    if (!endsInValue) return;
    shape.last = part(next, record.end, RecordShape::other);
    shapes.add(std::move(shape));
}

/// Passes over a scalar that must end where the next token begins.
inline bool RowReader::scalar(size_t token, csj_value &out) {
    const uint32_t start = places[token], end = places[token + 1];
    out.text = {start, end};
    out.repeated = false;
    switch (bytes[start]) {
    case '"':
        out.kind = CSJ_STRING;
        return end > start + 1 && bytes[end - 1] == '"' &&
               !(mayEscape && memchr(bytes + start, '\\', end - start));
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
        out.kind = CSJ_NUMBER;
        return csj_number_end(bytes, start, length) == end;
    case 'n':
        out.kind = CSJ_NULL;
        return end - start == 4 && memcmp(bytes + start, "null", 4) == 0;
    case 't':
        out.kind = CSJ_TRUE;
        return end - start == 4 && memcmp(bytes + start, "true", 4) == 0;
    case 'f':
        out.kind = CSJ_FALSE;
        return end - start == 5 && memcmp(bytes + start, "false", 5) == 0;
    default: return false;
    }
}

inline bool RowReader::coordinate(size_t token, double &value) {
    const uint8_t *const start = bytes + places[token], *const end = bytes + places[token + 1];
    return csj_short_number(start, end, &value) == end || csj_number(start, end - start, &value);
}

bool RowReader::match(
    const RecordShape &shape, csj_range record, csj_row &row, csj_value *values) {
    size_t token = next;
    const auto *text = reinterpret_cast<const uint8_t *>(shape.text.data());
    auto isLiteral = [&](const RecordShape::Part &part) {
        return isSame(bytes + places[token], text + part.from, part.length);
    };
    for (size_t k = 0; k < wanted.size(); k++) values[k] = {};
    csj_value other;
    for (size_t k = 0; k < shape.parts.size(); k++) {
        const RecordShape::Part &part = shape.parts[k];
        if (token + part.tokens + 1 >= count ||
            places[token + part.tokens] - places[token] != part.length || !isLiteral(part))
            return false;
        token += part.tokens;
        switch (part.use) {
        case RecordShape::longitude:
            if (!coordinate(token, row.longitude) ||
                !(takesAll || std::fabs(row.longitude) <= 180))
                return false;
            break;
        case RecordShape::latitude:
            if (!coordinate(token, row.latitude) || !(takesAll || std::fabs(row.latitude) <= 90))
                return false;
            break;
        case RecordShape::height: {
            double height;
            if (!coordinate(token, height)) return false;
            break;
        }
        case RecordShape::other:
            if (!scalar(token, other)) return false;
            break;
        default:
            if (!scalar(token, values[part.use])) return false;
        }
        token++;
        if (k == shape.insertPart) row.insert_at = places[token];
    }
    const RecordShape::Part &last = shape.last;
    if (token + last.tokens > count || record.end - places[token] != last.length || !isLiteral(last))
        return false;
    next = token + last.tokens;
    row.keeps_members = true;
    return true;
}
