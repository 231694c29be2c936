// What all C++ peers share: reading the files, timing, and one line of JSON per way of asking.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

struct Position {
    double lon, lat;
};

template <class T> std::vector<T> read_all(const std::string &path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return {};
    std::vector<T> out(static_cast<size_t>(file.tellg()) / sizeof(T));
    file.seekg(0);
    file.read(reinterpret_cast<char *>(out.data()), static_cast<std::streamsize>(out.size() * sizeof(T)));
    return out;
}

// Zones, polygons, rings, vertices: as polygons.py writes them.
using Ring = std::vector<Position>;
using Polygon = std::vector<Ring>;
using Zone = std::vector<Polygon>;

inline std::vector<Zone> read_zones(const std::string &path) {
    const auto words = read_all<uint64_t>(path);
    if (words.empty()) {
        fprintf(stderr, "%s: cannot be read\n", path.c_str());
        exit(1);
    }
    size_t at = 0;
    auto number = [&] {
        double d;
        std::copy_n(reinterpret_cast<const char *>(&words[at++]), 8, reinterpret_cast<char *>(&d));
        return d;
    };
    std::vector<Zone> zones(words[at++]);
    for (auto &zone : zones) {
        zone.resize(words[at++]);
        for (auto &polygon : zone) {
            polygon.resize(words[at++]);
            for (auto &ring : polygon) {
                ring.resize(words[at++]);
                for (auto &p : ring) {
                    p.lon = number();
                    p.lat = number();
                }
            }
        }
    }
    return zones;
}

// Puts into out[i] how many of the nested zones contain position i.
using Classify = std::function<void(const Position *, size_t, uint8_t *)>;

inline double seconds(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Times a peer on both sets, counts its wrong verdicts beside limits, and prints the row.
inline void measure(const std::string &folder, size_t most, int runs, size_t zones,
                    const std::string &name, const std::string &form, const std::string &version,
                    const Classify &classify) {
    double best[2], median[2];
    size_t count = 0;
    const char *sets[2] = {"uniform", "near"};
    for (int s = 0; s < 2; s++) {
        auto positions = read_all<Position>(folder + "/" + sets[s] + ".bin");
        positions.resize(std::min(positions.size(), most));
        count = positions.size();
        std::vector<uint8_t> out(count);
        classify(positions.data(), std::min<size_t>(count, 20000), out.data());
        std::vector<double> times;
        for (int run = 0; run < runs; run++)
            times.push_back(seconds([&] { classify(positions.data(), count, out.data()); }));
        std::sort(times.begin(), times.end());
        best[s] = count / times[0];
        median[s] = count / times[times.size() / 2];
    }
    std::string wrong;
    size_t of = 0;
    for (const char *reach : {"50", "10", "1"}) {
        const std::string path = folder + "/limits-" + reach + "m";
        const auto positions = read_all<Position>(path + ".bin");
        const auto truth = read_all<double>(path + ".truth");
        if (positions.empty()) continue;
        std::vector<uint8_t> out(positions.size());
        classify(positions.data(), positions.size(), out.data());
        size_t bad = 0;
        for (size_t i = 0; i < positions.size(); i++) {
            const auto zone = static_cast<size_t>(truth[2 * i]);
            bad += (out[i] >= zones - zone) != (truth[2 * i + 1] <= 1e-6);
        }
        of = positions.size();
        wrong += (wrong.empty() ? "" : ",") + ("\"" + std::string(reach) + "\":") + std::to_string(bad);
    }
    printf("{\"name\":\"%s\",\"form\":\"%s\",\"version\":\"%s\",\"uniform\":%.0f,\"near\":%.0f,"
           "\"uniformMedian\":%.0f,\"nearMedian\":%.0f,\"count\":%zu,\"wrong\":{%s},\"of\":%zu}\n",
           name.c_str(), form.c_str(), version.c_str(), best[0], best[1], median[0], median[1],
           count, wrong.c_str(), of);
    fflush(stdout);
}
