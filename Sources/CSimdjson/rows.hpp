#pragma once
#include <cmath>
#include <cstring>

#include "parser.hpp"

/// The first eight bytes of a name, and its length: nearly all that tells names apart.
struct NameKey {
    uint64_t head;
    uint32_t length;

    static NameKey of(const uint8_t *at, size_t length, size_t readable) {
        NameKey key = {0, static_cast<uint32_t>(length)};
        if (readable >= 8) {
            memcpy(&key.head, at, 8);
            if (length < 8) key.head &= (uint64_t(1) << (length * 8)) - 1;
        } else {
            memcpy(&key.head, at, length < 8 ? length : 8);
        }
        return key;
    }
    static NameKey of(const char *text) {
        return of(reinterpret_cast<const uint8_t *>(text), strlen(text), 0);
    }
    bool operator==(const NameKey &other) const {
        return head == other.head && length == other.length;
    }
};

/// Reads Features of an indexed block that are as most are. It answers false to all others, and to
/// everything that is no JSON; these are read alone, and more slowly.
class RowReader {
public:
    RowReader(csj_parser &parser, const uint8_t *bytes, bool takesAll)
        : takesAll(takesAll), shapes(parser.shapes), bytes(bytes), length(parser.length), places(parser.stage->structural_indexes.get()),
          count(parser.stage->n_structural_indexes), mayEscape(parser.mayEscape) {
        for (const auto &name : parser.names) {
            const auto *at = reinterpret_cast<const uint8_t *>(name.data());
            wanted.push_back({NameKey::of(at, name.size(), name.size()), &name});
        }
        for (const auto &name : parser.watched) {
            const auto *at = reinterpret_cast<const uint8_t *>(name.data());
            watched.push_back({NameKey::of(at, name.size(), name.size()), &name});
            watchedLengths |= uint64_t(1) << (name.size() & 63);
        }
    }

    /// Reads a record by its shape where that is known, else by its grammar.
    bool read(csj_range record, csj_row &row, csj_value *values);

private:
    const bool takesAll;
    RecordShapes &shapes;
    struct Wanted {
        NameKey key;
        const std::string *name;
    };
    const uint8_t *bytes;
    size_t length;
    const uint32_t *places;
    size_t count;
    bool mayEscape;
    size_t next = 0;
    std::vector<Wanted> wanted, watched;
    /// A bit for the length of each watched name, modulo 64.
    uint64_t watchedLengths = 0;
    /// The values met in the record at hand, for its shape.
    std::vector<ShapeValue> met;
    /// The token of the last member of `properties`, and whether the record can have no shape.
    size_t lastMember = 0;
    bool isShapeless = false;

    bool readByGrammar(csj_range record, csj_row &row, csj_value *values);
    bool match(const RecordShape &shape, csj_range record, csj_row &row, csj_value *values);
    void remember(size_t first, csj_range record, size_t insertToken);
    bool scalar(size_t token, csj_value &out);
    bool coordinate(size_t token, double &value);
    /// Notes a value for the record's shape when it is a scalar, of one token.
    void note(size_t token, int32_t use) {
        if (next == token + 1) met.push_back({token, use});
    }
    uint8_t peek() const { return next < count ? bytes[places[next]] : 0; }
    bool take(uint8_t byte) {
        if (peek() != byte) return false;
        next++;
        return true;
    }
    bool string(csj_range &text, bool &escaped);
    bool name(csj_range &text, NameKey &key);
    bool value(csj_value &out);
    bool number(double &value);
    bool isPoint();
    bool geometry(csj_row &row);
    bool position(csj_row &row);
    bool isPlace(const csj_row &row) const {
        return takesAll || (std::fabs(row.longitude) <= 180 && std::fabs(row.latitude) <= 90);
    }
    bool properties(csj_row &row, csj_value *values);
    bool isWatched(csj_range text, NameKey key) const;
};
