#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "csimdjson.h"

/// What records of a file have in common: nearly always all of their bytes but the values.
///
/// A record has a shape when the bytes between its values are the same. Its grammar has then been checked
/// with the first record of that shape; only the values are looked at.
struct RecordShape {
    /// What a value is for.
    enum Use : int32_t { other = -1, longitude = -2, latitude = -3, height = -4 };
    /// A value and the bytes before it, from the end of the value before.
    struct Part {
        /// How many tokens stand before the value.
        uint32_t tokens;
        /// Where in `text` these bytes begin, and how many they are.
        uint32_t from, length;
        /// The number of the wanted member that it is, or a `Use`.
        int32_t use;
    };
    std::vector<Part> parts;
    /// The bytes behind the last value; no use.
    Part last;
    std::string text;
    /// Findings go behind the value of this part.
    size_t insertPart = 0;
};

/// A value met while a record was read: its token, counted from the block's first.
struct ShapeValue {
    size_t token;
    int32_t use;
};

/// The shapes met last.
struct RecordShapes {
    static constexpr size_t most = 4;
    std::vector<RecordShape> shapes;
    /// Which matched last, and which is replaced next.
    size_t recent = 0, oldest = 0;
    /// Records that had a known shape, and shapes that were made.
    uint64_t hits = 0, made = 0;

    /// Where hardly any record has the shape of one before, making shapes does not pay.
    bool pays() const { return made < 16 + hits / 8; }
    void add(RecordShape shape) {
        made++;
        if (shapes.size() < most) {
            recent = shapes.size();
            shapes.push_back(std::move(shape));
        } else {
            recent = oldest;
            oldest = (oldest + 1) % most;
            shapes[recent] = std::move(shape);
        }
    }
};
