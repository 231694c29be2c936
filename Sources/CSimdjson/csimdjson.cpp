#include "csimdjson.h"

#include <new>

#include "parser.hpp"

namespace {
/// A member's name as text.
std::string_view plainName(csj_parser &parser, const Tokens &t, csj_range name, bool escaped) {
    const uint8_t *start = t.bytes + name.start;
    size_t length = name.end - name.start;
    if (escaped) {
        parser.scratch.resize(length);
        ptrdiff_t written = csj_unescape(start, length, parser.scratch.data());
        if (written < 0) return {};
        start = parser.scratch.data();
        length = static_cast<size_t>(written);
    }
    return {reinterpret_cast<const char *>(start), length};
}

/// Calls `member(name, nameStart)` at each member's value, which it must pass over.
template <typename Member>
bool eachMember(csj_parser &parser, Tokens &t, Member member) {
    if (!t.take('{')) return false;
    if (t.peek() == '}') return t.take('}');
    for (;;) {
        uint32_t start = t.place();
        csj_range name;
        bool escaped;
        if (!t.name(name, escaped)) return false;
        if (!member(plainName(parser, t, name, escaped), start)) return false;
        if (t.peek() == '}') return t.take('}');
        if (!t.take(',')) return false;
    }
}

void keepWanted(
    const csj_parser &parser, std::string_view name, const csj_value &value, csj_value *values) {
    for (size_t k = 0; k < parser.names.size(); k++) {
        if (name != parser.names[k]) continue;
        bool repeated = values[k].kind != CSJ_ABSENT;
        values[k] = value;
        values[k].repeated = repeated;
    }
}

bool readProperties(csj_parser &parser, Tokens &t, csj_feature &f, csj_value *values) {
    parser.cuts.clear();
    for (size_t k = 0; k < parser.names.size(); k++) values[k] = {};
    f.earlier_error = f.earlier_note = {};
    f.keeps_members = false;
    f.insert_at = t.place() + 1;
    uint32_t previousEnd = 0;  // of the member before, kept or not
    bool openCut = false;      // a cut at the front that ends where the next member begins
    bool good = eachMember(parser, t, [&](std::string_view name, uint32_t start) {
        if (openCut) {
            parser.cuts.back().end = start;
            openCut = false;
        }
        csj_value value;
        if (!t.value(value)) return false;
        if (name.substr(0, 4) == "dmz_") {
            if (f.keeps_members) {
                parser.cuts.push_back({previousEnd, value.text.end});
            } else {
                parser.cuts.push_back({start, value.text.end});
                openCut = true;
            }
            if (name == "dmz_error") f.earlier_error = value;
            if (name == "dmz_note") f.earlier_note = value;
            if (parser.readsFindings) keepWanted(parser, name, value, values);
        } else {
            f.keeps_members = true;
            f.insert_at = value.text.end;
            keepWanted(parser, name, value, values);
        }
        previousEnd = value.text.end;
        return true;
    });
    return good;
}

/// Whether a number has digits alone, or behind a sign where one may stand.
bool isWhole(const uint8_t *bytes, csj_range text, bool maySign) {
    for (uint32_t k = text.start + (maySign && bytes[text.start] == '-'); k < text.end; k++)
        if (bytes[k] < '0' || bytes[k] > '9') return false;
    return true;
}

/// What is wrong with a position whose brackets are known to be JSON.
void readPosition(Tokens t, size_t token, csj_feature &f) {
    t.next = token + 1;
    csj_range *texts[] = {&f.longitude_text, &f.latitude_text};
    double *numbers[] = {&f.longitude, &f.latitude};
    size_t found = 0, whole = 0;
    while (t.peek() != ']') {
        csj_value value;
        t.value(value);
        double number;
        const bool isNumber =
            value.kind == CSJ_NUMBER &&
            csj_number(t.bytes + value.text.start, value.text.end - value.text.start, &number);
        if (!isNumber && found < 2) {
            f.fault = value.text.start;
            f.detail = value;
            f.status =
                value.kind == CSJ_NUMBER ? CSJ_COORDINATE_TOO_LARGE : CSJ_COORDINATE_NOT_NUMBER;
            return;
        }
        // Heights change no verdict.
        if (!isNumber && f.odd_height.kind == CSJ_ABSENT) f.odd_height = value;
        if (found < 2) {
            *texts[found] = value.text;
            *numbers[found] = number;
        }
        found++;
        if (isNumber && isWhole(t.bytes, value.text, found % 2 == 1)) whole++;
        if (t.peek() == ',') t.next++;
    }
    if (found == 4 && whole == 4) {
        f.fault = t.places[token];
        f.detail = {CSJ_ARRAY, {t.places[token], t.places[t.next] + 1}, false};
        f.status = CSJ_COORDINATES_SPLIT;
    }
    if (found < 2) {
        f.fault = t.places[token];
        f.status = CSJ_COORDINATES_SHORT;
    }
}

struct Geometry {
    size_t members = 0;
    csj_value value = {};
    csj_value type = {};
    csj_value coordinates = {};
    csj_value crs = {};
    size_t coordinatesToken = 0;
};

bool readGeometry(csj_parser &parser, Tokens &t, Geometry &g) {
    g.members++;
    g.type = g.coordinates = g.crs = {};
    if (t.peek() != '{') return t.value(g.value);
    uint32_t start = t.place();
    bool good = eachMember(parser, t, [&](std::string_view name, uint32_t) {
        csj_value value;
        size_t token = t.next;
        if (!t.value(value)) return false;
        if (name == "type") {
            value.repeated = g.type.kind != CSJ_ABSENT;
            g.type = value;
        } else if (name == "coordinates") {
            value.repeated = g.coordinates.kind != CSJ_ABSENT;
            g.coordinates = value;
            g.coordinatesToken = token;
        } else if (name == "crs") {
            value.repeated = g.crs.kind != CSJ_ABSENT;
            g.crs = value;
        }
        return true;
    });
    if (!good) return false;
    g.value = {CSJ_OBJECT, {start, t.places[t.next - 1] + 1}, false};
    return true;
}

bool isText(const Tokens &t, const csj_value &value, std::string_view text) {
    return value.kind == CSJ_STRING && value.text.end - value.text.start == text.size() + 2 &&
           memcmp(t.bytes + value.text.start + 1, text.data(), text.size()) == 0;
}

void judgeGeometry(const Tokens &t, const Geometry &g, csj_feature &f) {
    auto refuse = [&](csj_status status, const csj_value &value) {
        f.status = status;
        f.detail = value;
        f.fault = value.text.start;
    };
    if (g.members == 0) return refuse(CSJ_GEOMETRY_ABSENT, {});
    if (g.members > 1 || g.type.repeated || g.coordinates.repeated)
        return refuse(CSJ_GEOMETRY_REPEATED, g.value);
    if (g.value.kind == CSJ_NULL) return refuse(CSJ_GEOMETRY_NULL, g.value);
    if (g.value.kind != CSJ_OBJECT) return refuse(CSJ_GEOMETRY_NOT_OBJECT, g.value);
    // Points of one position are points.
    const size_t open = g.coordinatesToken;
    if (isText(t, g.type, "MultiPoint") && g.coordinates.kind == CSJ_ARRAY &&
        t.bytes[t.places[open + 1]] == '[') {
        size_t close = open + 2;
        while (t.bytes[t.places[close]] != ']' && t.bytes[t.places[close]] != '[') close++;
        if (t.bytes[t.places[close]] == ']' && t.bytes[t.places[close + 1]] == ']')
            return readPosition(t, open + 1, f);
    }
    if (!isText(t, g.type, "Point")) {
        f.geometry = g.value;
        return refuse(CSJ_GEOMETRY_NOT_POINT, g.type);
    }
    if (g.coordinates.kind == CSJ_ABSENT) return refuse(CSJ_COORDINATES_ABSENT, g.value);
    if (g.coordinates.kind != CSJ_ARRAY) return refuse(CSJ_COORDINATES_NOT_ARRAY, g.coordinates);
    readPosition(t, g.coordinatesToken, f);
}

void readFeature(csj_parser &parser, Tokens &t, csj_feature &f, csj_value *values) {
    if (t.peek() != '{') {
        csj_value other;
        f.status = t.value(other) ? CSJ_NOT_OBJECT : t.status;
        if (f.status == CSJ_NOT_OBJECT && t.next != t.count) f.status = CSJ_NOT_JSON;
        f.fault = t.fault;
        return;
    }
    csj_value type = {};
    Geometry geometry;
    size_t behindLast = t.next + 1;
    bool propertiesRepeated = false;
    bool good = eachMember(parser, t, [&](std::string_view name, uint32_t) {
        if (name == "geometry") {
            if (!readGeometry(parser, t, geometry)) return false;
        } else if (name == "properties") {
            propertiesRepeated |= f.properties.kind != CSJ_ABSENT;
            size_t start = t.place();
            if (t.peek() == '{') {
                if (!readProperties(parser, t, f, values)) return false;
                f.properties = {CSJ_OBJECT, {(uint32_t)start, t.places[t.next - 1] + 1}, false};
            } else if (!t.value(f.properties)) {
                return false;
            }
        } else {
            csj_value value;
            if (!t.value(value)) return false;
            if (name == "type") {
                value.repeated = type.kind != CSJ_ABSENT;
                type = value;
            } else if (name == "crs") {
                value.repeated = f.crs.kind != CSJ_ABSENT;
                f.crs = value;
            }
        }
        behindLast = t.next;
        return true;
    });
    if (good && t.next != t.count) good = t.fail();
    if (!good) {
        f.status = t.status;
        f.fault = t.fault;
        return;
    }
    f.has_geometry = geometry.members > 0;
    if (!isText(t, type, "Feature") || type.repeated) {
        f.status = CSJ_NOT_FEATURE;
        f.detail = type;
        return;
    }
    bool usable = f.properties.kind == CSJ_ABSENT || f.properties.kind == CSJ_NULL ||
                  f.properties.kind == CSJ_OBJECT;
    f.properties.repeated = propertiesRepeated;
    if (!usable) {
        f.status = CSJ_BAD_PROPERTIES;
        f.detail = f.properties;
        f.fault = f.properties.text.start;
        return;
    }
    if (f.properties.kind == CSJ_ABSENT) {
        // The closing byte of a value lies before the next token, behind white space only.
        f.insert_at = t.places[behindLast];
        while (strchr(" \n\t\r", t.bytes[f.insert_at - 1])) f.insert_at--;
    }
    f.cut_count = static_cast<uint32_t>(parser.cuts.size());
    f.geometry_crs = geometry.crs;
    judgeGeometry(t, geometry, f);
}
}  // namespace

