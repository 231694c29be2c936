#pragma once
#include <cstring>
#include <vector>

#include "creports.h"

struct csj_kinds {
    size_t textCount;
    /// The texts of all kinds, and per kind and text where they end.
    std::vector<uint8_t> bytes;
    std::vector<size_t> ends;
    std::vector<uint64_t> hashes;
    /// Kinds by their hashes; the number and 1, or 0.
    std::vector<uint32_t> slots;

    explicit csj_kinds(size_t textCount) : textCount(textCount), slots(1 << 10, 0) {}

    size_t count() const { return hashes.size(); }

    uint32_t number(const uint8_t *from, const csj_range *texts) {
        uint64_t hash = 0;
        for (size_t k = 0; k < textCount; k++)
            hash = mix(hash, from + texts[k].start, texts[k].end - texts[k].start);
        size_t slot = hash & (slots.size() - 1);
        for (; slots[slot]; slot = (slot + 1) & (slots.size() - 1)) {
            const uint32_t known = slots[slot] - 1;
            if (hashes[known] == hash && isSame(known, from, texts)) return known;
        }
        return add(hash, slot, from, texts);
    }

    size_t start(size_t number, size_t text) const {
        const size_t place = number * textCount + text;
        return place == 0 ? 0 : ends[place - 1];
    }

private:
    static uint64_t mix(uint64_t hash, const uint8_t *at, size_t length) {
        const uint64_t factor = 0x9E3779B97F4A7C15u;
        hash = (hash ^ length) * factor;
        for (; length >= 8; at += 8, length -= 8) {
            uint64_t word;
            memcpy(&word, at, 8);
            hash = (hash ^ word) * factor;
            hash ^= hash >> 29;
        }
        uint64_t word = 0;
        if (length >= 4) {
            // The two halves overlap where there are fewer than eight.
            uint32_t first, last;
            memcpy(&first, at, 4);
            memcpy(&last, at + length - 4, 4);
            word = uint64_t(first) << 32 | last;
        } else if (length > 0) {
            word = at[0] << 16 | at[length / 2] << 8 | at[length - 1];
        }
        hash = (hash ^ word) * factor;
        return hash ^ hash >> 32;
    }

    bool isSame(size_t number, const uint8_t *from, const csj_range *texts) const {
        for (size_t k = 0; k < textCount; k++) {
            const size_t first = start(number, k), length = texts[k].end - texts[k].start;
            if (ends[number * textCount + k] - first != length ||
                memcmp(bytes.data() + first, from + texts[k].start, length) != 0)
                return false;
        }
        return true;
    }

    uint32_t add(uint64_t hash, size_t slot, const uint8_t *from, const csj_range *texts) {
        for (size_t k = 0; k < textCount; k++) {
            bytes.insert(bytes.end(), from + texts[k].start, from + texts[k].end);
            ends.push_back(bytes.size());
        }
        hashes.push_back(hash);
        slots[slot] = static_cast<uint32_t>(hashes.size());
        if (hashes.size() * 2 > slots.size()) {
            slots.assign(slots.size() * 2, 0);
            for (size_t k = 0; k < hashes.size(); k++) {
                size_t other = hashes[k] & (slots.size() - 1);
                while (slots[other]) other = (other + 1) & (slots.size() - 1);
                slots[other] = static_cast<uint32_t>(k + 1);
            }
        }
        return static_cast<uint32_t>(hashes.size() - 1);
    }
};
