#pragma once
#include <simdjson.h>

#include <memory>
#include <string>
#include <vector>

#include "shapes.hpp"
#include "tokens.hpp"

struct csj_parser {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;
    std::vector<std::string> names;
    /// Names of members with which a record is none that is read at once.
    std::vector<std::string> watched;
    /// Whether earlier findings are looked for by their names as other members are.
    bool readsFindings = false;
    std::vector<csj_range> cuts;
    std::vector<uint8_t> scratch;
    /// The token of a block at which `csj_elements` or `csj_read_rows` goes on.
    size_t cursor = 0;
    /// Of the block: its bytes, and whether there is a backslash.
    size_t length = 0;
    bool mayEscape = true;
    RecordShapes shapes;
};

/// Runs simdjson's first stage over the bytes.
csj_status csj_find_tokens(csj_parser &parser, const uint8_t *bytes, size_t length);