csj_status csj_find_tokens(csj_parser &parser, const uint8_t *bytes, size_t length) {
    if (length >= simdjson::SIMDJSON_MAXSIZE_BYTES / 2) return CSJ_TOO_LONG;
    if (length > parser.stage->capacity() && parser.stage->set_capacity(length * 2))
        return CSJ_NO_MEMORY;
    auto error = parser.stage->stage1(bytes, length, simdjson::stage1_mode::regular);
    if (error) return error == simdjson::UTF8_ERROR ? CSJ_NOT_UTF8 : CSJ_NOT_JSON;
    return CSJ_OK;
}


extern "C" csj_parser *csj_parser_new(
    const char *const *names, const size_t *lengths, size_t count) {
    try {
        auto parser = std::make_unique<csj_parser>();
        for (size_t k = 0; k < count; k++) parser->names.emplace_back(names[k], lengths[k]);
        // One page of text is room for most features; a longer one makes it grow.
        if (simdjson::get_active_implementation()->create_dom_parser_implementation(
                4096, 16, parser->stage))
            return nullptr;
        return parser.release();
    } catch (...) {
        return nullptr;
    }
}

extern "C" void csj_watch(
    csj_parser *parser, const char *const *names, const size_t *lengths, size_t count) {
    for (size_t k = 0; k < count; k++) parser->watched.emplace_back(names[k], lengths[k]);
}

