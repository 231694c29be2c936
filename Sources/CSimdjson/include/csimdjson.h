#ifndef CSIMDJSON_H
#define CSIMDJSON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Bytes [start, end) of a record.
typedef struct {
    uint32_t start;
    uint32_t end;
} csj_range;

/// What kind of JSON value was found.
typedef enum {
    CSJ_ABSENT = 0,
    CSJ_NULL,
    CSJ_FALSE,
    CSJ_TRUE,
    CSJ_NUMBER,
    CSJ_STRING,
    /// A string with at least one backslash.
    CSJ_ESCAPED_STRING,
    CSJ_ARRAY,
    CSJ_OBJECT,
    /// Not JSON: text that stands there as it is, in a field of CSV.
    CSJ_TEXT,
} csj_kind;

/// One value: its kind, its bytes (with the quotes of a string) and whether its name came again.
typedef struct {
    csj_kind kind;
    csj_range text;
    bool repeated;
} csj_value;

/// Why bytes are no Feature that findings can be added to, or its position cannot be used.
typedef enum {
    CSJ_OK = 0,
    // The bytes are of no use.
    CSJ_NOT_UTF8,
    CSJ_NOT_JSON,
    CSJ_TOO_DEEP,
    CSJ_TOO_LONG,
    CSJ_NO_MEMORY,
    CSJ_NOT_OBJECT,
    CSJ_NOT_FEATURE,
    CSJ_BAD_PROPERTIES,
    // The Feature is whole, its position is not.
    CSJ_GEOMETRY_ABSENT,
    CSJ_GEOMETRY_NULL,
    CSJ_GEOMETRY_REPEATED,
    CSJ_GEOMETRY_NOT_OBJECT,
    CSJ_GEOMETRY_NOT_POINT,
    CSJ_COORDINATES_ABSENT,
    CSJ_COORDINATES_NOT_ARRAY,
    CSJ_COORDINATES_SHORT,
    CSJ_COORDINATE_NOT_NUMBER,
    CSJ_COORDINATE_TOO_LARGE,
    /// Four whole numbers, as decimal commas make of two: [34,5, 47,5].
    CSJ_COORDINATES_SPLIT,
} csj_status;

/// A GeoJSON Feature by places in its own bytes.
typedef struct {
    csj_status status;
    /// Where the fault is, counted from the record's first byte.
    uint32_t fault;
    double longitude;
    double latitude;
    csj_range longitude_text;
    csj_range latitude_text;
    /// The value at fault or of most interest, such as the geometry's type.
    csj_value detail;
    /// `properties`: absent, null or an object; of two the last, and `repeated`.
    csj_value properties;
    /// Whether there is a member `geometry`.
    bool has_geometry;
    /// Its value, where it is one that is no Point's and can be read as another kind.
    csj_value geometry;
    /// A height, or what stands behind it, that is no number; absent where there is none such.
    csj_value odd_height;
    /// Where findings go: behind the last member of `properties` that is kept, else behind its
    /// brace; with `properties` absent, behind the last member of the Feature.
    uint32_t insert_at;
    /// Whether `properties` keeps a member, so that a comma must precede the findings.
    bool keeps_members;
    /// How many ranges of `csj_cuts` are to be left out.
    uint32_t cut_count;
    /// The Feature's own `crs` member, which GeoJSON of 2008 allows.
    csj_value crs;
    /// The `crs` member of its geometry, where some programs write it.
    csj_value geometry_crs;
    /// The values of an earlier `dmz_error` and `dmz_note`.
    csj_value earlier_error;
    csj_value earlier_note;
} csj_feature;

typedef struct csj_parser csj_parser;

/// A parser that looks for the named members of `properties`, or NULL without memory. The names
/// are copied.
csj_parser *csj_parser_new(
    const char *const *names, const size_t *lengths, size_t count);
void csj_parser_free(csj_parser *parser);

/// Names of members for which `csj_read_rows` leaves a record to be read alone. They are copied.
void csj_watch(
    csj_parser *parser, const char *const *names, const size_t *lengths, size_t count);