extern "C" void csj_read_findings(csj_parser *parser) { parser->readsFindings = true; }

extern "C" void csj_parser_free(csj_parser *parser) { delete parser; }

extern "C" void csj_release_tokens(csj_parser *parser) {
    // Without memory for these few, the next use asks for more and says that there is none.
    (void)parser->stage->set_capacity(4096);
}

extern "C" const csj_range *csj_cuts(const csj_parser *parser) { return parser->cuts.data(); }

namespace {
/// Finds the tokens of a record and lets `read` go through them.
template <typename Read>
void parse(
    csj_parser *parser, const uint8_t *bytes, size_t length, csj_feature *feature,
    csj_value *values, Read read) {
    *feature = {};
    parser->cuts.clear();
    for (size_t k = 0; k < parser->names.size(); k++) values[k] = {};
    try {
        feature->status = csj_find_tokens(*parser, bytes, length);
        feature->fault = static_cast<uint32_t>(length);
        if (feature->status != CSJ_OK) return;
        Tokens tokens(
            bytes, length, parser->stage->structural_indexes.get(),
            parser->stage->n_structural_indexes);
        read(*parser, tokens, *feature, values);
    } catch (...) {
        feature->status = CSJ_NO_MEMORY;
    }
}

void readObject(csj_parser &parser, Tokens &t, csj_feature &f, csj_value *values) {
    const uint32_t start = t.place();
    const bool isObject = t.peek() == '{';
    csj_value other;
    bool good = isObject ? readProperties(parser, t, f, values) : t.value(other);
    if (good && t.next != t.count) good = t.fail();
    if (!good || !isObject) {
        f.status = good ? CSJ_NOT_OBJECT : t.status;
        f.fault = t.fault;
        return;
    }
    f.properties = {CSJ_OBJECT, {start, t.places[t.next - 1] + 1}, false};
    f.cut_count = static_cast<uint32_t>(parser.cuts.size());
}
}  // namespace

extern "C" void csj_parse_feature(
    csj_parser *parser, const uint8_t *bytes, size_t length, csj_feature *feature,
    csj_value *values) {
    parse(parser, bytes, length, feature, values, readFeature);
}

extern "C" void csj_parse_object(
    csj_parser *parser, const uint8_t *bytes, size_t length, csj_feature *feature,
    csj_value *values) {
    parse(parser, bytes, length, feature, values, readObject);
}

extern "C" bool csj_is_json(const uint8_t *bytes, size_t length, size_t *fault) {
    *fault = length;
    try {
        csj_parser parser;
        if (simdjson::get_active_implementation()->create_dom_parser_implementation(
                length < 64 ? 64 : length, 16, parser.stage))
            return false;
        if (csj_find_tokens(parser, bytes, length) != CSJ_OK) return false;
        Tokens tokens(
            bytes, length, parser.stage->structural_indexes.get(),
            parser.stage->n_structural_indexes);
        csj_value value;
        const bool isJSON =
            tokens.value(value) && (tokens.next == tokens.count || tokens.fail());
        if (!isJSON) *fault = tokens.fault;
        return isJSON;
    } catch (...) {
        return false;
    }
}

extern "C" bool csj_is_utf8(const uint8_t *bytes, size_t length) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}

extern "C" const char *csj_version() {
#define CSJ_TEXT_OF(number) #number
#define CSJ_VERSION_TEXT(number) CSJ_TEXT_OF(number)
    return CSJ_VERSION_TEXT(SIMDJSON_VERSION);
}