/// Lets the wanted names be those of earlier findings too, which are passed over otherwise.
void csj_read_findings(csj_parser *parser);

/// Reads one Feature and checks that all its bytes are JSON. `values` has room for every name.
void csj_parse_feature(
    csj_parser *parser, const uint8_t *bytes, size_t length, csj_feature *feature,
    csj_value *values);

/// Reads one object of any kind as if it were the properties of a Feature.
void csj_parse_object(
    csj_parser *parser, const uint8_t *bytes, size_t length, csj_feature *feature,
    csj_value *values);

/// Gives back the memory of tokens; what has been read of a Feature stays.
void csj_release_tokens(csj_parser *parser);

/// The ranges to leave out after the last `csj_parse_feature`: members whose name begins with
/// `dmz_`, each with one comma.
const csj_range *csj_cuts(const csj_parser *parser);

/// Finds the tokens of a block of records, which the two functions below go by. False where its
/// bytes are not UTF-8, or quotes, backslashes or control characters stand where JSON has none: its
/// records must then be read one by one.
bool csj_index(csj_parser *parser, const uint8_t *bytes, size_t length);

/// Finds whole elements of an array, objects and arrays only, from the byte `*at` on, and moves it
/// behind the last of them or behind a comma. `*comma` says whether a comma must come next.
/// Returns how many were found; where it is less than `capacity`, something else stands at `*at`.
size_t csj_elements(
    csj_parser *parser, const uint8_t *bytes, size_t *at, bool *comma, csj_range *elements,
    size_t capacity);

/// What most records are: something findings can be put into without a second look.
typedef struct {
    double longitude;
    double latitude;
    /// How far from there the place that was meant may lie, in metres.
    double bound;
    /// The texts of both, where `has_text`; both the same where one text holds the position.
    csj_range longitude_text;
    csj_range latitude_text;
    /// Where findings go.
    uint32_t insert_at;
    /// Whether a comma must precede them.
    bool keeps_members;
    /// Whether longitude and latitude are yet to be read of their texts.
    bool has_text;
    /// False for all others, of which nothing more is known here.
    bool is_plain;
} csj_row;

/// Reads the records of an indexed block, which must be given in order. `values` has room for every
/// name for every record. All places count from the block's first byte. With `takes_all` a position may be
/// any two numbers, else a longitude and a latitude.
void csj_read_rows(
    csj_parser *parser, const uint8_t *bytes, const csj_range *records, size_t count,
    bool takes_all, csj_row *rows, csj_value *values);

/// Where the wanted fields of CSV stand.
typedef struct {
    uint8_t delimiter;
    size_t field_count;
    /// The fields of the position; the same for one that holds all of it.
    size_t longitude;
    size_t latitude;
    /// Whether numbers in decimal degrees may be read as such.
    bool takes_numbers;
    /// For each wanted value the field that holds it, or -1.
    const int32_t *fields_of_values;
    size_t value_count;
} csj_columns;

/// Reads records of CSV, whose bytes are known to be UTF-8.
void csj_read_csv_rows(
    const csj_columns *columns, const uint8_t *bytes, const csj_range *records, size_t count,
    csj_row *rows, csj_value *values);

/// The text of a JSON string without its quotes and escapes; `out` has room for `length` bytes.
/// Returns the bytes written, or -1 when an escape is no text (an unpaired surrogate).
ptrdiff_t csj_unescape(const uint8_t *bytes, size_t length, uint8_t *out);

/// Whether the bytes are one JSON number within the range of a double. -0 and 1e-400 are.
bool csj_number(const uint8_t *bytes, size_t length, double *value);

/// Whether the bytes are one JSON value; else `fault` says where they are not.
bool csj_is_json(const uint8_t *bytes, size_t length, size_t *fault);

bool csj_is_utf8(const uint8_t *bytes, size_t length);

/// The version of simdjson.
const char *csj_version(void);

#ifdef __cplusplus
}
#endif
#include "creports.h"

#endif
